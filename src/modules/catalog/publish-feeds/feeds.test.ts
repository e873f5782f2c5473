import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, it } from 'vitest';
import { countingStatements } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { catalogMessages } from '../messages/index.ts';
import { installSample } from '../sample/install-sample.ts';
import { actorOn, course, importing } from '../testing/catalog-stage.ts';
import { feedRoutes } from './feeds.routes.ts';
import {
  type IcalComponent,
  readIcal,
  valueOf as writtenValue,
} from '../../../platform/calendar/testing/read-ical.ts';

const database = await testDatabase();
const { db } = database;
const clock = testClock('2026-12-01T09:00:00Z');
const tools = testTools(database, { messages: [catalogMessages], clock });
const app = testApp(tools, feedRoutes);

const day = (on: string) => ({ on, precision: 'day' as const });
const evil = '</title><script>alert(1)</script> & "quotes" ]]>\u0001';
const spring = [2023, 2024, 2025, 2026].map((year) => ({
  key: `p${year}`,
  pacing: 'scheduled' as const,
  start: day(`${year}-03-10`),
  end: day(`${year}-04-20`),
}));

beforeAll(async () => {
  await importing(db, [
    course('soil', {
      title: 'Sols vivants; pas, à pas',
      languages: ['fr'],
      summary: 'Comprendre la vie du sol.',
      runs: [
        {
          key: 'r',
          pacing: 'scheduled',
          start: day('2027-01-12'),
          end: day('2027-02-20'),
          enrolmentStart: day('2026-12-10'),
          enrolmentEnd: day('2027-01-20'),
        },
        { key: 'm', pacing: 'scheduled', start: { on: '2027-05-01', precision: 'month' } },
        { key: 'x', pacing: 'scheduled', start: day('2027-06-01'), declared: 'cancelled' },
      ],
    }),
    course('spring', { title: 'Soil every spring', languages: ['en'], runs: spring }),
    course('evil', { title: evil, summary: evil, languages: ['en'], providers: [{ name: evil }] }),
  ]);
  await installSample(db, actorOn(), '2026-12-01');
});

async function get(path: string, headers: Record<string, string> = {}) {
  const tally = { count: 0, milliseconds: 0 };
  const answer = await countingStatements(tally, async () => app.request(path, { headers }));
  expect(tally.count, `statements of ${path}`).toBeLessThanOrEqual(6);
  return answer;
}
async function calendar(path: string): Promise<IcalComponent> {
  const answer = await get(path);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  return readIcal(new Uint8Array(await answer.arrayBuffer()));
}
/** Non-breaking spaces as plain ones, so that they can be read here. */
const valueOf = (component: IcalComponent, name: string) =>
  writtenValue(component, name).replaceAll('\u00a0', ' ');
const values = (component: IcalComponent, name: string) =>
  component.components.map((event) => valueOf(event, name));

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: Element[];
}

/** Reads XML, strictly: what is not well-formed throws. */
function readXml(text: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: { ...attributes }, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => {
    const inner = open.at(-1);
    if (inner) inner.text += piece;
  });
  parser.on('closetag', () => void open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
  return root.children[0] ?? root;
}
const inside = (element: Element, name: string) => element.children.filter((child) => child.name === name);
const textOf = (element: Element | undefined, name: string) =>
  element ? inside(element, name)[0]?.text : undefined;

