import { describe, expect, it } from 'vitest';
import { audit } from '../../../platform/audit/audit.queries.ts';
import { publish } from '../../../platform/events/publish.ts';
import { textsAnywhere } from '../../../platform/testing/texts-anywhere.queries.ts';
import { auditLines } from '../read-audit/read-audit.queries.ts';
import { accountsStage, signIn, who } from '../testing/stage.ts';

const stage = await accountsStage();
const { db } = stage;

/** Somebody with traces everywhere: letters, devices, deeds, an event, a sign-up under the same address. */
async function busyPerson() {
  const id = await stage.person({ address: 'zephyrine@example.org', name: 'Zephyrine Quartz' });
  await stage.person({ address: 'olive@example.org', name: 'Olive', roles: ['operator'] });
  const browser = stage.browser('203.0.113.77');
  await signIn(browser, 'zephyrine@example.org');
  await browser.post('/en/sign-in/link', { address: 'zephyrine@example.org' });
  await browser.post('/en/reset-password', { address: 'Zephyrine@Example.org' });
  await stage.browser().post('/en/sign-up', {
    name: 'Zephyrine Quartz',
    address: 'zephyrine@example.org',
    password: 'seven green kayaks',
  });
  const operator = stage.browser();
  await signIn(operator, 'olive@example.org');
  await operator.post(`/en/operator/people/${id}/roles`, { roles: 'moderator' });
  const self = {
    ...stage.actor(),
    kind: 'person',
    id,
    name: 'Zephyrine Quartz',
    address: '203.0.113.77',
  } as const;
  await audit(db, self, 'merge-courses', 'course-1', { kept: 'course-2' });
  await publish(db, self, { name: 'test.happened', version: 1, data: {} });
  return { id, browser };
}

describe('erasing an account', async () => {
  const { id, browser } = await busyPerson();
  const traces = ['zephyrine', 'quartz', id, '203.0.113.77'];

  it('asks first, and says what stays', async () => {
    const shown = await browser.get('/en/account/erasure');
    expect(shown.html).toContain('This cannot be undone.');
    expect(shown.html).toContain('without saying whose');
    expect((await textsAnywhere(db, traces)).length).toBeGreaterThan(5);
  });

  it('hands out everything before', async () => {
    const shown = await browser.get('/en/account/export/data.json');
    expect(shown.headers.get('content-disposition')).toBe(
      'attachment; filename="passerelle-2026-12-01.json"',
    );
    const data = JSON.parse(shown.html) as { accounts: Record<string, unknown[]> & { account: object } };
    expect(data.accounts.account).toMatchObject({ id, name: 'Zephyrine Quartz', roles: ['moderator'] });
    expect(data.accounts['addresses']).toMatchObject([{ address: 'zephyrine@example.org', primary: true }]);
    expect(data.accounts['sessions']).toMatchObject([{ method: 'password', networkAddress: '203.0.113.77' }]);
    expect(data.accounts['letters']).toHaveLength(3);
    const deeds = (data.accounts['log'] as { action: string }[]).map((each) => each.action);
    expect(deeds).toEqual(
      expect.arrayContaining(['create-account', 'sign-in', 'change-roles', 'merge-courses']),
    );
    expect(shown.html).not.toMatch(/argon2|token_?hash/i);
  });

  it('leaves nothing that leads to the person, anywhere in the database', async () => {
    const done = await browser.post('/en/account/erasure');
    expect(done.path).toBe('/en');
    expect(browser.cookies.has('session')).toBe(false);
    expect((await who(browser)).kind).toBe('visitor');
    expect(await textsAnywhere(db, traces)).toEqual([]);
  });

  it('keeps what was done, without saying by whom', async () => {
    const merged = await auditLines(db, 9, { action: 'merge-courses' });
    expect(merged).toMatchObject([
      {
        actorKind: 'person',
        actorName: null,
        actorId: null,
        subject: 'course-1',
        details: { kept: 'course-2' },
      },
    ]);
    const changed = await auditLines(db, 9, { action: 'change-roles' });
    expect(changed).toMatchObject([{ actorName: 'Olive', subject: null, details: {} }]);
    const erased = await auditLines(db, 9, { action: 'erase-account' });
    expect(erased).toMatchObject([{ actorName: null, actorId: null, subject: null, address: null }]);
  });

  it('lets the address be used anew', async () => {
    const again = await stage.person({ address: 'zephyrine@example.org', name: 'Zoé' });
    expect(again).not.toBe(id);
  });
});

describe('the last operator', () => {
  it('stays until there is another one', async () => {
    const alone = await accountsStage();
    await alone.person({ address: 'olive@example.org', roles: ['operator'] });
    const browser = alone.browser();
    await signIn(browser, 'olive@example.org');
    const refused = await browser.post('/en/account/erasure');
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('You are the last operator.');
    expect((await who(browser)).kind).toBe('person');
    await alone.person({ address: 'milo@example.org', roles: ['operator'] });
    await browser.post('/en/account/erasure');
    expect((await who(browser)).kind).toBe('visitor');
  });
});
