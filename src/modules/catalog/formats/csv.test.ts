import { createReadStream, existsSync } from 'node:fs';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { CourseDocument } from '../course-document/course-document.ts';
import { csv } from './csv.ts';
import type { FeedOptions, FeedRecord } from './feed-format.ts';
import { textInput } from './text-input.ts';

const today = '2026-11-22';

async function read(text: string | Uint8Array, options: Partial<FeedOptions> = {}): Promise<FeedRecord[]> {
  const records: FeedRecord[] = [];
  const input = textInput(text, { location: '/feeds/courses.csv', pieceBytes: 61 });
  for await (const record of csv.read(input, { today, ...options })) records.push(record);
  return records;
}

async function courses(
  text: string | Uint8Array,
  options: Partial<FeedOptions> = {},
): Promise<CourseDocument[]> {
  return (await read(text, options)).flatMap((record) => (record.kind === 'course' ? [record.document] : []));
}

async function course(
  text: string | Uint8Array,
  options: Partial<FeedOptions> = {},
): Promise<CourseDocument> {
  const [first] = await courses(text, options);
  if (!first) throw new Error('no course was read');
  return first;
}

const edxHeader =
  'title,summary,n_enrolled,course_type,institution,instructors,Level,subject,language,subtitles,course_effort,course_length,price,course_description,course_syllabus,course_url,price_USD';
const edxRow = (instructors: string, more = ''): string =>
  `Soil for All,Learn about soil,1204,Self-paced on your time,Delta University-North College,${instructors},Introductory,Biology & Life Sciences,English,"English, Français",2–4 hours per week,6 Weeks,FREE-Add a Verified Certificate for $49 USD,All about soil,Week 1: SandWeek 2: ClayWeek 3: Loam,https://www.example.org/course/soil-for-all${more},49`;

describe('csv with the header of edX', () => {
  it('reads prices, effort, pacing, languages, syllabus and people', async () => {
    expect(await course(`${edxHeader}\n${edxRow('Ada Byron')}\n`)).toEqual({
      key: 'soil-for-all',
      title: 'Soil for All',
      summary: 'Learn about soil',
      description: 'All about soil',
      syllabus: ['Week 1: Sand', 'Week 2: Clay', 'Week 3: Loam'],
      languages: ['en'],
      subtitles: ['en', 'fr'],
      level: 'beginner',
      certificate: 'paid',
      costs: [
        { kind: 'access', amount: 0, currency: 'USD', checkedOn: today },
        { kind: 'certificate', amount: 4900, currency: 'USD', checkedOn: today },
      ],
      effort: { minHoursPerWeek: 2, maxHoursPerWeek: 4, weeks: 6 },
      providers: [{ name: 'Delta University-North College' }],
      instructors: [{ name: 'Ada Byron' }],
      subjects: [{ scheme: 'label', label: 'Biology & Life Sciences' }],
      runs: [{ key: 'self', pacing: 'self' }],
      url: 'https://www.example.org/course/soil-for-all',
      enrolledCount: 1204,
    });
  });

  it('parts people at hyphens where the file does, and says where that is doubtful', async () => {
    const people = [
      'Ann Lee-Bo Smith',
      'Cy Young-Di Oh-Ed Fox',
      'Flo Day-Guy Ray',
      'Hal Ho-Ina Moe-Lee-Jo Poe',
      'Jean-Luc Roy-Kim Li',
    ];
    const rows = people.map((names, index) => edxRow(names, String(index)));
    const records = await read([edxHeader, ...rows].join('\n'));
    const names = records.map((record) =>
      record.kind === 'course' ? record.document.instructors?.map((one) => one.name) : [],
    );
    expect(names).toEqual([
      ['Ann Lee', 'Bo Smith'],
      ['Cy Young', 'Di Oh', 'Ed Fox'],
      ['Flo Day', 'Guy Ray'],
      ['Hal Ho', 'Ina Moe-Lee', 'Jo Poe'],
      ['Jean-Luc Roy', 'Kim Li'],
    ]);
    const doubts = records.map((record) =>
      record.kind === 'course' ? record.degraded.map((one) => one.field) : [],
    );
    expect(doubts).toEqual([[], [], [], ['instructors'], []]);
    expect(records[0]).toMatchObject({
      document: { providers: [{ name: 'Delta University' }, { name: 'North College' }] },
    });
  });
});

