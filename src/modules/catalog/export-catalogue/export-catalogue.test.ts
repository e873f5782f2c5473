import { existsSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownColumn } from '../formats/csv-columns.ts';
import { fileInput } from '../formats/file-input.ts';
import { textInput } from '../formats/text-input.ts';
import { childOf, childText, xmlElements } from '../formats/xml-elements.ts';
import type { XmlElement } from '../formats/xml-elements.ts';
import { exportCourses } from './course-arbitrary.ts';
import { csvExportColumns, exportCsv } from './csv.ts';
import type { Exporter, ExportCourse } from './export-course.ts';
import { exportJsonLines } from './json-lines.ts';
import { exportLheo } from './lheo.ts';
import { lheoProblems, readLheoDefinition } from './lheo-definition.ts';
import { exportMoochub } from './moochub.ts';

const bare: ExportCourse = {
  key: 'k',
  title: 'Sols vivants',
  id: '0190a5d8-0000-7000-8000-000000000001',
  slug: 'sols-vivants',
  pageUrl: 'https://catalogue.example/fr/courses/sols-vivants',
  platform: { slug: 'site', name: 'Site', url: 'https://site.example/' },
  updatedAt: '2026-11-20T10:00:00.000Z',
};

/** Everything that breaks writers: marks of the formats, controls, lone surrogates, endless texts. */
const hostile: ExportCourse = {
  ...bare,
  title: `</formation>]]>&amp;"'<\u0000\u0008\ud800${'T'.repeat(290)}`,
  summary: '=HYPERLINK("https://evil.example";"x")',
  description: `-1+1|cmd\r\n"${'long '.repeat(4000)}`,
  outcomes: ['@SUM(1)', 'a\tb'],
  providers: [{ name: `\u2028${'P'.repeat(299)}`, url: `https://p.example/${'x'.repeat(1900)}` }],
  url: `https://site.example/${'y'.repeat(1900)}`,
  languages: ['ast', 'zh-Hans', 'fr', 'en', 'es', 'pt', 'ru'],
  subjects: ['31088', '44540', '15061', '15066', '31028', '31054'].map((code) => ({
    scheme: 'formacode' as const,
    code,
  })),
  costs: [{ kind: 'access', amount: 99_999_999_999, currency: 'EUR' }],
  effort: { totalHours: 0.4 },
  runs: [
    {
      key: '"><x',
      pacing: 'scheduled',
      start: { on: '2027-03-01', precision: 'month' },
      end: { on: '2026-01-01', precision: 'day' },
      declared: 'cancelled',
    },
    { key: 'b', pacing: 'self', url: 'https://site.example/run' },
  ],
};

async function written(exporter: Exporter, courses: readonly ExportCourse[]): Promise<string> {
  let all = '';
  for await (const piece of exporter(stream(courses))) all += piece;
  return all;
}

async function* stream(courses: readonly ExportCourse[]): AsyncGenerator<ExportCourse> {
  yield* courses;
}

const moochub: Exporter = (courses) =>
  exportMoochub(courses, { self: 'https://catalogue.example/api/v1/export/moochub' });
const exporters: readonly (readonly [string, Exporter])[] = [
  ['MOOChub', moochub],
  ['LHEO', exportLheo],
  ['CSV', exportCsv],
  ['JSON lines', exportJsonLines],
];

describe.each(exporters)('the %s export', (_name, exporter) => {
  it('asks for the next course only when the one before has been written', async () => {
    let asked = 0;
    async function* counted(): AsyncGenerator<ExportCourse> {
      for (;;) {
        asked += 1;
        yield bare;
      }
    }
    let pieces = 0;
    for await (const piece of exporter(counted())) {
      expect(piece.length).toBeLessThan(10_000);
      pieces += 1;
      expect(asked).toBeLessThanOrEqual(pieces);
      if (pieces === 50) break;
    }
    expect(asked).toBeGreaterThan(45);
  });

  it('passes a failing source on', async () => {
    async function* failing(): AsyncGenerator<ExportCourse> {
      yield bare;
      throw new Error('the database went away');
    }
    const reading = async () => {
      for await (const piece of exporter(failing())) expect(piece).toBeTypeOf('string');
    };
    await expect(reading()).rejects.toThrow(/went away/);
  });
});

