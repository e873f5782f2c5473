import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { serve } from '@hono/node-server';
import type { Config } from '../platform/config/config.ts';
import { createApp } from '../platform/http/app.ts';
import { CommandFailed } from '../platform/module.ts';
import type { Opened } from './open-tools.ts';
import { addRoutes, findActor } from './wiring.ts';

export interface Listening {
  readonly port: number;
  /** No new connections; those under way have some seconds to end. */
  close(): Promise<void>;
}

/** The web application of this process. */
export const applicationOf = (opened: Opened) =>
  createApp({ tools: opened.tools, findActor, routes: (app) => addRoutes(app, opened.build) });

/** A server that is just stopping may hold the port this long. */
const portPatience = 2_000;

/** Listens on HOST and PORT; a port that stays taken gives one clear line. */
export function listen(opened: Opened, config: Address): Promise<Listening> {
  return patiently(config, () => listenOnce(opened, config));
}

/** Makes sure that HOST and PORT can be listened on. @throws CommandFailed with one clear line that names the setting */
export async function demandAddress(config: Address): Promise<void> {
  await patiently(config, async () => {
    const probe = createServer().listen(config.port, config.host);
    await once(probe, 'listening');
    await new Promise((resolve) => probe.close(resolve));
  });
}

type Address = Pick<Config, 'host' | 'port'>;

async function patiently<T>(config: Address, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + portPatience;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || performance.now() > until) throw readable(error as NodeJS.ErrnoException, config);
      await delay(100);
    }
  }
}

function listenOnce(opened: Opened, config: Address): Promise<Listening> {
  const app = applicationOf(opened);
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, port: config.port, hostname: config.host }, ({ port }) =>
      resolve({ port, close: () => closeServer(server) }),
    ) as Server;
    server.keepAliveTimeout = 65_000;
    server.once('error', reject);
  });
}

const notHere = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL', 'EAFNOSUPPORT']);

function readable(error: NodeJS.ErrnoException, { host, port }: Address): Error {
  if (error.code === 'EADDRINUSE') {
    return new CommandFailed(
      `PORT ${port} is taken on ${host}: stop what uses it, or set PORT to another number`,
    );
  }
  if (error.code === 'EACCES')
    return new CommandFailed(`PORT ${port} needs more rights: set PORT above 1023`);
  if (notHere.has(error.code ?? '')) {
    return new CommandFailed(`HOST ${host} is not an address of this machine`);
  }
  return error;
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const hard = setTimeout(() => server.closeAllConnections(), 3_000);
    server.close(() => {
      clearTimeout(hard);
      resolve();
    });
    server.closeIdleConnections();
  });
}
