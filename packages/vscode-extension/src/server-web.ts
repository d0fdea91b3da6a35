// The server as a worker of the browser.
import { serveWorker } from '@siplint/language-server/browser';

serveWorker(self as DedicatedWorkerGlobalScope);
