import { Logger } from 'graphile-worker';

/** The queue's own chatter stays off the terminal; its warnings and errors do not. */
export const silentLogger = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') console.error(`jobs: ${message}`);
});
