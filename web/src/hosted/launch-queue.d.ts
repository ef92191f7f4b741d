// The Launch Handler API, which TypeScript does not know yet.
interface LaunchParams {
  readonly files?: readonly FileSystemFileHandle[];
}

interface Window {
  /** Only where installed apps can open files. */
  readonly launchQueue?: { setConsumer(consumer: (params: LaunchParams) => void): void };
}
