import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { tables } from '../../../platform/db/database.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { createPerson } from '../../accounts/index.ts';
import { correctCourse } from '../correct-course/correct-course.ts';
import { actorOn, course, importing } from '../testing/catalog-stage.ts';
import { claimProvider, claimView, decideClaim, leaveProvider } from './claim-provider.ts';
import { waitingClaims } from './claim-provider.queries.ts';
import { changeProviderPage, deskOf } from './provider-desk.ts';

const { db } = await testDatabase();
const system = actorOn();

async function person(address: string): Promise<Actor> {
  const id = await createPerson(db, system, { name: 'Noor', address, lang: 'en' });
  if (id === undefined) throw new Error(`${address} is taken`);
  return { ...system, kind: 'person', id, name: 'Noor', roles: [] };
}
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? `${error.status} ${error.code}` : String(error)),
  );
const loomCourse = async () => {
  const rows = await sql<{ id: string }>`select id from catalog.course where title = 'Course a'`.execute(
    tables(db),
  );
  return rows.rows[0]?.id ?? '';
};

await importing(db, [
  course('a', { providers: [{ name: 'Loom School', url: 'https://www.loom-school.fr/team' }] }),
  course('b', { providers: [{ name: 'Nowhere' }] }),
]);
const claim = (actor: Actor, slug: string, note = '') =>
  claimProvider(db, actor, { id: system.ids.next(), slug, note });

describe('the desk of a provider', () => {
  it('opens for an address at the provider’s own domain', async () => {
    const ada = await person('ada@weaving.loom-school.fr');
    expect(await claimView(db, ada, 'loom-school')).toMatchObject({
      domain: 'loom-school.fr',
      proof: 'ada@weaving.loom-school.fr',
    });
    expect(await claim(ada, 'loom-school')).toBe('granted');
    expect(await claim(ada, 'loom-school')).toBe('granted');
    const desk = await deskOf(db, ada, { slug: 'loom-school', page: 1 });
    expect(desk).toMatchObject({ courseCount: 1, followers: 0, colleagues: [{ name: 'Noor' }] });
    expect(desk.courses).toMatchObject([{ title: 'Course a', ratings: 0, rating: null }]);
  });

  it('lets its people correct its own courses and nobody else’s', async () => {
    const bo = await person('bo@loom-school.fr');
    const courseId = await loomCourse();
    const says = { summary: 'Twelve weeks at a real loom' };
    expect(await refusalOf(correctCourse(db, bo, { courseId, says }))).toBe('404 http.not-found');
    await claim(bo, 'loom-school');
    expect(await correctCourse(db, bo, { courseId, says })).toEqual(['summary']);
    const others = await sql<{ id: string }>`select id from catalog.course where title = 'Course b'`.execute(
      tables(db),
    );
    const foreign = { courseId: others.rows[0]?.id ?? '', says };
    expect(await refusalOf(correctCourse(db, bo, foreign))).toBe('404 http.not-found');
    await leaveProvider(db, bo, { slug: 'loom-school', personId: bo.id ?? '' });
    expect(await refusalOf(correctCourse(db, bo, { courseId, says: { summary: 'x' } }))).toBe(
      '404 http.not-found',
    );
    expect(await refusalOf(deskOf(db, bo, { slug: 'loom-school', page: 1 }))).toBe(
      '404 catalog.not-your-provider',
    );
  });

  it('keeps what its people write of it, language by language, over later imports', async () => {
    const cy = await person('cy@loom-school.fr');
    await claim(cy, 'loom-school');
    const page = { slug: 'loom-school', url: 'https://loom-school.fr/' };
    await changeProviderPage(db, cy, { ...page, text: 'On tisse ici.', lang: 'fr' });
    await changeProviderPage(db, cy, { ...page, text: 'We weave here.', lang: 'en' });
    await changeProviderPage(db, cy, { ...page, text: '', lang: 'fr' });
    await importing(
      db,
      [course('c', { providers: [{ name: 'Loom School', url: 'https://else.example' }] })],
      {
        partial: true,
      },
    );
    const desk = await deskOf(db, cy, { slug: 'loom-school', page: 1 });
    expect(desk).toMatchObject({ url: 'https://loom-school.fr/', description: { en: 'We weave here.' } });
  });

  it('cannot be opened to others by moving the website to another domain', async () => {
    const dee = await person('dee@loom-school.fr');
    await claim(dee, 'loom-school');
    for (const url of ['https://gmail.com/', '', 'https://loom-school.fr.evil.example/'])
      expect(
        await refusalOf(changeProviderPage(db, dee, { slug: 'loom-school', url, text: '', lang: 'en' })),
      ).toBe('422 catalog.desk-other-domain');
    expect(await claimView(db, dee, 'loom-school')).toMatchObject({ domain: 'loom-school.fr' });
  });

  it('that was closed is not opened again by the same address alone', async () => {
    const max = await person('max@loom-school.fr');
    expect(await claim(max, 'loom-school')).toBe('granted');
    const moderator = { ...system, roles: ['moderator'] as const };
    await leaveProvider(db, moderator, { slug: 'loom-school', personId: max.id ?? '' });
    expect(await refusalOf(claim(max, 'loom-school'))).toBe('422 catalog.claim-needs-note');
    expect(await claim(max, 'loom-school', 'It was a mistake')).toBe('waiting');
    const asked = (await waitingClaims(db, 10)).find((each) => each.person.id === max.id);
    await decideClaim(db, moderator, { id: asked?.id ?? '', granted: true });
    expect(await claim(max, 'loom-school')).toBe('granted');
  });
});

