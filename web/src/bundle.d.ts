// Made by the build, see web/build/bundle.mjs.
declare module 'broadsheet-bundle' {
  export const sampleName: string;
  export const sampleText: string;
  export const workerSource: string;
  export const wasmBase64: string;
  /** Of the hosted page: names the contents of all its files. */
  export const version: string;
  /** The files of the hosted page, addresses relative to it. */
  export const precached: { url: string; revision: string; integrity: string }[];
}