describe('csv with other headers', () => {
  it('reads the older and the newer Udemy export', async () => {
    const old =
      'course_id,course_title,url,is_paid,price,num_subscribers,num_reviews,num_lectures,level,content_duration,published_timestamp,subject\n' +
      '41295,Learn HTML5,https://www.example.com/learn-html5/,False,Free,268923,8629,45,Beginner Level,10.5,2013-02-14T07:03:41Z,Web Development\n' +
      '59014,Coding,https://www.example.com/coding/,True,175,161029,279,27,All Levels,3.5,2013-06-09T15:51:55Z,Web Development\n';
    const [free, paid] = await courses(old);
    expect(free).toMatchObject({
      key: '41295',
      costs: [{ kind: 'access', amount: 0, currency: 'USD' }],
      effort: { totalHours: 10.5 },
      level: 'beginner',
      enrolledCount: 268923,
    });
    expect(paid).toMatchObject({ costs: [{ amount: 17500, currency: 'USD' }] });
    const recent =
      'id,title,is_paid,price,headline,num_subscribers,avg_rating,num_reviews,num_comments,num_lectures,content_length_min,published_time,last_update_date,category,subcategory,topic,language,course_url,instructor_name,instructor_url\n' +
      '4715.0,Online Vegan Cooking,True,24.99,Cook well,2231,3.75,134,42,37,1268.0,2010-08-05T22:06:13Z,2020-11-06,Lifestyle,Food & Beverage,Vegan Cooking,English,/course/vegan/,Angela Poe,/user/angela/\n';
    expect(await course(recent)).toMatchObject({
      key: '4715.0',
      summary: 'Cook well',
      effort: { totalHours: 21.13 },
      languages: ['en'],
      rating: { mean: 3.75, count: 134 },
      subjects: [
        { scheme: 'label', label: 'Lifestyle' },
        { scheme: 'label', label: 'Food & Beverage' },
        { scheme: 'label', label: 'Vegan Cooking' },
      ],
      instructors: [{ name: 'Angela Poe' }],
    });
  });

  it('reads the Coursera export and its shortened counts', async () => {
    const text =
      ',course_title,course_organization,course_Certificate_type,course_rating,course_difficulty,course_students_enrolled\n' +
      '134,(ISC)² Systems Security,(ISC)²,SPECIALIZATION,4.7,Beginner,5.3k\n';
    expect(await course(text)).toMatchObject({
      key: 'isc-2-isc-2-systems-security',
      providers: [{ name: '(ISC)²' }],
      level: 'beginner',
      enrolledCount: 5300,
    });
  });

  it('reads French, Spanish, Portuguese, German, Russian, Chinese and Arabic headers', async () => {
    const french =
      'Identifiant;Intitulé de la formation;Établissement;Langue;Niveau;Durée (semaines);Heures par semaine;Prix (€);Date de début;Prérequis;Lien\n' +
      'b12;Électricité du bâtiment;Lycée des Arts;Français;Débutant;5;3,5;"1 200,50";04/05/2027;Aucun;https://exemple.fr/cours/elec\n';
    expect(await course(french)).toMatchObject({
      key: 'b12',
      title: 'Électricité du bâtiment',
      languages: ['fr'],
      level: 'beginner',
      effort: { minHoursPerWeek: 3.5, maxHoursPerWeek: 3.5, weeks: 5 },
      costs: [{ kind: 'access', amount: 120050, currency: 'EUR' }],
      prerequisites: { nothing: true },
      runs: [{ key: '2027-05-04', pacing: 'scheduled', start: { on: '2027-05-04', precision: 'day' } }],
    });
    const headers = {
      es: 'Título;Institución;Idioma;Nivel;Categoría',
      pt: 'Nome do curso;Instituição;Idioma;Nível;Categoria',
      de: 'Kurstitel;Anbieter;Sprache;Schwierigkeitsgrad;Fachgebiet',
      ru: 'Название курса;Организация;Язык;Уровень;Категория',
      zh: '课程名称;机构;语言;难度;类别',
      ar: 'عنوان الدورة;المؤسسة;اللغة;المستوى;التصنيف',
    };
    for (const header of Object.values(headers)) {
      expect(await course(`${header}\nOne;Two;fr;beginner;Art\n`)).toMatchObject({
        title: 'One',
        providers: [{ name: 'Two' }],
        languages: ['fr'],
        level: 'beginner',
        subjects: [{ label: 'Art' }],
      });
    }
  });

  it('joins numbered columns and keeps blank ones out', async () => {
    const text =
      'title,Instructor 1,Instructor 2,Instructor 3,edX Subject 1,edX Subject 2\nA,Ann Lee,,Bo Ray,Physics,\n';
    expect(await course(text)).toMatchObject({
      instructors: [{ name: 'Ann Lee' }, { name: 'Bo Ray' }],
      subjects: [{ scheme: 'label', label: 'Physics' }],
    });
  });

  it('tells American days from the days above 12', async () => {
    const text = 'title,start date\nA,03/04/2027\nB,12/31/2027\n';
    expect((await courses(text)).map((one) => one.runs?.[0]?.start?.on)).toEqual([
      '2027-03-04',
      '2027-12-31',
    ]);
  });

  it('gives the rows of one course the same key, and each its own run', async () => {
    const text =
      'code;titre;session;date de début\nm1;Maths;s1;2027-01-04\nm1;Maths;s2;2027-09-06\nm2;Physique;s1;2027-01-04\n';
    const read = await courses(text);
    expect(read.map((one) => [one.key, one.runs?.map((run) => run.key)])).toEqual([
      ['m1', ['s1']],
      ['m1', ['s2']],
      ['m2', ['s1']],
    ]);
  });

  it('does not take for a key what many courses share', async () => {
    const text = 'code,title,url\nART,A,https://e.org/a\nART,B,https://e.org/b\nSCI,C,https://e.org/c\n';
    expect((await courses(text)).map((one) => one.key)).toEqual(['a', 'b', 'c']);
  });
});

