import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../config/project-root.ts';

export interface DocumentToSet {
  /** Typst source of ours; it finds the data with `json(bytes(sys.inputs.data))`, and can read nothing else. */
  readonly template: string;
  readonly data: unknown;
  /** Written into the file as the time of its making, so that the same document has the same bytes. */
  readonly at: Date;
}

export interface SetDocument {
  readonly pdf: Buffer;
  readonly pages: number;
}

/** What goes to the thread, and what comes back. */
export interface TypesetRequest {
  readonly id: number;
  readonly template: string;
  readonly data: string;
  /** Seconds since 1970. */
  readonly at: number;
}
export type TypesetAnswer =
  | { readonly id: number; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly id: number; readonly failure: string };

interface Waiting {
  readonly resolve: (document: SetDocument) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/** A page takes a tenth of a second; where none comes for this long, none will. */
const patience = 30_000;

let thread: Worker | undefined;
let count = 0;
const waiting = new Map<number, Waiting>();

/**
 * Sets a document as PDF in a thread of its own, which starts with the first document and then stays.
 * @throws Error when the template is wrong, or when no document comes out for half a minute
 */
export function typeset({ template, data, at }: DocumentToSet): Promise<SetDocument> {
  const worker = (thread ??= startThread());
  const id = (count += 1);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => giveUp(worker, new Error('setting the document took too long')), patience);
    timer.unref();
    waiting.set(id, { resolve, reject, timer });
    worker.ref();
    const request: TypesetRequest = {
      id,
      template,
      data: JSON.stringify(data),
      at: Math.floor(at.getTime() / 1000),
    };
    worker.postMessage(request);
  });
}

/** Beside this file in the sources; in the bundle an entry of its own. */
function threadFile(): string {
  const here = fileURLToPath(import.meta.url);
  if (here.endsWith('.ts')) return join(dirname(here), 'typst-worker.ts');
  return join(projectRoot(), 'dist', 'server', 'typst-worker.js');
}

function startThread(): Worker {
  const worker = new Worker(threadFile());
  // an idle thread keeps no process alive
  worker.unref();
  worker.on('message', (answer: TypesetAnswer) => settle(worker, answer));
  worker.on('error', (error: Error) => giveUp(worker, error));
  worker.on('exit', () => giveUp(worker, new Error('the thread that sets documents ended')));
  return worker;
}

function settle(worker: Worker, answer: TypesetAnswer): void {
  const asked = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (waiting.size === 0) worker.unref();
  // a whole class that downloads at once waits its turn
  for (const { timer } of waiting.values()) timer.refresh();
  if (!asked) return;
  clearTimeout(asked.timer);
  if ('failure' in answer) asked.reject(new Error(`the document cannot be set: ${answer.failure}`));
  else asked.resolve({ pdf: Buffer.from(answer.pdf), pages: answer.pages });
}

/** All who wait hear it, and the next document begins with a new thread. */
function giveUp(worker: Worker, error: Error): void {
  if (thread !== worker) return;
  thread = undefined;
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer);
    reject(error);
  }
  waiting.clear();
  void worker.terminate();
}
