import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../platform/testing/database.ts';
import { langs } from '../../../platform/i18n/languages.ts';
import { installSample } from '../sample/install-sample.ts';
import { actorOn, course, importing } from '../testing/catalog-stage.ts';
import type { CourseItemJson, CourseJson } from './schemas/course-schemas.ts';
import type { RunOfCourseJson } from './schemas/run-schemas.ts';
import { apiStage } from './testing/api-stage.ts';

const database = await testDatabase();
const { ask, app, clock } = apiStage(database);

const day = (on: string) => ({ on, precision: 'day' as const });
const spring = { key: 's', pacing: 'scheduled' as const, start: day('2027-03-10'), end: day('2027-04-20') };

beforeAll(async () => {
  await importing(database.db, [
    course('zero', { title: 'First steps', languages: ['en'], prerequisites: { nothing: true } }),
    course('one', {
      title: 'Second steps',
      languages: ['en'],
      translations: { fr: { title: 'Deuxièmes pas', summary: 'Encore un pas.' } },
      prerequisites: { courses: [{ key: 'zero' }, { title: 'A course that nobody has' }] },
      providers: [{ name: 'Université d’Exemple', country: 'FR' }],
      runs: [{ ...spring, enrolmentStart: day('2026-11-01'), enrolmentEnd: day('2027-03-05') }],
    }),
    course('self', { title: 'Whenever you like', runs: [{ key: 'x', pacing: 'self' }] }),
    course('month', {
      title: 'In a month',
      runs: [{ key: 'm', pacing: 'scheduled', start: { on: '2027-05-01', precision: 'month' } }],
    }),
  ]);
  await installSample(database.db, actorOn(), '2026-12-01');
});

const items = async <T>(path: string) => ((await ask(path)).body as { items: T[] }).items;

