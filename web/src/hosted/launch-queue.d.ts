// The Launch Handler API, which TypeScript does not know yet.
interface LaunchParams {
  readonly files?: readonly FileSystemFileHandle[];
}

interface Window {
  /** Only where an app can be installed that opens files. */
  readonly launchQueue?: { setConsumer(consumer: (params: LaunchParams) => void): void };
}
