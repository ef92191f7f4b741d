// What is learned from the real archive: found across languages, for the person, similar. A native program
// (tests/bench/learned) runs the protocol of docs/learned.md; the goals are the floors below which it must not fall.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { archive } from '../digest-files.mjs';
import { atLeast, atMost, row } from '../report/rows.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const build = join(root, 'build/dev');

/** @type {Record<string, import('../report/rows.mjs').GoalOf>} */
const goals = {
  'P1 MRR@10': atLeast(0.58),
  'P2 MRR@10': atLeast(0.8),
  'P3 MRR@10': atLeast(0.86),
  'similar: recall at ten': atLeast(0.15),
  'forward index bytes per byte of text': atMost(0.15),
  'for you, 5 stars: average precision': atLeast(0.3),
  'for you, 10 stars: average precision': atLeast(0.39),
};

/** @param {import('../digest-files.mjs').DigestFile[]} files of the real archive */
export function measureLearned(files) {
  execFileSync('cmake', ['--preset', 'dev'], { cwd: root });
  execFileSync('cmake', ['--build', build, '--target', 'broadsheet_learned'], { cwd: root });
  const paths = files.map(({ name }) => join(archive, name));
  const text = execFileSync(join(build, 'broadsheet_learned'), paths, { encoding: 'utf8' });
  return text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, name, value] = /** @type {RegExpMatchArray} */ (line.match(/^(.*\S)\s+(\S+)$/));
      const less = /\bms$|bytes/.test(name);
      return row(
        'Learned',
        name,
        { broadsheet: Number(value) },
        { less, goals: name in goals ? [goals[name]] : [] },
      );
    });
}