describe('exportLheo', () => {
  const formations = async (xml: string): Promise<readonly XmlElement[]> => {
    const found: XmlElement[] = [];
    for await (const { element, problems } of xmlElements(textInput(xml), {
      wanted: (name) => name === 'formation',
    })) {
      expect(problems).toEqual([]);
      found.push(element);
    }
    return found;
  };
  const definition = '../shared/data/catalogues/lheo/lheo-gml.xml';

  it.skipIf(!existsSync(definition))(
    'is valid by the definition of LHEO 2.3 (../shared/data is absent: skipped)',
    async () => {
      const lheo = await readLheoDefinition(await fileInput(definition));
      expect(lheo.elements.size).toBeGreaterThan(100);
      const problems = async (courses: readonly ExportCourse[]) =>
        (await formations(await written(exportLheo, courses))).flatMap((one) => lheoProblems(one, lheo));
      expect(await problems([bare, hostile])).toEqual([]);
      await fc.assert(
        fc.asyncProperty(fc.array(exportCourses, { maxLength: 2 }), async (courses) => {
          expect(await problems(courses)).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );

  it.skipIf(!existsSync(definition))(
    'would be told invalid by that definition (../shared/data is absent: skipped)',
    async () => {
      const lheo = await readLheoDefinition(await fileInput(definition));
      const [formation] = await formations(
        '<formation><intitule-formation/><domaine-formation/><certifiante>2</certifiante><x/></formation>',
      );
      const text = lheoProblems(formation!, lheo).join('\n');
      expect(text).toMatch(/<domaine-formation> stands too late/);
      expect(text).toMatch(/intitule-formation: 0 characters/);
      expect(text).toMatch(/"2" is not in dict-boolean/);
      expect(text).toMatch(/holds <x>/);
      expect(text).toMatch(/0 times <action>/);
    },
  );

  it('writes unknown days as the standard wants them, and parts runs by their pace', async () => {
    const [formation] = await formations(await written(exportLheo, [hostile]));
    const actions = formation!.children.filter((child) => child.name === 'action');
    expect(actions.map((action) => childText(action, 'modalites-entrees-sorties'))).toEqual(['0', '1']);
    const periods = actions.map((action) =>
      childOf(childOf(action, 'session')!, 'periode')!.children.map((child) => child.text),
    );
    expect(periods).toEqual([
      ['20270300', '99999999'],
      ['00000000', '99999999'],
    ]);
    expect(childText(formation!, 'parcours-de-formation')).toBe('4');
  });

  it('is an XML document in the namespace of the standard', async () => {
    const xml = await written(exportLheo, []);
    expect(xml).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<lheo xmlns="http:\/\/lheo\.gouv\.fr\/2\.3">/,
    );
    expect(xml.trimEnd()).toMatch(/<\/lheo>$/);
  });
});

describe('exportCsv', () => {
  const rowsOf = (text: string) => parse(text, { bom: true, relax_quotes: false }) as string[][];

  it('never begins a cell with what a spreadsheet calculates, and keeps every row as wide as its header', async () => {
    const rows = rowsOf(await written(exportCsv, [hostile]));
    expect(rows.map((row) => row.length)).toEqual([csvExportColumns.length, csvExportColumns.length]);
    await fc.assert(
      fc.asyncProperty(fc.array(exportCourses, { minLength: 1, maxLength: 2 }), async (courses) => {
        const cells = rowsOf(await written(exportCsv, [...courses, hostile])).flat();
        expect(cells.filter((cell) => /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell))).toEqual([]);
      }),
    );
  });

  it('names its columns so that our importer knows them, and others not for something else', () => {
    const known = Object.fromEntries(csvExportColumns.map(([name]) => [name, knownColumn(name)?.field]));
    expect(known).toMatchObject({
      id: 'key',
      title: 'title',
      'certificate price': 'certificate-price',
      'total hours': 'duration',
      'run id': 'run-key',
      'isced-f': 'isced-f',
      'rating count': 'rating-count',
    });
    const unknown = Object.entries(known).flatMap(([name, field]) => (field === undefined ? [name] : []));
    expect(unknown).toEqual(['platform', 'platform url', 'catalogue entry', 'updated']);
  });
});

describe('exportMoochub', () => {
  interface Answer {
    links: Record<string, string>;
    data: { id: string; type: string; attributes: Record<string, unknown> }[];
  }
  const answer = async (courses: readonly ExportCourse[]) =>
    JSON.parse(await written(moochub, courses)) as Answer;

  it('has the required links and members even when nothing is known', async () => {
    const { links, data } = await answer([bare]);
    expect(Object.keys(links)).toEqual(['self', 'first', 'last']);
    expect(data[0]).toMatchObject({
      id: bare.id,
      type: 'Course',
      attributes: {
        name: 'Sols vivants',
        learningResourceType: { identifier: 'https://w3id.org/kim/hcrt/course' },
        publisher: { type: 'Organization', name: 'Site' },
        creator: [{ type: 'Organization', name: 'Site' }],
        license: [{ identifier: 'proprietary', url: null }],
        url: bare.pageUrl,
      },
    });
    expect(await answer([])).toMatchObject({ data: [] });
  });

  it('keeps to the shapes and lists of the schema', () =>
    fc.assert(
      fc.asyncProperty(exportCourses, async (course) => {
        const { attributes } = (await answer([course])).data[0]!;
        const list = (name: string) => (attributes[name] ?? []) as Record<string, unknown>[];
        for (const name of ['startDate', 'endDate'])
          for (const day of list(name)) expect(day).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
        for (const mode of list('courseMode'))
          expect(['blended', 'onsite', 'online', 'asynchronous']).toContain(mode);
        for (const offer of list('offer')) {
          expect(offer['price']).toBeGreaterThanOrEqual(0);
          expect(['one-time', 'monthly', 'yearly', 'other']).toContain(offer['paymentFrequency']);
          expect(['course', 'certificate']).toContain(offer['category']);
        }
        for (const skill of list('teaches')) expect(skill['educationalFramework']).toBe('ESCO');
        const workload = attributes['workload'] as { timeValue: number } | undefined;
        if (workload) expect(Number.isInteger(workload.timeValue)).toBe(true);
        if (attributes['duration'] !== undefined)
          expect(attributes['duration']).toMatch(/^P(?:\d+(?:\.\d+)?W|T\d+(?:\.\d+)?H)$/);
      }),
    ));

  it('writes texts as HTML that cannot become marks of their own', async () => {
    const { data } = await answer([{ ...bare, description: 'a <script> & b\n\n- one\n- two\nthen' }]);
    expect(data[0]!.attributes['description']).toBe(
      '<p>a &lt;script&gt; &amp; b</p><ul><li>one</li><li>two</li></ul><p>then</p>',
    );
  });
});
