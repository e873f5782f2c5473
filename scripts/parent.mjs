const everySecond = 1000;

/**
 * Stops this process (SIGTERM to itself, so that it ends cleanly) when the one that started it is killed:
 * otherwise a server would stay behind, hold its port, and the next start could not have it.
 *
 * The wrapper of an old Node keeps a channel open to us; npm does not, but its death shows as a new parent id.
 */
export function stopWithParent(stop = () => process.kill(process.pid, 'SIGTERM')) {
  if (process.channel) {
    process.once('disconnect', stop);
    process.channel.unref();
    return;
  }
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, everySecond);
  timer.unref();
}