describe('the calendar of a course', () => {
  it('has its days in the language of the address, and what is not fixed as tentative', async () => {
    const found = await calendar('/fr/courses/sols-vivants-pas-a-pas/runs.ics');
    const said = found.components.map((event) => [
      valueOf(event, 'SUMMARY'),
      valueOf(event, 'DTSTART'),
      valueOf(event, 'STATUS'),
    ]);
    expect(said.toSorted((a, b) => ((a[1] ?? '') < (b[1] ?? '') ? -1 : 1))).toEqual([
      ['Ouverture des inscriptions : Sols vivants; pas, à pas', '20261210', 'CONFIRMED'],
      ['Début : Sols vivants; pas, à pas', '20270112', 'CONFIRMED'],
      ['Dernier jour pour s’inscrire : Sols vivants; pas, à pas', '20270120', 'CONFIRMED'],
      ['Fin : Sols vivants; pas, à pas', '20270220', 'CONFIRMED'],
      ['Début : Sols vivants; pas, à pas', '20270501', 'TENTATIVE'],
    ]);
    const month = found.components.find((event) => valueOf(event, 'DTSTART') === '20270501');
    expect(month && valueOf(month, 'DTEND')).toBe('20270601');
    expect(month && valueOf(month, 'DESCRIPTION')).toContain('Le jour n’est pas encore fixé');
  });

  it('guesses the next run, and says that it is a guess', async () => {
    const found = await calendar('/en/courses/soil-every-spring/runs.ics');
    const guess = found.components.find((event) => valueOf(event, 'STATUS') === 'TENTATIVE');
    expect(guess && valueOf(guess, 'DTSTART')).toBe('20270301');
    expect(guess && valueOf(guess, 'DTEND')).toBe('20270401');
    expect(guess && valueOf(guess, 'DESCRIPTION')).toContain('This is our guess, not an announcement.');
  });

  it('keeps the names of its events when their days change', async () => {
    const path = '/fr/courses/sols-vivants-pas-a-pas/runs.ics';
    const before = await calendar(path);
    await importing(
      db,
      [
        course('soil', {
          title: 'Sols vivants; pas, à pas',
          languages: ['fr'],
          summary: 'Comprendre la vie du sol.',
          runs: [{ key: 'r', pacing: 'scheduled', start: day('2027-01-19'), end: day('2027-02-27') }],
        }),
      ],
      { partial: true, on: 1 },
    );
    const after = await calendar(path);
    const start = (component: IcalComponent) =>
      component.components.find(
        (event) =>
          valueOf(event, 'UID').endsWith('start@localhost') && valueOf(event, 'STATUS') === 'CONFIRMED',
      );
    const [was = before, is = after] = [start(before), start(after)];
    expect(valueOf(is, 'UID')).toBe(valueOf(was, 'UID'));
    expect(valueOf(is, 'DTSTART')).toBe('20270119');
    expect(Number(valueOf(is, 'SEQUENCE'))).toBeGreaterThan(Number(valueOf(was, 'SEQUENCE')));
  });

  it('answers 304 later on the same day, though its stamp has moved', async () => {
    const path = '/en/courses/soil-every-spring/runs.ics';
    const etag = (await get(path)).headers.get('etag') ?? '';
    clock.forward(60);
    expect((await get(path, { 'if-none-match': etag })).status).toBe(304);
  });

  it('leads on from a former address, and is not found for none', async () => {
    await importing(db, [course('spring', { title: 'Soil, each spring', languages: ['en'], runs: spring })], {
      partial: true,
      on: 2,
    });
    const moved = await get('/en/courses/soil-every-spring/runs.ics');
    expect([moved.status, moved.headers.get('location')]).toEqual([
      301,
      '/en/courses/soil-each-spring/runs.ics',
    ]);
    expect((await get('/en/courses/none/runs.ics')).status).toBe(404);
    expect((await get('/en/courses/%00/runs.ics')).status).toBe(404);
  });

  it('can be read for every course of the sample', async () => {
    const feed = readXml(await (await get('/en/courses.atom')).text());
    for (const entry of inside(feed, 'entry')) {
      const href = inside(entry, 'link')[0]?.attributes['href'] ?? '';
      const found = await calendar(`${new URL(href).pathname}/runs.ics`);
      expect(new Set(values(found, 'UID')).size).toBe(found.components.length);
    }
  });
});

describe('the calendar of a search', () => {
  it('has the starts and last days that are ahead, the soonest courses first', async () => {
    const found = await calendar('/fr/courses.ics?q=sols+vivants');
    expect(values(found, 'SUMMARY')).toContain('Début : Sols vivants; pas, à pas');
    expect(valueOf(found, 'NAME')).toBe('Cours : sols vivants · Passerelle');
    const all = await calendar('/ar/courses.ics');
    expect(all.components.length).toBeGreaterThan(50);
    expect(values(all, 'DTEND').every((last) => last > '20261201')).toBe(true);
  });
});

