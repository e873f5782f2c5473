import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { demandAddress } from './server.ts';

test('a free port can be had, and is free again afterwards', async () => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  await demandAddress({ host: '127.0.0.1', port });
  await demandAddress({ host: '127.0.0.1', port });
});

test('a port that stays taken is named in one line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(demandAddress({ host: '127.0.0.1', port })).rejects.toThrow(
    `PORT ${port} is taken on 127.0.0.1: stop what uses it, or set PORT to another number`,
  );
  other.close();
});

test('an address of another machine is named in one line', async () => {
  await expect(demandAddress({ host: '203.0.113.1', port: 0 })).rejects.toThrow(
    'HOST 203.0.113.1 is not an address of this machine',
  );
  await expect(demandAddress({ host: 'nowhere.invalid', port: 0 })).rejects.toThrow(
    'HOST nowhere.invalid is not an address of this machine',
  );
});
