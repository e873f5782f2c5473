import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SubjectClaim } from '../course-document/course-document.ts';
import { csv } from '../formats/csv.ts';
import { mapSubjects, subjectsOfLabel, topOf } from './map-subject.ts';
import { subjectOfCode } from './subject-codes.ts';
import { subjectDescription } from './subject-descriptions.ts';
import { foldSubjectText } from './subject-fold.ts';
import { subjectLabels } from './subject-labels.ts';
import { subjectLanguages, subjectName } from './subject-names.ts';
import { subjects } from './subject-tree.ts';
import { subjectWords } from './subject-words.ts';

const label = (text: string): SubjectClaim => ({ scheme: 'label', label: text });
const ids = (claims: readonly SubjectClaim[], title = ''): string[] =>
  mapSubjects(claims, title).map((one) => one.subjectId);
const known = new Set(subjects.map((subject) => subject.id));

describe('the tree of subjects', () => {
  it('has each subject once, two levels deep, under a parent that is there', () => {
    expect(known.size).toBe(subjects.length);
    for (const { id, parent } of subjects) {
      expect(id).toMatch(parent === undefined ? /^[a-z-]+$/ : /^[a-z-]+\.[a-z-]+$/);
      if (parent !== undefined) expect([id, known.has(parent), topOf(id)]).toEqual([id, true, parent]);
    }
  });

  it('gives no code to two subjects', () => {
    for (const list of ['formacode', 'iscedF', 'nsf', 'rome'] as const) {
      const codes = subjects.flatMap((subject) => subject[list]);
      expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    }
  });

  it('has a name in seven languages for each, different within a language', () => {
    for (const language of subjectLanguages) {
      const names = subjects.map(({ id }) => subjectName(id, language));
      expect(names.filter((name) => name.trim() === '')).toEqual([]);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    }
    expect(subjectName('science.physics', 'xx')).toBe('Physics');
    expect(() => subjectName('alchemy', 'en')).toThrow(RangeError);
  });

  it('has a sentence in seven languages on each top subject, and on these alone', () => {
    for (const { id, parent } of subjects) {
      for (const language of subjectLanguages) {
        const sentence = subjectDescription(id, language);
        if (parent === undefined)
          expect([id, language, sentence]).toEqual([id, language, expect.stringMatching(/[.。]$/)]);
        else expect(sentence).toBeUndefined();
      }
    }
  });

  it('has words for every subject and for no other, each phrase for one subject', () => {
    expect(Object.keys(subjectWords).filter((id) => !known.has(id))).toEqual([]);
    expect(subjects.filter(({ id }) => !subjectWords[id]).map(({ id }) => id)).toEqual([]);
    const owner = new Map<string, string>();
    const contested: string[] = [];
    for (const [id, languages] of Object.entries(subjectWords)) {
      for (const phrase of Object.values(languages).flatMap((phrases) => phrases.split(','))) {
        const before = owner.get(phrase.trim());
        if (before !== undefined && before !== id) contested.push(`${phrase}: ${before}, ${id}`);
        owner.set(phrase.trim(), id);
      }
    }
    expect(contested).toEqual([]);
    expect(
      Object.values(subjectLabels)
        .flat()
        .filter((id) => !known.has(id)),
    ).toEqual([]);
  });
});