describe('feeds of a search', () => {
  it('tells Atom readers of courses, the latest changes first', async () => {
    const feed = readXml(await (await get('/fr/courses.atom?q=sols')).text());
    expect(feed.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'fr' });
    expect(textOf(feed, 'id')).toBe('http://localhost:3000/fr/courses.atom?q=sols');
    const [entry] = inside(feed, 'entry');
    expect(textOf(entry, 'title')).toBe('Sols vivants; pas, à pas');
    expect(textOf(entry, 'id')).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    expect(textOf(entry, 'summary')).toContain('Comprendre la vie du sol.');
    const all = readXml(await (await get('/en/courses.atom')).text());
    const updated = inside(all, 'entry').map((each) => textOf(each, 'updated') ?? '');
    expect(updated).toHaveLength(50);
    expect(updated).toEqual(updated.toSorted().reverse());
    expect(textOf(all, 'updated')).toBe(updated[0]);
  });

  it('tells RSS readers the same', async () => {
    const channel = inside(readXml(await (await get('/fr/courses.rss?q=sols')).text()), 'channel')[0];
    const item = channel && inside(channel, 'item')[0];
    expect(textOf(item, 'title')).toBe('Sols vivants; pas, à pas');
    expect(textOf(item, 'pubDate')).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
    expect(textOf(item, 'link')).toBe('http://localhost:3000/fr/courses/sols-vivants-pas-a-pas');
  });

  it('writes hostile words as words', async () => {
    for (const kind of ['atom', 'rss']) {
      const text = await (await get(`/en/courses.${kind}?q=script+alert+quotes`)).text();
      const root = readXml(text);
      const list =
        kind === 'atom' ? inside(root, 'entry') : inside(inside(root, 'channel')[0] ?? root, 'item');
      expect(list.map((entry) => textOf(entry, 'title'))).toEqual([evil.replace('\u0001', '')]);
      expect(text).not.toContain('<script');
    }
  });

  it('follows facets, and is empty rather than everything when words mean nothing', async () => {
    const count = async (query: string) =>
      inside(readXml(await (await get(`/en/courses.atom?${query}`)).text()), 'entry').length;
    expect(await count('language=ru')).toBeGreaterThan(5);
    expect(await count('q=zzzzqqqq')).toBe(0);
    expect(await count('q=soil&language=ru')).toBe(0);
    expect(await count('subject=nonsense')).toBe(0);
    expect(await count('q=%00%FF&level=x&sort=none&page=-4')).toBe(50);
  });

  it('marks what belongs to the sample', async () => {
    const feed = readXml(await (await get('/en/courses.atom?language=ru')).text());
    expect(textOf(inside(feed, 'entry')[0], 'title')).toMatch(/^sample: /);
  });
});

describe('the calendar of a course with hours', () => {
  it('has hours on the clock of the run, and midnight as a day', async () => {
    await importing(
      db,
      [
        course('hour', {
          title: 'At an hour',
          runs: [
            {
              key: 'z',
              pacing: 'scheduled',
              zone: 'Europe/Paris',
              start: { on: '2027-03-29', precision: 'day', at: '2027-03-29T16:00:00.000Z' },
              // midnight is a day, not an hour
              end: { on: '2027-04-29', precision: 'day', at: '2027-04-28T22:00:00.000Z' },
            },
          ],
        }),
      ],
      { partial: true, platformName: 'hours' },
    );
    const [zone, ...events] = (await calendar('/fr/courses/at-an-hour/runs.ics')).components;
    expect(zone && valueOf(zone, 'TZID')).toBe('Europe/Paris');
    expect(events.map((event) => [valueOf(event, 'SUMMARY'), valueOf(event, 'DTSTART')])).toEqual([
      ['Début : At an hour', '20270329T180000'],
      ['Fin : At an hour', '20270429'],
    ]);
  });
});
