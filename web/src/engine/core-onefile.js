// The core of the one-file page: inline in the worker's script.
import { wasmBase64 } from 'broadsheet-bundle';
import createBroadsheet from 'broadsheet-wasm';

export function createCore() {
  const text = atob(wasmBase64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = text.charCodeAt(at);
  return createBroadsheet({ wasmBinary: bytes });
}
