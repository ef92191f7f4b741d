// Builds both products: the hosted page in OUT/, and the one-file page OUT/broadsheet.html.
// Usage: node web/build.mjs --wasm build/wasm --out dist
import { mkdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildHosted } from './build/hosted.mjs';
import { readInputs } from './build/inputs.mjs';
import { buildOneFile } from './build/one-file.mjs';
import { printSizes } from './build/sizes.mjs';

const { values } = parseArgs({
  options: {
    wasm: { type: 'string', default: 'build/wasm' },
    out: { type: 'string', default: 'dist' },
  },
});

const inputs = await readInputs(values.wasm);
await rm(values.out, { recursive: true, force: true });
await mkdir(values.out, { recursive: true });
await Promise.all([buildHosted(inputs, values.out), buildOneFile(inputs, values.out)]);
await printSizes(values.out);
