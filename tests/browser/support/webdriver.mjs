// The little of the WebDriver protocol (https://www.w3.org/TR/webdriver2/) that the tests need.
import { writeFileSync } from 'node:fs';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { COMMAND_MS, WAIT_MS } from './limits.mjs';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** @type {Record<string, string>} */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/**
 * Begins a session with a driver that has been started or is about to be, and is not in use. It waits for elements.
 * @param {number} port of the driver, on this machine
 */
export async function beginSession(port) {
  /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async function send(method, path, body) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(COMMAND_MS),
    }).catch((error) => {
      throw new Error(`${method} ${path}: ${error.message}`);
    });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  const end = Date.now() + WAIT_MS;
  while (!(await send('GET', '/status').catch(() => false))) {
    if (Date.now() > end) throw new Error('the WebDriver server never answered');
    await setTimeout(20);
  }
  const capabilities = {
    alwaysMatch: { timeouts: { implicit: WAIT_MS, pageLoad: COMMAND_MS, script: COMMAND_MS } },
  };
  const { sessionId } = await send('POST', '/session', { capabilities });
  return {
    /** @param {string} method @param {string} path @param {object} [body] @returns {Promise<any>} */
    async send(method, path, body) {
      const value = await send(method, `/session/${sessionId}${path}`, body);
      // What the browser wrote before it answered is read before the answer is used.
      await setImmediate();
      return value;
    },
    end: () => send('DELETE', `/session/${sessionId}`),
  };
}

/** What a tab can do, in commands of the protocol. @param {Awaited<ReturnType<typeof beginSession>>['send']} send */
export function steer(send) {
  /** @param {string} selector */
  const find = (selector) => send('POST', '/element', { using: 'css selector', value: selector });
  return {
    /** @param {string} url */
    goto: (url) => send('POST', '/url', { url }),
    reload: () => send('POST', '/refresh', {}),
    back: () => send('POST', '/back', {}),
    forward: () => send('POST', '/forward', {}),
    /** @type {import('./page.mjs').Tab['evaluate']} */
    async evaluate(run, ...args) {
      const { value, error } = await send('POST', '/execute/async', {
        args: [],
        script: `
        const [answer] = arguments;
        Promise.resolve().then(() => (${run})(...${JSON.stringify(args)})).then(
          (value) => answer({ value: JSON.stringify(value) }),
          (error) => answer({ error: String(error) + '\\n' + error?.stack }),
        );`,
      });
      if (error) throw new Error(error);
      return value && JSON.parse(value);
    },
    /** @param {string} selector */
    click: async (selector) => send('POST', ofElement(await find(selector), 'click'), {}),
    /** @param {string} text */
    type: (text) => send('POST', '/actions', typing(text)),
    /** @param {string} keys */
    press: (keys) => send('POST', '/actions', pressing(keys)),
    /** @param {string} selector @param {string[]} paths */
    setFiles: async (selector, paths) =>
      send('POST', ofElement(await find(selector), 'value'), { text: paths.join('\n') }),
    /** @param {number} width @param {number} height */
    resize: (width, height) => send('POST', '/window/rect', { width, height }),
    /** @param {string} path */
    screenshot: async (path) => writeFileSync(path, await send('GET', '/screenshot'), 'base64'),
  };
}

/** @param {{ [ELEMENT]: string }} reference @param {string} command */
const ofElement = (reference, command) => `/element/${reference[ELEMENT]}/${command}`;

/** @param {string} text @returns {object} the body of an “actions” command that types it, key by key */
const typing = (text) => keyActions([...text].flatMap((key) => [down(key), up(key)]));

/** @param {string} keys such as "Control+a" @returns {object} the body of an “actions” command */
function pressing(keys) {
  const names = keys.split(/\+(?!$)/).map((name) => KEYS[name] ?? name);
  return keyActions([...names.map(down), ...names.toReversed().map(up)]);
}

/** @param {string} value */
const down = (value) => ({ type: 'keyDown', value });
/** @param {string} value */
const up = (value) => ({ type: 'keyUp', value });
/** @param {object[]} actions */
const keyActions = (actions) => ({ actions: [{ type: 'key', id: 'keyboard', actions }] });