describe('csv in hostile shapes', () => {
  it('reads tabs, pipes, a sep= line, lines above the header, byte order marks and Windows-1252', async () => {
    expect(await course('title\turl\nÉté\thttps://e.org/x\n')).toMatchObject({ title: 'Été' });
    expect(await course('title|url\nA, B; C|https://e.org/x\n')).toMatchObject({ title: 'A, B; C' });
    expect(await course('sep=;\ntitle;url\nA;https://e.org/x\n')).toMatchObject({ key: 'x' });
    expect(
      await course('Export of our courses\n\n;;\ntitle;url;level\nA;https://e.org/x;beginner\n'),
    ).toMatchObject({ key: 'x' });
    expect(await course('\uFEFFtitle;url\nA;https://e.org/x\n')).toMatchObject({ title: 'A' });
    expect(await course(Buffer.from('titre;prix\nÉlectricité à 50;50\n', 'latin1'))).toMatchObject({
      title: 'Électricité à 50',
    });
    expect(
      await course(Buffer.from('\uFEFFtitre;url\nÉté\u20ac;https://e.org/x\n', 'utf16le')),
    ).toMatchObject({
      title: 'Été€',
    });
  });

  it('goes on after bad rows, and says what was wrong with each', async () => {
    const text =
      'title,level,url,description\n' +
      'A,beginner,https://e.org/a,fine\n' +
      ',beginner,https://e.org/b,no title\n' +
      '\n' +
      'title,level,url,description\n' +
      'C,beginner,https://e.org/c,one, two, and three\n' +
      'D\n' +
      'E,beginner,https://e.org/e,"open\n' +
      'F,beginner,https://e.org/f,last';
    const records = await read(text);
    expect(records.map((record) => (record.kind === 'course' ? record.document.key : record.reason))).toEqual(
      ['a', expect.stringMatching(/^line 3: .*title/), 'line 5: the header once more', 'c', 'd', 'e', 'f'],
    );
    expect(records[3]).toMatchObject({
      document: { description: 'one, two, and three' },
      degraded: [
        { field: 'row', reason: expect.stringMatching(/^line 6: 6 columns instead of 4: .*put together/) },
      ],
    });
    expect(records[4]).toMatchObject({
      degraded: [{ field: 'row', reason: 'line 7: 1 columns instead of 4' }],
    });
    expect(records[5]).toMatchObject({ document: { description: 'open' }, degraded: [{ field: 'row' }] });
  });

  it('takes the first column of two with the same name that says something', async () => {
    expect(await course('title,title,url\nA,B,https://e.org/x\n')).toMatchObject({ title: 'A' });
    expect(await course('title,title,url\n,B,https://e.org/x\n')).toMatchObject({ title: 'B' });
  });

  it('names a wrong price, a wrong day and a wrong address instead of guessing', async () => {
    const text = 'title,price,start,url,language,rating\nA,49,2027-02-31,javascript:alert(1),Klingonese,9\n';
    const [record] = await read(text);
    if (record?.kind !== 'course') throw new Error('refused');
    expect(record.document).toEqual({ key: 'a', title: 'A' });
    expect(record.degraded.map((one) => one.field).sort()).toEqual([
      'costs',
      'languages',
      'rating',
      'runs[0].start',
      'url',
    ]);
  });

  it('takes placeholders for nothing said', async () => {
    const text = 'title,summary,description,price,level,language\nA,N/A,pending,-,null,none\n';
    expect(await read(text)).toEqual([{ kind: 'course', document: { key: 'a', title: 'A' }, degraded: [] }]);
  });

  it('reads no further ahead than a few hundred rows, however long the file', async () => {
    let made = 0;
    async function* bytes(): AsyncGenerator<Buffer> {
      yield Buffer.from('id,title,description,url\n');
      for (; made < 1_000_000; made += 1) {
        yield Buffer.from(`${made},Course ${made},"${'x'.repeat(400)}",https://e.org/${made}\n`);
      }
    }
    const input = { location: 'made', open: async () => Readable.from(bytes()) };
    let read = 0;
    for await (const record of csv.read(input, { today })) {
      expect(record.kind).toBe('course');
      read += 1;
      if (read === 2000) break;
    }
    expect(made).toBeLessThan(3000);
  });
});

