import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openTools } from '../../src/app/open-tools.ts';
import { applicationOf } from '../../src/app/server.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import type { Ask } from '../serving/load.ts';
import type { BareOrder } from '../serving/bare-server.ts';

/**
 * What one request asks of the database, with its values, the session included: for the bare server, which sends the same.
 * What a request writes it writes again there: rows that are there already cost about what new ones do.
 */
export async function recordStatements(url: string, ask: Ask): Promise<BareOrder['statements']> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-bench-record-'));
  const opened = openTools(readConfig({ DATA_DIR: folder, BASE_URL: 'http://127.0.0.1' }), url, {
    name: 'bench record',
    connections: 1,
  });
  const sent: { text: string; values: readonly unknown[] }[] = [];
  opened.tools.database.pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((text: unknown, values: unknown, ...more: unknown[]) => {
      if (typeof text === 'string' && Array.isArray(values)) sent.push({ text, values });
      return send(text, values, ...more);
    }) as typeof client.query;
  });
  try {
    const { status } = await applicationOf(opened).fetch(requestOf(ask));
    if (status !== 200 && status !== 303) throw new Error(`${ask.path} answers ${status}`);
  } finally {
    await opened.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return sent.filter(({ text }) => !/^\s*(begin|commit|rollback|start transaction)/i.test(text));
}

function requestOf({ path, cookie = '', form }: Ask): Request {
  const headers = { cookie, origin: 'http://127.0.0.1', 'sec-fetch-site': 'same-origin' };
  if (form === undefined) return new Request(`http://127.0.0.1${path}`, { headers });
  return new Request(`http://127.0.0.1${path}`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: form,
  });
}
