import { EventEmitter } from 'node:events';
import type { WorkerEvents } from 'graphile-worker';

/** Keeps the set of this process's workers up to date. */
export function workerEvents(workers: Set<string>): WorkerEvents {
  const events = new EventEmitter() as WorkerEvents;
  events.on('worker:create', ({ worker }) => void workers.add(worker.workerId));
  events.on('worker:release', ({ worker }) => void workers.delete(worker.workerId));
  return events;
}
