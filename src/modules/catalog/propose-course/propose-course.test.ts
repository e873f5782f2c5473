import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { tables } from '../../../platform/db/database.ts';
import { localServer } from '../../../platform/http/fetch/testing/local-server.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { mailTo } from '../../../platform/mail/mail.queries.ts';
import { course, importing } from '../testing/catalog-stage.ts';
import { sourceStage } from '../testing/source-stage.ts';
import { acceptProposalJob } from './accept-proposal.job.ts';
import { readProposalJob } from './read-proposal.job.ts';

const stage = await sourceStage();
const { db, tools, ask, worker, rowsOf } = stage;

const marked = (name: string, more = '') =>
  `<!doctype html><html lang="en"><head><title>x</title><script type="application/ld+json">
  {"@context":"https://schema.org","@type":"Course","name":"${name}","description":"Twelve short films on looms.",
  "provider":{"@type":"Organization","name":"The Loom School"}${more}}</script></head><body></body></html>`;

const server = await localServer((request, response) => {
  const path = request.url ?? '';
  const body = path.startsWith('/weaving')
    ? marked('Weaving at home')
    : path === '/list'
      ? '<script type="application/ld+json">{"@context":"https://schema.org","@type":"ItemList","itemListElement":[{"@type":"ListItem","url":"/weaving"}]}</script>'
      : '<!doctype html><title>Nothing here</title>';
  response.writeHead(path === '/gone' ? 404 : 200, { 'content-type': 'text/html' }).end(body);
});
tools.fetcher.allowHosts([{ host: server.host, robots: 'ignore' }]);

const propose = async (url: string, more: Readonly<Record<string, string>> = {}) => {
  const id = tools.ids.next();
  const answer = await ask('/en/propose', { as: 'visitor', form: { id, url, note: '', mail: '', ...more } });
  return { id, ...answer };
};
const work = (job: JobTask, id: string) => job.run(worker(), { id });
const proposal = async (id: string) => {
  const rows = await rowsOf<{
    state: string;
    trouble: string | null;
    title: string | null;
    mail: string | null;
  }>(
    sql`select state, trouble, document ->> 'title' as title, mail from catalog.course_proposal where id = ${id}::uuid`,
  );
  return rows[0];
};
const letters = async (address: string) =>
  (await mailTo(db, [address])).map(({ subject, text }) => ({ subject, text }));

beforeEach(async () => {
  stage.clock.forward(3601);
  await sql`delete from catalog.course_proposal`.execute(tables(db));
});

describe('an address that grows when other scripts are written out', () => {
  it.each([
    ['é', 600, 422],
    ['课', 230, 422],
    ['a', 1900, 303],
  ])('%s, %i times: %i', async (letter, times, status) => {
    expect((await propose(`${server.origin}/${letter.repeat(times)}`)).status).toBe(status);
  });
});

