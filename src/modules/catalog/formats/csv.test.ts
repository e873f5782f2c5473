import { createReadStream, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';
import { course, courses, edxHeader, edxRow, read, today } from './csv-reading.ts';
import { textInput } from './text-input.ts';

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

  it('reads relative addresses against that of the file', async () => {
    const input = textInput('title,url\nVegan,/course/vegan/\n', { location: 'https://e.org/lists/all.csv' });
    for await (const record of csv.read(input, { today })) {
      expect(record).toMatchObject({ document: { url: 'https://e.org/course/vegan/' }, degraded: [] });
    }
    const [local] = await read('title,url\nVegan,/course/vegan/\n');
    expect(local).toMatchObject({ degraded: [{ field: 'url' }] });
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
