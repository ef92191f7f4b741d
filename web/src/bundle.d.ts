// Made by the build, see web/build/bundle.mjs.
declare module 'broadsheet-bundle' {
  export const sampleName: string;
  export const sampleText: string;
  export const workerSource: string;
  export const wasmBase64: string;
}