describe('a course that somebody misses', () => {
  it('is read from its page, accepted by a person, and stands in the catalogue', async () => {
    const { id, status, location } = await propose(`${server.origin}/weaving?utm_source=letter`, {
      note: 'My aunt teaches it',
      mail: 'noor@example.org',
    });
    expect({ status, location }).toEqual({ status: 303, location: `/en/propose/${id}` });
    expect((await ask(`/en/propose/${id}`, { as: 'visitor' })).text).toContain('We are reading the page');
    await work(readProposalJob, id);
    expect(await proposal(id)).toMatchObject({ state: 'waiting', trouble: null, title: 'Weaving at home' });

    const page = await ask(`/en/operator/proposals/${id}`, { as: 'moderator' });
    expect(page.text).toContain('My aunt teaches it');
    expect(page.text).toContain('The Loom School');
    const accepted = await ask(`/en/operator/proposals/${id}/accept`, {
      as: 'moderator',
      form: { title: 'Weaving at home', platform: 'Loom School', language: '' },
    });
    expect(accepted.status).toBe(303);
    await work(acceptProposalJob, id);
    await work(acceptProposalJob, id);

    const shown = await ask('/en/courses/weaving-at-home', { as: 'visitor' });
    expect(shown.text).toContain('Twelve short films on looms.');
    expect(shown.text).toContain('Loom School');
    expect((await proposal(id))?.mail).toBeNull();
    const [letter, ...more] = await letters('noor@example.org');
    expect(more).toEqual([]);
    expect(letter?.text).toContain('http://localhost:3000/en/courses/weaving-at-home');

    const again = await propose(`${server.origin}/weaving`);
    expect(again.location).toBe('/en/courses/weaving-at-home');
  });

  it('is one proposal, however often and by whomever it is sent', async () => {
    const first = await propose(`${server.origin}/weaving2`);
    const second = await propose(`${server.origin}/weaving2/#about`);
    expect(second.location).toBe(`/en/propose/${first.id}`);
    const twice = await ask('/en/propose', {
      as: 'visitor',
      form: { id: first.id, url: `${server.origin}/weaving2`, note: '', mail: '' },
    });
    expect(twice.location).toBe(`/en/propose/${first.id}`);
  });

  it.each([
    ['/list', 'no-course'],
    ['/plain', 'no-course'],
    ['/gone', 'not-reached'],
  ])('whose page is %s waits for a person all the same: %s', async (path, trouble) => {
    const { id } = await propose(server.origin + path);
    await work(readProposalJob, id);
    expect(await proposal(id)).toMatchObject({ state: 'waiting', trouble, title: null });
    const untold = await ask(`/en/operator/proposals/${id}/accept`, {
      form: { title: '', platform: 'Loom School', language: 'en' },
    });
    expect(untold.status).toBe(422);
    expect(untold.text).toContain('A course needs a title.');
    const nowhere = await ask(`/en/operator/proposals/${id}/accept`, {
      form: { title: 'Felt', platform: '', language: 'en' },
    });
    expect(nowhere.text).toContain('Which platform is it on?');
    await ask(`/en/operator/proposals/${id}/accept`, {
      form: { title: `Felt ${path}`, platform: 'LOOM SCHOOL', language: 'en' },
    });
    await work(acceptProposalJob, id);
    expect(await proposal(id)).toMatchObject({ state: 'accepted' });
    const named = await rowsOf(sql`select 1 from catalog.platform where lower(name) = 'loom school'`);
    expect(named).toHaveLength(1);
  });

  it('is refused with a reason that reaches whoever proposed it, and the course that is there', async () => {
    await importing(db, [course('known', { title: 'Known weaving' })]);
    const { id } = await propose(`${server.origin}/weaving3`, { mail: 'jo@example.org' });
    await ask(`/en/operator/proposals/${id}/refuse`, { form: { reason: 'known', course: 'Known weaving' } });
    expect(await letters('jo@example.org')).toMatchObject([
      { text: expect.stringContaining('/en/courses/known-weaving') as string },
    ]);
    expect((await ask(`/en/propose/${id}`, { as: 'visitor' })).text).toContain('The course is here already.');
    const late = await ask(`/en/operator/proposals/${id}/accept`, {
      form: { title: 'Too late', platform: 'Loom School', language: '' },
    });
    expect(late.status).toBe(409);
  });
});

describe('what is refused', () => {
  it.each([
    ['', 422],
    ['nothing at all', 422],
    ['javascript:alert(1)', 422],
    ['file:///etc/passwd', 422],
    ['http://127.0.0.1/course', 422],
    ['http://[::1]/course', 422],
    ['http://192.168.0.1/', 422],
    ['http://user:pass@example.org/', 422],
  ])('%j as an address', async (url, status) => {
    const answer = await propose(url);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain('aria-invalid');
  });

  it('what is no mail address, with all that was typed shown again', async () => {
    const answer = await propose('https://example.org/a', { mail: 'nobody', note: 'Please <b>add</b> it' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Please &lt;b>add');
    expect(answer.text).toContain('value="https://example.org/a"');
  });

  it('more than twenty from one network within an hour', async () => {
    for (let n = 0; n < 20; n += 1) await propose(`https://example.org/course/${n}`);
    expect((await propose('https://example.org/course/20')).status).toBe(429);
  });

  it('people who look after nothing, and proposals that are none', async () => {
    const { id } = await propose('https://example.org/b');
    expect((await ask('/en/operator/proposals', { as: 'nobody' })).status).toBe(403);
    expect((await ask(`/en/operator/proposals/${id}`, { as: 'nobody' })).status).toBe(403);
    expect((await ask(`/en/operator/proposals/${tools.ids.next()}`)).status).toBe(404);
    expect((await ask('/en/propose/abc', { as: 'visitor' })).status).toBe(404);
  });
});
