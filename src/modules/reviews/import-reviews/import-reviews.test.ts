import { beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../platform/testing/database.ts';
import { courseIds, keptScores } from '../testing/given-ratings.queries.ts';
import { bringing, furnishCourses } from '../testing/import-stage.ts';
import { forgetReviews, keptRatings, keptReviews, rejectAll } from '../testing/imported.queries.ts';

const { db } = await testDatabase();
await furnishCourses(db);
beforeEach(() => forgetReviews(db));

const table = (...lines: string[]) => `course_id,date,rating,id,review\n${lines.join('\n')}\n`;
const counts = ({ read, created, updated, unchanged, refused }: Awaited<ReturnType<typeof bringing>>) => [
  read,
  created,
  updated,
  unchanged,
  refused,
];

describe('a feed of ratings', () => {
  it('is matched by key, address, slug and title; what matches nothing is reported', async () => {
    const report = await bringing(
      db,
      'course id;course url;course title;date;stars\n' +
        'algebra;;;2026-01-05;5\n' +
        ';https://www.alpha.example/course/algebra/?utm_source=x#top;;2026-01-06;4\n' +
        'bread-101;;;2026-01-07;3\n' +
        ';;  LINEAR algebra! ;2026-01-08;2\n' +
        ';;Music;2026-01-08;2\n' +
        'physics;;;2026-01-08;2\n' +
        ';;;2026-01-08;2\n',
    );
    expect(counts(report)).toEqual([7, 4, 0, 0, 3]);
    expect(report.reasons).toEqual([
      { reason: 'several courses are called so', count: 1, examples: ['line 6 ("Music")'] },
      { reason: 'no such course on this platform', count: 1, examples: ['line 7 ("physics")'] },
      { reason: 'no course is named', count: 1, examples: ['line 8'] },
    ]);
    expect((await keptRatings(db)).map(({ slug, stars }) => [slug, stars])).toEqual([
      ['baking-bread', 3],
      ['linear-algebra', 5],
      ['linear-algebra', 4],
      ['linear-algebra', 2],
    ]);
  });

  it.each([
    ['French', 'Identifiant du cours;Date de l’avis;Note\nalgebra;5 janvier 2026;4'],
    ['Spanish', 'id_curso,fecha,calificación\nalgebra,05/01/2026,4'],
    ['Portuguese', 'id do curso\tdata\tnota\nalgebra\t5 de janeiro de 2026\t4'],
    ['Russian', 'ID курса;Дата отзыва;Оценка\nalgebra;05.01.2026;4'],
    ['Chinese', '课程编号,日期,评分\nalgebra,2026年1月5日,4'],
    ['Arabic', 'معرف الدورة,التاريخ,التقييم\nalgebra,2026-01-05,4'],
    ['camel case', 'courseId|createdAt|starRating\nalgebra|2026-01-05T10:00:00Z|4'],
    ['a list of JSON', '[{"course_id":"algebra","date":"2026-01-05","rating":4}]'],
    ['JSON lines', '{"courseId":"algebra","created_at":1767571200,"stars":"4"}\n\n{"courseId":"x"}\n'],
    [
      'schema.org',
      '{"@graph":[{"@type":"Review","itemReviewed":{"url":"https://alpha.example/course/algebra"},"datePublished":"2026-01-05","reviewRating":{"ratingValue":8,"bestRating":10},"author":{"name":"Somebody"}}]}',
    ],
  ])('is read in %s', async (_name, text) => {
    await bringing(db, text);
    expect(await keptRatings(db)).toEqual([
      { slug: 'linear-algebra', rated_on: '2026-01-05', stars: 4, proof: 0 },
    ]);
  });

  it('refuses bad rows one by one and says why', async () => {
    const report = await bringing(
      db,
      table(
        'algebra,2026-01-05,4,,',
        'algebra,2026-01-05,excellent,,',
        'algebra,2026-01-05,,,',
        'algebra,2026-01-05,9,,',
        'algebra,2026-01-05,0,,',
        'algebra,2026-01-05,-3,,',
        'algebra,yesterday,4,,',
        'algebra,,4,,',
        'algebra,2030-01-05,4,,',
        'algebra,2026-02-30,4,,',
        'algebra,2026-01-05,4,,,,too,many',
        `algebra,2026-01-05,4,${'k'.repeat(300)},`,
      ),
    );
    expect(counts(report)).toEqual([12, 1, 0, 0, 11]);
    expect(report.reasons.map(({ reason, count }) => [count, reason])).toEqual([
      [2, 'the rating is no number'],
      [2, 'the date is no day'],
      [1, 'no rating'],
      [1, 'the rating is more than 5 (say --out-of 10, 20 or 100)'],
      [1, 'no stars were given'],
      [1, 'no date'],
      [1, 'the date lies ahead'],
      [1, 'more cells than the header has columns'],
      [1, 'the key is longer than 200 characters'],
    ]);
  });

  it('reads other scales when it is told so', async () => {
    const text = table(
      'algebra,2026-01-01,9,,',
      'algebra,2026-01-02,3/5,,',
      'algebra,2026-01-03,0,,',
      'algebra,2026-01-04,90 %,,',
    );
    await bringing(db, text, { outOf: 10 });
    expect((await keptRatings(db)).map(({ stars }) => stars)).toEqual([5, 3, 1, 5]);
  });

  it('tells the American order of days from the days themselves', async () => {
    await bringing(db, table('algebra,02/13/2026,4,,', 'algebra,03/04/2026,4,,'));
    expect((await keptRatings(db)).map(({ rated_on }) => rated_on)).toEqual(['2026-02-13', '2026-03-04']);
  });

  it('changes nothing the second time, with keys and without', async () => {
    const text = table(
      'algebra,2026-01-05,4,a1,',
      'algebra,2026-01-05,4,,',
      'algebra,2026-01-05,4,,',
      'bread-101,2026-01-05,5,b1,A very good course with clear words',
      'bread-101,2026-01-05,5,,Two of the very same words',
      'bread-101,2026-01-05,5,,Two of the very same words',
    );
    expect(counts(await bringing(db, text))).toEqual([6, 6, 0, 0, 0]);
    const before = [await keptRatings(db), await keptReviews(db)];
    expect(counts(await bringing(db, text, { on: 1 }))).toEqual([6, 0, 0, 6, 0]);
    expect([await keptRatings(db), await keptReviews(db)]).toEqual(before);
  });

  it('follows what its source changed, also from one course to another', async () => {
    await bringing(db, table('algebra,2026-01-05,4,a1,', 'algebra,2026-01-05,5,a2,'));
    const report = await bringing(db, table('bread-101,2026-01-06,2,a1,', 'algebra,2026-01-05,5,a2,'), {
      on: 1,
    });
    expect(counts(report)).toEqual([2, 0, 1, 1, 0]);
    const scores = await keptScores(db);
    expect(scores.map((score) => score.rating_count)).toEqual([1, 1]);
    expect(await courseIds(db)).toContain(scores[0]?.course_id);
  });

  it('takes the last word where a key comes twice, and says so', async () => {
    const report = await bringing(db, table('algebra,2026-01-05,4,a1,', 'algebra,2026-01-05,2,a1,'));
    expect(counts(report)).toEqual([2, 1, 0, 0, 1]);
    expect(report.reasons[0]).toMatchObject({
      reason: 'its key comes again further down: the last word counts',
    });
    expect(await keptRatings(db)).toMatchObject([{ stars: 2 }]);
  });

  it('keeps sources of one platform apart', async () => {
    const text = table('algebra,2026-01-05,4,a1,');
    await bringing(db, text);
    const report = await bringing(db, text, { source: 'alpha second' });
    expect(counts(report)).toEqual([1, 1, 0, 0, 0]);
  });

  it('leaves rows about courses of another platform out', async () => {
    const report = await bringing(
      db,
      'platform,course id,date,rating\nbeta,algebra,2026-01-05,4\nalpha,algebra,2026-01-05,4\n',
    );
    expect(counts(report)).toEqual([2, 1, 0, 0, 1]);
    expect(report.reasons[0]?.reason).toBe('about a course of another platform');
  });

  it('survives quotes that nobody closed, byte order marks and control characters', async () => {
    const report = await bringing(
      db,
      '\ufeff' +
        table(
          'algebra,2026-01-05,4,k1,"never closed',
          'algebra,2026-01-06,3,k2,nul\u0000 inside',
          'algebra,2026-01-07,2,k3,fine words here',
        ),
    );
    expect(report.read).toBe(report.created + report.refused);
    expect((await keptRatings(db)).length).toBe(report.created);
    expect(report.created).toBeGreaterThan(1);
  });

  it.each([
    ['', /nothing in/],
    ['<html><p>4 stars</p></html>', /page or XML/],
    ['course id,date,opinion\nalgebra,2026-01-05,good', /no column holds the stars/],
    ['date,rating\n2026-01-05,4', /no column says which course/],
    ['[{"course_id":"algebra","date":"2026-01-05","rating":4},{"cour', /breaks off/],
  ])('is refused as a whole when it is none: %j', async (text, message) => {
    await expect(bringing(db, text)).rejects.toThrow(message);
    expect(await keptRatings(db)).toEqual([]);
  });
});

describe('a feed of reviews with words', () => {
  const feed = (more: object) =>
    JSON.stringify([
      { course_id: 'bread-101', date: '2026-01-05', rating: 4, id: 'r1', author: 'Ada Example', ...more },
    ]);

  it('keeps what is said, and no person', async () => {
    await bringing(
      db,
      feed({
        title: 'Worth it',
        review: '<p>The <b>best</b> course &amp; more</p>',
        pros: 'clear',
        cons: 'long',
        status: 'dropped',
        'drop reason': 'time',
        'criteria content': 5,
        'hours a week': '3,5',
        session: 'Spring',
        'experienced on': '2025-11',
        reviewer: 'Ada Example',
        email: 'ada@example.org',
      }),
    );
    const [review] = await keptReviews(db);
    expect(review).toMatchObject({
      source: 'alpha',
      external_key: 'r1',
      person_id: null,
      body: 'Worth it\n\nThe best course & more',
      pros: 'clear',
      cons: 'long',
      status: 'dropped',
      drop_reason: 'time',
      criteria: { content: 5 },
      hours_a_week: 3.5,
      run_label: 'Spring',
      experienced_on: '2025-11-01',
      state: 'published',
      proof: 'none',
      stars: 4,
    });
    expect(JSON.stringify(review)).not.toMatch(/Ada|ada@/);
    expect(await keptRatings(db)).toHaveLength(1);
  });

  it.each([
    ['fr', 'Le cours est très bien, je le recommande pour les débutants'],
    ['en', 'This is the best course I have taken and it was worth the time'],
    ['es', 'El curso es muy bueno, me ha gustado mucho para empezar'],
    ['pt', 'O curso é muito bom, mas não tem tempo para os exercícios'],
    ['ru', 'Отличный курс, спасибо преподавателю'],
    ['zh', '这门课程非常好，推荐给大家'],
    ['ar', 'دورة ممتازة جدا أنصح بها'],
    // nothing tells: the language of the course
    ['fr', 'Super'],
  ])('is known to be in %s: %s', async (lang, review) => {
    await bringing(db, feed({ review }));
    expect((await keptReviews(db))[0]?.lang).toBe(lang);
  });

  it('believes the language that it is given', async () => {
    await bringing(db, feed({ review: 'Super', language: 'Deutsch' }));
    expect((await keptReviews(db))[0]?.lang).toBe('de');
  });

  it('leaves a review out that moderators rejected, whatever its source goes on saying', async () => {
    await bringing(db, feed({ review: 'A very rude review indeed' }));
    await rejectAll(db);
    const report = await bringing(db, feed({ review: 'A very rude review indeed', rating: 1 }), { on: 1 });
    expect(counts(report)).toEqual([1, 0, 1, 0, 0]);
    expect((await keptReviews(db))[0]).toMatchObject({ state: 'rejected', stars: 1 });
    expect(await keptRatings(db)).toEqual([]);
  });

  it('gives words to stars that came without, and keeps them when they come without again', async () => {
    await bringing(db, feed({}));
    expect(counts(await bringing(db, feed({ review: 'Now with some words' }), { on: 1 }))).toEqual([
      1, 0, 1, 0, 0,
    ]);
    expect(counts(await bringing(db, feed({ rating: 2 }), { on: 2 }))).toEqual([1, 0, 1, 0, 0]);
    expect(await keptReviews(db)).toMatchObject([{ body: 'Now with some words', stars: 2 }]);
    expect(await keptRatings(db)).toMatchObject([{ stars: 2 }]);
  });

  it('refuses words that cannot be kept whole', async () => {
    const report = await bringing(db, feed({ review: 'word '.repeat(1700) }));
    expect(report.reasons).toEqual([
      { reason: 'body is longer than 8000 characters', count: 1, examples: ['record 1 ("4")'] },
    ]);
  });

  it('takes proofs as told only when the operator says so', async () => {
    const text = feed({ review: 'Good words', proof: 'certificate' });
    await bringing(db, text);
    expect((await keptReviews(db))[0]?.proof).toBe('none');
    await bringing(db, text, { on: 1, proof: 'as-told' });
    expect((await keptReviews(db))[0]?.proof).toBe('certificate');
    expect(await keptRatings(db)).toMatchObject([{ proof: 2 }]);
  });
});
