import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { databaseFacts } from './database-facts.ts';

const { url } = await testDatabase();
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

/** The address of a server that treats its callers so. */
async function serverThat(treats: (socket: Socket) => void): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    treats(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  return `postgres://u:secret@127.0.0.1:${(server.address() as AddressInfo).port}/d`;
}

const failureOf = async (address: string): Promise<string> => {
  const failure = await databaseFacts('DATABASE_URL', address).catch((error: Error) => error.message);
  return typeof failure === 'string' ? failure : 'no failure';
};

test('a database says what it is', async () => {
  expect(await databaseFacts('DATABASE_URL', url)).toMatchObject({
    version: expect.stringMatching(/^\d+/),
    isReplica: false,
    at: expect.any(Date),
  });
});

test('whatever is wrong with an address is one line that names the setting and shows no password', async () => {
  const wrong = new URL(url);
  const other = (change: (address: URL) => void) => {
    const address = new URL(wrong);
    change(address);
    return address.href;
  };
  const failures = await Promise.all([
    failureOf('postgres://u:secret@nowhere.invalid/d'),
    failureOf('postgres://u:secret@127.0.0.1:1/d'),
    failureOf(await serverThat((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
    failureOf(await serverThat((socket) => socket.destroy())),
    failureOf(other((address) => (address.password = 'wrong'))),
    failureOf(other((address) => (address.pathname = '/absent'))),
  ]);
  expect(failures).toEqual([
    expect.stringMatching(/there is no such host/),
    expect.stringMatching(/nothing answers there/),
    expect.stringMatching(/does not speak as PostgreSQL/),
    expect.stringMatching(/does not speak as PostgreSQL/),
    expect.stringMatching(/password authentication failed/),
    expect.stringMatching(/"absent" does not exist/),
  ]);
  for (const failure of failures)
    expect(failure).toMatch(/^DATABASE_URL cannot be used: (?!.*secret)[^\n]+$/);
});
