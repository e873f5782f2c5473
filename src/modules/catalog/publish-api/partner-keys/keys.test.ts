import { describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { tables } from '../../../../platform/db/database.ts';
import { operatorStage } from '../../testing/operator-stage.ts';
import { anonymousQuota, exportCost } from '../api-gate.ts';

const { app, ask, clock, db } = await operatorStage();
const home = '/en/operator/api-keys';

async function makeKey(name: string, more: Record<string, string> = {}): Promise<string> {
  const id = /name="id" value="([^"]+)"/.exec((await ask(home)).text)?.[1] ?? '';
  const { text, status } = await ask(home, { form: { id, name, contact: '', quota: '1200', ...more } });
  expect(status).toBe(200);
  return /value="(passerelle_[\w-]{43})"/.exec(text)?.[1] ?? '';
}
const api = (headers: Record<string, string> = {}, path = '/api/v1/platforms') =>
  app.request(path, { headers });
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

describe('keys of partners', () => {
  it('are shown once, and kept as a fingerprint only', async () => {
    const key = await makeKey('Region of Example', { contact: 'it@region.example' });
    expect(key).toMatch(/^passerelle_/);
    const page = await ask(home);
    expect(page.text).toContain('Region of Example');
    expect(page.text).not.toContain(key);
    expect(page.text).toContain(key.slice(0, 17));
    const { rows } = await sql<{
      all: string;
    }>`select to_jsonb(k)::text as all from catalog.api_key k`.execute(tables(db));
    expect(rows.map((row) => row.all).join()).not.toContain(key);
    const audited = await sql`select * from platform.audit where action = 'create-api-key'`.execute(
      tables(db),
    );
    const [entry] = audited.rows;
    expect(entry).toMatchObject({ action: 'create-api-key', actor_name: 'Noor' });
    expect(JSON.stringify(entry)).not.toContain(key);
  });

  it('are made once from one form, however often it is sent', async () => {
    const id = /name="id" value="([^"]+)"/.exec((await ask(home)).text)?.[1] ?? '';
    const form = { id, name: 'Twice', contact: '', quota: '10' };
    expect((await ask(home, { form })).text).toMatch(/value="passerelle_/);
    const again = await ask(home, { form });
    expect(again.text).not.toMatch(/value="passerelle_/);
    expect(again.text).toContain('This form has already been sent');
  });

  it('come back with what was typed when something is wrong', async () => {
    const { status, text } = await ask(home, {
      form: { id: '01890000-0000-7000-8000-000000000001', name: ' ', contact: 'nobody', quota: '0' },
    });
    expect(status).toBe(422);
    expect(text).toContain('value="nobody"');
    expect(text).toContain('Say who it is for');
    expect(text).toContain('A whole number from 1');
  });

  it('raise the limit, and are known when they were used last', async () => {
    const key = await makeKey('Busy', { quota: '2' });
    const first = await api(bearer(key));
    expect(first.headers.get('ratelimit-policy')).toBe('"key";q=2;w=60');
    expect(first.headers.get('ratelimit')).toBe('"key";r=1;t=60');
    await api(bearer(key));
    const third = await api(bearer(key));
    expect(third.status).toBe(429);
    expect(third.headers.get('retry-after')).toBe('60');
    expect(third.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(await third.json()).toMatchObject({ title: 'api.too-many-requests', status: 429 });
    clock.forward(60);
    expect((await api(bearer(key))).status).toBe(200);
    const used = (await ask(home)).text;
    expect(used).toContain('1 December 2026 at 09:00');
  });

  it('end at once when they are revoked, after a question', async () => {
    const key = await makeKey('Leaving');
    expect((await api(bearer(key))).status).toBe(200);
    const { text } = await ask(home);
    const path = /href="([^"]+\/revoke)"[^>]*>[^<]*<span class="unseen"> Leaving</.exec(text)?.[1] ?? '';
    const question = await ask(path);
    expect(question.text).toContain('Revoke the key of Leaving?');
    expect((await api(bearer(key))).status).toBe(200);
    expect((await ask(path, { form: {} })).status).toBe(303);
    const refused = await api(bearer(key));
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ title: 'api.key-unknown' });
    expect((await ask(path, { form: {} })).status).toBe(404);
  });

  it('are for operators: others are refused, visitors sign in', async () => {
    expect((await ask(home, { as: 'nobody' })).status).toBe(403);
    expect((await ask(home, { as: 'moderator' })).status).toBe(403);
    const form = { id: '01890000-0000-7000-8000-000000000002', name: 'x', contact: '', quota: '1' };
    expect((await ask(home, { as: 'moderator', form })).status).toBe(403);
    expect((await ask(home, { as: 'visitor' })).location).toContain('/sign-in');
  });

  it('refuse what is no key', async () => {
    for (const key of ['x', 'passerelle_', `passerelle_${'a'.repeat(43)}`, '%00'])
      expect((await api(bearer(key))).status, key).toBe(401);
    // other ways to sign in are none of ours: they are left aside
    expect((await api({ authorization: 'Basic eDp5' })).status).toBe(200);
  });
});

describe('without a key', () => {
  it('one may ask so often in a minute; an export costs more', async () => {
    clock.forward(120);
    for (let at = 0; at < anonymousQuota - exportCost; at += 1) await api();
    const last = await api({}, '/api/v1/exports/courses.csv');
    expect(last.status).toBe(200);
    await last.text();
    const over = await api();
    expect(over.status).toBe(429);
    expect(over.headers.get('ratelimit')).toMatch(/^"anonymous";r=0;t=\d+$/);
    clock.forward(60);
    expect((await api()).status).toBe(200);
  });
});