describe('GET /courses', () => {
  it('gives every course exactly once, page after page', async () => {
    const all = await ask('/api/v1/courses?limit=100');
    const total = (all.body as { total: { count: number } }).total.count;
    const seen: string[] = [];
    let next: string | undefined = '/api/v1/courses?limit=37';
    while (next !== undefined) {
      const { body, headers } = await ask(next);
      const page = body as { items: CourseItemJson[]; next?: string };
      seen.push(...page.items.map((item) => item.id));
      next = page.next?.replace('http://localhost:3000', '');
      expect(headers.get('link')).toBe(page.next ? `<${page.next}>; rel="next"` : null);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(total);
    expect(total).toBeGreaterThan(300);
  });

  it('marks the sample, and leaves it out when asked', async () => {
    const own = await items<CourseItemJson>('/api/v1/courses?sample=0');
    expect(own.map((item) => item.title).sort()).toEqual([
      'First steps',
      'In a month',
      'Second steps',
      'Whenever you like',
    ]);
    expect(
      (await items<CourseItemJson>('/api/v1/courses?limit=100')).filter((item) => item.sample).length,
    ).toBe(96);
  });

  it('loses nothing and doubles nothing while an import runs', async () => {
    const before = await items<CourseItemJson>('/api/v1/courses?sample=0&limit=100');
    const seen: string[] = [];
    let next: string | undefined = '/api/v1/courses?sample=0&limit=2';
    for (let step = 0; next !== undefined; step += 1) {
      const page = (await ask(next)).body as { items: CourseItemJson[]; next?: string };
      seen.push(...page.items.map((item) => item.id));
      next = page.next?.replace('http://localhost:3000', '');
      if (step === 0) {
        const added = Array.from({ length: 7 }, (_, at) => course(`new${at}`));
        await importing(
          database.db,
          [
            course('zero', {
              title: 'First steps, renamed',
              languages: ['en'],
              prerequisites: { nothing: true },
            }),
            ...added,
          ],
          { partial: true, on: 1 },
        );
      }
    }
    expect(new Set(seen).size).toBe(seen.length);
    for (const { id } of before) expect(seen).toContain(id);
  });
});

describe('GET /courses/{course}', () => {
  it('tells all that is known, in the language asked for', async () => {
    const { body } = await ask('/api/v1/courses/second-steps?lang=fr');
    expect(body).toMatchObject({
      title: 'Deuxièmes pas',
      summary: 'Encore un pas.',
      page: 'http://localhost:3000/fr/courses/second-steps',
      availability: { state: 'open-starts-on', joinable: true, lastDayToJoin: '2027-03-05' },
      prerequisites: { nothing: false },
      runs: [{ pacing: 'scheduled', gone: false, joinable: true }],
      sample: false,
    });
    const { prerequisites, availability } = body as CourseJson;
    expect(availability.text).toBe('début le 10 mars, inscription jusqu’au 5 mars');
    expect(prerequisites?.courses[0]).toMatchObject({
      slug: expect.stringContaining('first-steps') as string,
    });
    expect(prerequisites?.courses[1]).toEqual({ title: 'A course that nobody has' });
  });

  it('knows every course of the sample by id and by address, in every language', async () => {
    const found = await items<CourseItemJson>('/api/v1/courses?limit=100');
    for (const [at, item] of found.entries()) {
      const lang = langs[at % langs.length] ?? 'en';
      const bySlug = await ask(`/api/v1/courses/${encodeURIComponent(item.slug)}?lang=${lang}`);
      expect(bySlug.status).toBe(200);
      clock.forward(1);
    }
    const byId = await ask(`/api/v1/courses/${found[0]?.id}`);
    expect(byId.status).toBe(200);
  });

  it('leads from a former address to the present one', async () => {
    const { status, headers } = await ask('/api/v1/courses/first-steps?lang=es');
    expect(status).toBe(301);
    expect(headers.get('location')).toBe('/api/v1/courses/first-steps-renamed?lang=es');
  });

  it('says what is not there as a problem, in the language of the visitor', async () => {
    const { status, headers, body } = await ask('/api/v1/courses/nowhere', { 'accept-language': 'fr' });
    expect(status).toBe(404);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(body).toMatchObject({
      title: 'catalog.course-not-found',
      detail: 'Ce cours n’est pas dans le catalogue.',
    });
  });
});

describe('GET /runs', () => {
  it('finds runs by their days and their course', async () => {
    const march = await items<RunOfCourseJson>(
      '/api/v1/runs?start_from=2027-03-01&start_to=2027-03-31&sample=0',
    );
    expect(march.map((run) => run.course.title)).toEqual(['Second steps']);
    expect((await items('/api/v1/runs?course=second-steps')).length).toBe(1);
    expect((await items(`/api/v1/runs?course=${march[0]?.course.id}`)).length).toBe(1);
    expect(await items('/api/v1/runs?course=nowhere')).toEqual([]);
  });

  it('finds what one can join on a day', async () => {
    const joinable = async (on: string) =>
      (await items<RunOfCourseJson>(`/api/v1/runs?sample=0&joinable_on=${on}`))
        .map((run) => run.course.title)
        .sort();
    expect(await joinable('2026-10-31')).toEqual(['In a month', 'Whenever you like']);
    expect(await joinable('2026-11-01')).toEqual(['In a month', 'Second steps', 'Whenever you like']);
    expect(await joinable('2027-03-05')).toContain('Second steps');
    expect(await joinable('2027-03-06')).not.toContain('Second steps');
  });
});

describe('lists of whom and what', () => {
  it('gives providers and platforms with their courses', async () => {
    const french = await items<{ name: string; courses: number }>('/api/v1/providers?country=fr&sample=0');
    expect(french).toEqual([
      expect.objectContaining({ name: 'Université d’Exemple', courses: 1, country: 'FR' }),
    ]);
    const own = await items<{ slug: string }>('/api/v1/platforms?sample=0');
    expect(own.map((each) => each.slug)).toEqual(['alpha']);
    const all = await items<{ slug: string }>('/api/v1/providers?limit=200');
    const paged: string[] = [];
    let next: string | undefined = '/api/v1/providers?limit=9';
    while (next !== undefined) {
      const page = (await ask(next)).body as { items: { slug: string }[]; next?: string };
      paged.push(...page.items.map((each) => each.slug));
      next = page.next?.replace('http://localhost:3000', '');
      clock.forward(1);
    }
    expect(paged).toEqual(all.map((each) => each.slug));
  });

  it('gives the tree of subjects with its names in seven languages', async () => {
    const tree = await items<{
      id: string;
      name: string;
      names: Record<string, string>;
      children: { id: string }[];
    }>('/api/v1/subjects?lang=ar');
    const computing = tree.find((top) => top.id === 'computing');
    expect(computing?.name).toBe('الحوسبة وتقنية المعلومات');
    expect(Object.keys(computing?.names ?? {}).sort()).toEqual([...langs].sort());
    expect(computing?.children.map((one) => one.id)).toContain('computing.programming');
  });
});

describe('HTTP', () => {
  it('answers 304 when the client has it already, and HEAD without a body', async () => {
    const first = await app.request('/api/v1/subjects');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    const again = await ask('/api/v1/subjects', { 'if-none-match': etag });
    expect(again.status).toBe(304);
    const head = await app.request('/api/v1/subjects', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('etag')).toBe(etag);
    expect(await head.text()).toBe('');
  });

  it('may be read from the pages of others', async () => {
    const { headers } = await ask('/api/v1/platforms', { origin: 'https://partner.example' });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    const preflight = await app.request('/api/v1/platforms', {
      method: 'OPTIONS',
      headers: { origin: 'https://partner.example', 'access-control-request-method': 'GET' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Authorization');
    const refused = await ask('/api/v1/courses/nowhere', { origin: 'https://partner.example' });
    expect(refused.headers.get('access-control-allow-origin')).toBe('*');
  });

  it('takes nothing but reading', async () => {
    expect((await app.request('/api/v1/courses', { method: 'POST' })).status).toBe(404);
  });
});

describe('the document', () => {
  it('describes every endpoint and says every word in each language', async () => {
    for (const lang of langs) {
      const answer = await app.request(`/api/v1/openapi.json?lang=${lang}`);
      const text = await answer.text();
      expect(text).not.toContain('catalog.api.');
      // fields may be added within a version: nothing forbids them
      expect(text).not.toContain('additionalProperties');
      expect(text).not.toContain('allOf');
      const document = JSON.parse(text) as { openapi: string; paths: object; servers: { url: string }[] };
      expect(document.openapi).toBe('3.1.0');
      expect(document.servers[0]?.url).toBe('http://localhost:3000/api/v1');
      expect(Object.keys(document.paths)).toEqual(
        expect.arrayContaining([
          '/courses',
          '/courses/{course}',
          '/runs',
          '/subjects',
          '/providers',
          '/platforms',
          '/changes',
        ]),
      );
    }
  });
});