describe('the mapping', () => {
  it('wins over the names, for any column, with units', async () => {
    const text = 'A,B,C,title,D\nx1,Real title,12,Wrong,4\n';
    const mapping = { A: 'key', B: 'title', C: 'price:EUR', title: 'summary', D: 'duration:hours' };
    expect(await course(text, { mapping })).toEqual({
      key: 'x1',
      title: 'Real title',
      summary: 'Wrong',
      costs: [{ kind: 'access', amount: 1200, currency: 'EUR', checkedOn: today }],
      effort: { totalHours: 4 },
    });
  });

  it('says which columns there are when none is a title, and how to map them', async () => {
    await expect(read('foo;bar\n1;2\n')).rejects.toThrow(
      /Columns seen: "foo", "bar"\. .*\{"foo":"title"\}.*key, title, summary/,
    );
    await expect(read('')).rejects.toThrow(/nothing in/);
  });

  it('says which name of the mapping is wrong', async () => {
    await expect(read('a,title\n1,2\n', { mapping: { a: 'titel' } })).rejects.toThrow(
      /"a" to "titel", which is no field/,
    );
    await expect(read('a,title\n1,2\n', { mapping: { zz: 'key' } })).rejects.toThrow(
      /"zz", which is not in the header/,
    );
  });
});

describe('recognising csv', () => {
  const sure = (text: string, location = '/x/feed'): number =>
    csv.detect(text, textInput(text, { location }));

  it('is sure of known headers, doubtful of bare files, and leaves JSON and XML alone', () => {
    expect(sure(`${edxHeader}\n${edxRow('A B')}\n`)).toBeGreaterThan(0.85);
    expect(sure('titre;lien;langue;niveau\nA;https://e.org;fr;débutant\n')).toBeGreaterThan(0.6);
    expect(sure('foo,bar\n1,2\n', '/x/list.csv')).toBeGreaterThan(0.4);
    expect(sure('foo bar')).toBe(0);
    expect(sure('{"title": "x", "url": "y"}')).toBe(0);
    expect(sure('<rss><title>a, b</title></rss>')).toBe(0);
  });
});

const edxFile = '../shared/data/catalogues/edx_courses.csv';

describe.skipIf(!existsSync(edxFile))(`the edX catalogue in ${edxFile}`, () => {
  it('reads all 974 courses, refuses none, and fills what the rows tell', async () => {
    const told: Record<string, number> = {};
    const fields = new Set<string>();
    let read = 0;
    const input = { location: edxFile, open: async () => createReadStream(edxFile) };
    for await (const record of csv.read(input, { today })) {
      read += 1;
      if (record.kind !== 'course') throw new Error(record.reason);
      for (const field of Object.keys(record.document)) told[field] = (told[field] ?? 0) + 1;
      for (const one of record.degraded) fields.add(one.field);
    }
    expect(read).toBe(974);
    for (const field of [
      'languages',
      'level',
      'effort',
      'costs',
      'certificate',
      'providers',
      'subjects',
      'runs',
      'url',
    ]) {
      expect([field, told[field]]).toEqual([field, 974]);
    }
    expect(told['instructors']).toBe(971);
    expect([...fields].sort()).toEqual(['instructors', 'summary']);
  });
});