describe('the website of a provider that has none', () => {
  it('is not set by its own staff: it would open the desk to a whole domain', async () => {
    const mo = await person('mo@example.org');
    await claim(mo, 'nowhere', 'I run it');
    const [waiting] = await waitingClaims(db, 10);
    await decideClaim(db, system, { id: waiting?.id ?? '', granted: true });
    const page = { slug: 'nowhere', text: 'Here.', lang: 'en' as const };
    const site = changeProviderPage(db, mo, { ...page, url: 'https://gmail.com/' });
    expect(await refusalOf(site)).toBe('422 catalog.desk-other-domain');
    await changeProviderPage(db, mo, { ...page, url: '' });
    expect((await deskOf(db, mo, { slug: 'nowhere', page: 1 })).description).toEqual({ en: 'Here.' });
  });
});

describe('a claim without such an address', () => {
  it('waits for a moderator, once, and opens the desk when it is granted', async () => {
    const eve = await person('eve@loom-school.fr.evil.example');
    expect(await refusalOf(claim(eve, 'loom-school'))).toBe('422 catalog.claim-needs-note');
    expect(await claim(eve, 'loom-school', 'I teach there')).toBe('waiting');
    expect(await claim(eve, 'loom-school', 'I do teach there')).toBe('waiting');
    const [waiting, ...more] = await waitingClaims(db, 10);
    expect(more).toEqual([]);
    const id = waiting?.id ?? '';
    expect(await refusalOf(decideClaim(db, eve, { id, granted: true }))).toBe('404 http.not-found');
    const moderator = { ...system, roles: ['moderator'] as const };
    await decideClaim(db, moderator, { id, granted: true });
    expect(await refusalOf(decideClaim(db, moderator, { id, granted: false }))).toBe(
      '409 catalog.claim-decided',
    );
    expect((await deskOf(db, eve, { slug: 'loom-school', page: 1 })).name).toBe('Loom School');
  });

  it('opens nothing when it is refused, and may be asked again', async () => {
    const jo = await person('jo@example.org');
    await claim(jo, 'nowhere', 'Mine');
    const [waiting] = await waitingClaims(db, 10);
    await decideClaim(db, system, { id: waiting?.id ?? '', granted: false });
    expect(await refusalOf(deskOf(db, jo, { slug: 'nowhere', page: 1 }))).toBe(
      '404 catalog.not-your-provider',
    );
    expect(await claim(jo, 'nowhere', 'Really mine')).toBe('waiting');
  });

  it('is never decided by whoever made it', async () => {
    const mod: Actor = { ...(await person('mod@example.org')), roles: ['moderator'] };
    await claim(mod, 'nowhere', 'I work there');
    const asked = (await waitingClaims(db, 10)).find((each) => each.person.id === mod.id);
    const id = asked?.id ?? '';
    expect(await refusalOf(decideClaim(db, mod, { id, granted: true }))).toBe('403 catalog.own-claim');
    expect(await refusalOf(deskOf(db, mod, { slug: 'nowhere', page: 1 }))).toBe(
      '404 catalog.not-your-provider',
    );
  });

  it.each(['no-such-provider', '', 'loom-school\u0000'])('is none for %j', async (slug) => {
    const who = await person(`p${slug.length}@example.org`);
    expect(await refusalOf(claim(who, slug.replaceAll('\0', '%00'), 'x'))).toBe(
      '404 catalog.provider-not-found',
    );
  });

  it('is nothing for visitors', async () => {
    const visitor: Actor = { kind: 'visitor', roles: [], lang: 'en', now: system.now, ids: system.ids };
    expect(await refusalOf(claim(visitor, 'loom-school', 'x'))).toBe('404 catalog.not-your-provider');
  });
});