describe('mapping codes', () => {
  it('takes the longest prefix that a subject claims', () => {
    expect(subjectOfCode('formacode', '31054')).toBe('computing');
    expect(subjectOfCode('formacode', '31006')).toBe('computing.cybersecurity');
    expect(subjectOfCode('formacode', '15234')).toBe('languages.english');
    expect(subjectOfCode('formacode', '61131')).toBe('society.world-regions');
    expect(subjectOfCode('rome', 'M1805')).toBe('computing.programming');
    expect(subjectOfCode('rome', 'D1402')).toBe('marketing.sales');
    expect(subjectOfCode('nsf', '326')).toBe('computing');
    expect(subjectOfCode('nsf', '326t')).toBe('computing');
    expect(subjectOfCode('formacode', '99999')).toBeUndefined();
    expect(subjectOfCode('formacode', '')).toBeUndefined();
  });

  it('reads ISCED-F at its three levels and in its spellings', () => {
    expect(subjectOfCode('isced-f', '0613')).toBe('computing.programming');
    expect(subjectOfCode('isced-f', '613')).toBe('computing.programming');
    expect(subjectOfCode('isced-f', '06')).toBe('computing');
    expect(subjectOfCode('isced-f', '0600')).toBe('computing');
    expect(subjectOfCode('isced-f', '0210')).toBe('arts');
    expect(subjectOfCode('isced-f', '1015')).toBe('hospitality.tourism');
  });

  it('knows every ROME domain, every NSF group and every broad field of ISCED-F', () => {
    const domains = 'A11 B11 C11 D11 E11 F11 G11 H11 I11 J11 K11 L11 M11 N11'.split(' ');
    expect(domains.filter((code) => !subjectOfCode('rome', `${code}01`))).toEqual([]);
    const groups =
      '110 113 114 115 122 126 136 210 221 230 250 255 311 312 313 320 326 331 332 333 334 345'.split(' ');
    expect(groups.filter((code) => !subjectOfCode('nsf', code))).toEqual([]);
    const fields = '00 01 02 03 04 05 06 07 08 09'.split(' ');
    expect(fields.filter((code) => !subjectOfCode('isced-f', code))).toEqual([]);
  });
});

describe('mapping labels and titles', () => {
  it('knows labels in every language, and our own names', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['Computer Science', 'computing'],
      ['Informatique', 'computing'],
      ['Ciencias de la computación', 'computing'],
      ['Ciência da computação', 'computing'],
      ['Программирование', 'computing.programming'],
      ['人工智能与机器学习', 'data.artificial-intelligence'],
      ['الأمن السيبراني', 'computing.cybersecurity'],
      ['Business & Management', 'business'],
      ['Gestión de proyectos', 'business.project-management'],
      ['Développement durable', 'environment.sustainability'],
      ['physics-and-astronomy', 'science.physics'],
      ['IT & Software', 'computing'],
      ['Relations internationales', 'society.political-science'],
      ['Soins infirmiers', 'health.nursing'],
      ['Бухгалтерский учёт', 'finance.accounting'],
      ['المحاسبة والضرائب', 'finance.accounting'],
    ];
    expect(cases.map(([text]) => [text, subjectsOfLabel(text)[0]])).toEqual(
      cases.map(([text, id]) => [text, id]),
    );
    for (const { id } of subjects) {
      for (const language of subjectLanguages)
        expect(subjectsOfLabel(subjectName(id, language))).toContain(id);
    }
  });

  it('folds case, accents, Arabic articles and spellings', () => {
    expect(foldSubjectText('  Électricité & C++ ')).toBe('electricite c++');
    expect(foldSubjectText('المحاسبة')).toBe(foldSubjectText('محاسبه'));
    expect(foldSubjectText('الإلكترونيات')).toBe(foldSubjectText('إلكترونيات'));
    expect(foldSubjectText('Учёт')).toBe('учет');
  });

  it('takes the longest phrase: art history is no history', () => {
    expect(ids([], 'A short art history')).toEqual(['humanities.heritage']);
    expect(ids([], 'Seguridad en el trabajo')).toEqual(['industry.workplace-safety']);
    expect(ids([], 'Farmacología básica')).toEqual(['health.pharmacy']);
  });

  it('makes a wide claim precise by the title, and says from what', () => {
    expect(mapSubjects([label('Computer Science')], 'Python for everybody')).toEqual([
      { subjectId: 'computing.programming', from: 'title "python"' },
    ]);
    expect(mapSubjects([label('Language')], 'Basic Spanish 2')).toEqual([
      { subjectId: 'languages.spanish', from: 'title "basic spanish"' },
    ]);
    expect(ids([label('Business & Management')], 'Financial Accounting Made Fun')).toEqual([
      'business',
      'finance.accounting',
    ]);
    expect(ids([label('Physics')], 'Music and physics')).toEqual(['science.physics']);
  });

  it('believes precise claims before the wide classes of ISCED-F and NSF', () => {
    const claims: SubjectClaim[] = [
      { scheme: 'isced-f', code: '0612', label: 'Database and network design' },
      label('Cybersecurity'),
    ];
    expect(ids(claims)).toEqual(['computing.cybersecurity']);
    expect(ids([{ scheme: 'isced-f', code: '0612' }])).toEqual(['computing.databases']);
  });

  it('leaves out a top subject where one below it is there, and names none for nothing', () => {
    expect(ids([label('Computing'), { scheme: 'formacode', code: '31006' }])).toEqual([
      'computing.cybersecurity',
    ]);
    expect(ids([], '')).toEqual([]);
    expect(ids([label('zzz'), { scheme: 'rome', code: 'Z9999' }, { scheme: 'nsf' }], 'Xyzzy')).toEqual([]);
    expect(ids([label('constructor'), label('__proto__')], 'toString')).toEqual([]);
  });

  it('reads the label of a code that it does not know', () => {
    expect(ids([{ scheme: 'formacode', code: '00000', label: 'Chimie' }])).toEqual(['science.chemistry']);
  });

  it('names six subjects at most', () => {
    const many = ['Physics', 'Law', 'Music', 'Chemistry', 'Literature', 'Nutrition', 'Robotics', 'Tourism'];
    expect(ids(many.map(label))).toHaveLength(6);
  });
});

