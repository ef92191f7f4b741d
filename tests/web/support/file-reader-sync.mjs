// Reads a Blob at once, as a browser's workers can: parts of the index that lie in the database are read so when a text
// is wanted. Node reads Blobs only later, so another thread does it, and this one waits.
import { MessageChannel, Worker, receiveMessageOnPort } from 'node:worker_threads';

const READER = `
  const { port, done } = require('node:worker_threads').workerData;
  port.on('message', async (blob) => {
    port.postMessage(await blob.arrayBuffer());
    Atomics.store(done, 0, 1);
    Atomics.notify(done, 0);
  });`;

const done = new Int32Array(new SharedArrayBuffer(4));
/** @type {MessagePort | undefined} to the thread, which starts when it is first needed */
let port;

function start() {
  const { port1, port2 } = new MessageChannel();
  new Worker(READER, { eval: true, workerData: { port: port2, done }, transferList: [port2] }).unref();
  port1.unref();
  return port1;
}

export class FileReaderSync {
  /** @param {Blob} blob @returns {ArrayBuffer} */
  readAsArrayBuffer(blob) {
    port ??= start();
    Atomics.store(done, 0, 0);
    port.postMessage(blob);
    Atomics.wait(done, 0, 0);
    return receiveMessageOnPort(port)?.message;
  }
}
