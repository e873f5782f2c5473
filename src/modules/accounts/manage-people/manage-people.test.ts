import { describe, expect, it } from 'vitest';
import { auditLines } from '../read-audit/read-audit.queries.ts';
import { accountsStage, signIn, who } from '../testing/stage.ts';
import { findPeople } from './people.queries.ts';

const stage = await accountsStage();
const { db } = stage;
const olive = await stage.person({ address: 'olive@example.org', name: 'Olive', roles: ['operator'] });
const awa = await stage.person({ address: 'awa@example.org', name: 'Awa' });

async function signedIn(address: string) {
  const browser = stage.browser();
  await signIn(browser, address);
  return browser;
}
const operator = await signedIn('olive@example.org');
const learner = await signedIn('awa@example.org');
const deed = (person: string, name: string) => `/en/operator/people/${person}/${name}`;

describe('the pages of operators', () => {
  it.each(['/en/operator/people', `/en/operator/people/${awa}`, '/en/operator/audit', '/en/operator/mail'])(
    'are closed to others: %s',
    async (path) => {
      expect((await operator.get(path)).status).toBe(200);
      expect((await learner.get(path)).status).toBe(403);
      expect((await stage.browser().get(path)).path).toMatch(/^\/en\/sign-in\?back=/);
    },
  );

  it('take no deeds from others', async () => {
    for (const name of ['roles', 'block', 'unblock']) {
      expect((await learner.post(deed(olive, name), { roles: 'operator' })).status).toBe(403);
      expect((await stage.browser().post(deed(olive, name))).status).toBe(401);
    }
    expect((await who(operator)).roles).toEqual(['operator']);
  });

  it('say 404 for nobody', async () => {
    expect((await operator.get('/en/operator/people/nobody')).status).toBe(404);
    const nobody = '00000000-0000-7000-8000-000000000000';
    expect((await operator.get(`/en/operator/people/${nobody}`)).status).toBe(404);
    expect((await operator.post(deed(nobody, 'block'))).status).toBe(404);
  });
});

describe('roles', () => {
  it('are given and taken, which the log remembers', async () => {
    await operator.post(deed(awa, 'roles'), { roles: ['moderator', 'operator', 'emperor'] });
    expect((await who(learner)).roles).toEqual([]);
    await operator.post(deed(awa, 'roles'), { roles: ['moderator', 'operator'] });
    expect((await who(learner)).roles).toEqual(['operator', 'moderator']);
    await operator.post(deed(awa, 'roles'));
    expect((await who(learner)).roles).toEqual([]);
    const lines = await auditLines(db, 10, { action: 'change-roles' });
    expect(lines.map((line) => [line.actorName, line.subjectName, line.details])).toEqual([
      ['Olive', 'Awa', { before: ['operator', 'moderator'], after: [] }],
      ['Olive', 'Awa', { before: [], after: ['operator', 'moderator'] }],
    ]);
  });

  it('are not one’s own to change', async () => {
    expect((await operator.post(deed(olive, 'roles'))).status).toBe(409);
    expect((await operator.post(deed(olive, 'block'))).status).toBe(409);
    expect((await operator.get(`/en/operator/people/${olive}`)).html).toContain('This is you.');
    expect((await who(operator)).roles).toEqual(['operator']);
  });
});

describe('blocking', () => {
  it('signs out everywhere at once, keeps out, and can be undone', async () => {
    const bob = await stage.person({ address: 'bob@example.org', name: 'Bob' });
    const browser = await signedIn('bob@example.org');
    await operator.post(deed(bob, 'block'));
    expect((await who(browser)).kind).toBe('visitor');
    await expect(signedIn('bob@example.org')).rejects.toThrow('403');
    const wrong = await stage
      .browser()
      .post('/en/sign-in', { address: 'bob@example.org', password: 'wrong one' });
    expect(wrong.html).not.toContain('blocked');
    await operator.post(deed(bob, 'unblock'));
    expect((await who(await signedIn('bob@example.org'))).kind).toBe('person');
  });
});

describe('searching people', () => {
  const names = async (words: string) =>
    (await findPeople(db, { words, skip: 0, most: 9 })).people.map((each) => each.name);

  it('finds by name and by address, and takes signs as they are', async () => {
    await stage.person({ address: 'under_score@example.org', name: 'Zoé 100%' });
    expect(await names('OLIVE')).toEqual(['Olive']);
    expect(await names('bob@')).toEqual(['Bob']);
    expect(await names('under_')).toEqual(['Zoé 100%']);
    expect(await names('100%')).toEqual(['Zoé 100%']);
    expect(await names('%')).toEqual(['Zoé 100%']);
    expect(await names("'; drop table")).toEqual([]);
    expect((await operator.get('/en/operator/people?q=nobody')).html).toContain('Nobody found');
    expect((await operator.get('/en/operator/people?role=operator')).html).not.toContain('bob@');
    expect((await operator.get('/en/operator/people?page=x&role=emperor')).status).toBe(200);
  });
});