const formacodes = '../shared/data/catalogues/lheo/FCod-utf-8.csv';

describe.skipIf(!existsSync(formacodes))(`the FORMACODE of ${formacodes}`, () => {
  it('maps every code of a domain of knowledge; diplomas, publics and methods are no subjects', () => {
    const rows = readFileSync(formacodes, 'utf8').trim().split('\n');
    const share: Record<string, { all: number; mapped: number }> = {};
    for (const row of rows) {
      const [code = '', , , kinds = ''] = row.split(';');
      const kind = kinds.includes('DOM') ? 'domain' : kinds.trim().slice(0, 3);
      const count = (share[kind] ??= { all: 0, mapped: 0 });
      count.all += 1;
      if (subjectOfCode('formacode', code.trim())) count.mapped += 1;
    }
    expect(share['domain']!.all).toBeGreaterThan(2500);
    expect(share['domain']!.mapped).toBe(share['domain']!.all);
    for (const kind of ['DIP', 'PUB', 'OUT']) expect([kind, share[kind]?.mapped]).toEqual([kind, 0]);
  });
});

const edxFile = '../shared/data/catalogues/edx_courses.csv';

describe.skipIf(!existsSync(edxFile))(`the subjects of ${edxFile}`, () => {
  it('maps every label, and so every course', async () => {
    const unmapped = new Set<string>();
    let read = 0;
    const input = { location: edxFile, open: async () => createReadStream(edxFile) };
    for await (const record of csv.read(input, { today: '2026-11-22' })) {
      if (record.kind !== 'course') continue;
      read += 1;
      const claims = record.document.subjects ?? [];
      for (const claim of claims) if (ids([claim]).length === 0) unmapped.add(claim.label ?? '');
      if (ids(claims, record.document.title).length === 0) unmapped.add(record.document.title);
    }
    expect(read).toBe(974);
    expect([...unmapped]).toEqual([]);
  });
});

const sampleSubjects = 'src/modules/catalog/sample/subjects.json';

describe.skipIf(!existsSync(sampleSubjects))('the labels of the sample', () => {
  it('maps each of them in each language', () => {
    const sample = JSON.parse(readFileSync(sampleSubjects, 'utf8')) as Record<
      string,
      { label: Record<string, string> }
    >;
    const labels = Object.values(sample).flatMap((subject) => Object.values(subject.label));
    expect(labels.filter((text) => subjectsOfLabel(text).length === 0)).toEqual([]);
  });
});
