import { Agent, createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { send } from './load.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function ask(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  const agent = new Agent();
  closing.push(() => {
    agent.destroy();
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return send(agent, (server.address() as AddressInfo).port, { path: '/' });
}

describe('send', () => {
  it('answers the status once the answer is read to its end', async () => {
    expect(await ask((_request, response) => response.writeHead(422).end('no'))).toBe(422);
  });

  it('takes being sent to sign in for 401', async () => {
    const toSignIn: RequestListener = (_request, response) =>
      response.writeHead(303, { location: '/en/sign-in?back=/' }).end();
    expect(await ask(toSignIn)).toBe(401);
  });

  it('fails where the server goes between head and body', async () => {
    const broken: RequestListener = (request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => request.socket.destroy());
    };
    await expect(ask(broken)).rejects.toThrow('aborted');
  });
});
