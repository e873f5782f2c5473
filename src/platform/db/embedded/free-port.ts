import { createServer } from 'node:net';

/** The wanted port of this machine's own address if it is free, else any free one. */
export async function freePort(wanted: number): Promise<number> {
  const taken = wanted > 0 ? await listenOnce(wanted) : undefined;
  const port = taken ?? (await listenOnce(0));
  if (port === undefined) throw new Error('no free port on 127.0.0.1');
  return port;
}

function listenOnce(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
