import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitParameters, quantile, storedFit } from './fit-parameters.ts';
import { type CourseSums, evenRatings, fairMean } from './score-formula.ts';
import { usualScoreSettings as usual } from './score-settings.ts';

/** What the given stars come to, each of the same weight. */
function rated(
  courseId: string,
  stars: readonly number[],
  more: Partial<CourseSums> & { each?: number } = {},
): CourseSums {
  const { each = 1, ...rest } = more;
  return {
    courseId,
    platform: 'alpha',
    subject: 'data',
    ratings: stars.length,
    histogram: [1, 2, 3, 4, 5].map((star) => stars.filter((one) => one === star).length),
    weight: each * stars.length,
    stars: each * stars.reduce((sum, one) => sum + one, 0),
    squares: each * stars.reduce((sum, one) => sum + one * one, 0),
    weightSquares: each * each * stars.length,
    ...rest,
  };
}

/** `count` ratings whose mean is near `mean`, of fours and fives or threes and fours. */
function about(mean: number, count: number): number[] {
  const low = Math.floor(mean);
  const high = Math.round((mean - low) * count);
  return [...Array<number>(high).fill(low + 1), ...Array<number>(count - high).fill(low)];
}

const scoreIn = (courses: readonly CourseSums[], course: CourseSums, settings = usual): number =>
  fairMean(course, fitParameters(courses, settings).parametersOf(course));

describe('what is fitted', () => {
  it('is the stated figures where nobody rated anything', () => {
    const { prior, m } = fitParameters([], usual).parametersOf({ platform: 'alpha', subject: 'data' });
    expect(prior).toBe(usual.usualMean);
    expect(m).toBe(usual.usualWithin / usual.usualBetween);
  });

  it('takes the mean of the course means as prior, whatever their size', () => {
    const courses = [4.2, 4.4, 4.6, 4.8].map((mean, at) => rated(`c${at}`, about(mean, 10 ** (at + 1))));
    const { prior } = fitParameters(courses, { ...usual, priorCourses: 0 }).parametersOf(courses[0]!);
    expect(prior).toBeCloseTo(4.5, 10);
  });

  it('draws the prior of few courses towards the wider circle', () => {
    const many = Array.from({ length: 40 }, (_, at) =>
      rated(`b${at}`, about(4.5, 50), { subject: 'business' }),
    );
    const one = rated('only', about(3, 50));
    const { prior } = fitParameters([...many, one], usual).parametersOf(one);
    expect(prior).toBeGreaterThan(4);
    expect(prior).toBeLessThan(4.5);
  });

  it('hardly hears courses with one rating each in the prior', () => {
    const honest = Array.from({ length: 10 }, (_, at) => rated(`h${at}`, about(3.5, 40)));
    const planted = Array.from({ length: 10 }, (_, at) => rated(`p${at}`, [5], { each: 0.25 }));
    const before = fitParameters(honest, usual).parametersOf(honest[0]!).prior;
    const after = fitParameters([...honest, ...planted], usual).parametersOf(honest[0]!).prior;
    expect(after - before).toBeLessThan(0.06);
  });

  it('finds m large where courses hardly differ, and small where they differ much', () => {
    const circle = (spread: number, count: number) =>
      Array.from({ length: 60 }, (_, at) => rated(`c${at}`, about(4.5 + (spread * (at - 30)) / 60, count)));
    const alike = fitParameters(circle(0.1, 3000), { ...usual, spreadCourses: 0 }).groups[0]!.m;
    const unlike = fitParameters(circle(0.9, 3000), { ...usual, spreadCourses: 0 }).groups[0]!.m;
    expect(alike).toBeGreaterThan(80);
    expect(unlike).toBeLessThan(5);
  });

  it('is not led by a few courses with six ratings of one star', () => {
    const courses = Array.from({ length: 100 }, (_, at) => rated(`c${at}`, about(4.4 + at / 250, 2000)));
    const odd = [1, 2, 3, 4].map((at) => rated(`o${at}`, [1, 1, 1, 1, 1, 1]));
    const m = (some: readonly CourseSums[]) => fitParameters(some, usual).groups[0]!.m;
    expect(m([...courses, ...odd]) / m(courses)).toBeGreaterThan(0.8);
  });

  it('keeps m within its bounds when all ratings are alike', () => {
    const same = Array.from({ length: 50 }, (_, at) => rated(`c${at}`, Array<number>(20).fill(5)));
    const { m } = fitParameters(same, { ...usual, spreadCourses: 0, spreadRatings: 0 }).groups[0]!;
    expect(m).toBeGreaterThanOrEqual(usual.leastM);
    expect(m).toBeLessThanOrEqual(usual.mostM);
  });

  it('serves a course that came since from the next wider circle', () => {
    const courses = Array.from({ length: 30 }, (_, at) => rated(`c${at}`, about(4 + at / 60, 100)));
    const fit = storedFit(fitParameters(courses, usual).groups);
    const known = fit.parametersOf({ platform: 'alpha', subject: 'data' });
    expect(fit.parametersOf({ platform: 'alpha', subject: 'music' }).m).toBe(
      fit.parametersOf({ platform: 'alpha', subject: '' }).m,
    );
    expect(fit.parametersOf({ platform: 'beta', subject: 'data' }).prior).toBe(known.prior);
    expect(fit.parametersOf({ platform: 'beta', subject: 'music' }).prior).toBe(
      fit.parametersOf({ platform: '', subject: '' }).prior,
    );
  });

  it('reckons with ratings of one day as with so many, however old they are', () => {
    expect(evenRatings(rated('c', about(4.5, 100), { each: 0.01 }))).toBeCloseTo(100, 9);
  });

  it('finds quartiles as spreadsheets do', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([7], 0.75)).toBe(7);
  });
});

describe('specialised courses', () => {
  /** Thirty courses of one small subject whose own means lie from 3.2 to 4.8. */
  const circle = (count: number) =>
    Array.from({ length: 30 }, (_, at) => rated(`c${at}`, about(3.2 + (1.6 * at) / 29, count)));

  it.each([
    [10, 0.45],
    [20, 0.55],
    [90, 0.7],
    [130, 0.75],
  ])('are told apart at %i honest reviews', (count, least) => {
    const courses = circle(count);
    const good = rated('good', about(4.7, count));
    const poor = rated('poor', about(3.7, count));
    const all = [...courses, good, poor];
    const apart = scoreIn(all, good) - scoreIn(all, poor);
    expect(apart).toBeGreaterThan(least);
    expect(apart).toBeLessThan(1);
    const rigid = { ...usual, leastM: 100, mostM: 100 };
    expect(apart).toBeGreaterThan(scoreIn(all, good, rigid) - scoreIn(all, poor, rigid));
  });

  it('keep their order when reviews multiply, and come nearer to their own mean', () => {
    const scores = [10, 20, 90, 130].map((count) => {
      const courses = circle(20);
      const one = rated('one', about(4.8, count));
      return scoreIn([...courses, one], one);
    });
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(4.8 - scores.at(-1)!).toBeLessThan(0.12);
  });

  it('do not come first with three kind ratings', () => {
    const courses = circle(90);
    const kind = rated('kind', [5, 5, 5]);
    const good = rated('good', about(4.7, 90));
    expect(scoreIn([...courses, kind, good], kind)).toBeLessThan(scoreIn([...courses, kind, good], good));
  });
});

describe('the score of any course', () => {
  const stars = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 30 });
  const someCourses = fc.array(
    fc.record({
      stars,
      each: fc.double({ min: 0.001, max: 1, noNaN: true }),
      platform: fc.constantFrom('alpha', 'beta'),
      subject: fc.constantFrom('', 'data', 'music'),
    }),
    { minLength: 1, maxLength: 25 },
  );
  const made = (given: { stars: number[]; each: number; platform: string; subject: string }[]) =>
    given.map(({ stars: own, ...more }, at) => rated(`c${at}`, own, more));

  it('lies between its prior and its own mean', () => {
    fc.assert(
      fc.property(someCourses, (given) => {
        const courses = made(given);
        const fit = fitParameters(courses, usual);
        for (const course of courses) {
          const parameters = fit.parametersOf(course);
          const own = course.stars / course.weight;
          const score = fairMean(course, parameters);
          expect(score).toBeGreaterThanOrEqual(Math.min(parameters.prior, own) - 1e-9);
          expect(score).toBeLessThanOrEqual(Math.max(parameters.prior, own) + 1e-9);
          expect(parameters.prior).toBeGreaterThanOrEqual(1);
          expect(parameters.prior).toBeLessThanOrEqual(5);
          expect(parameters.m).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('does not depend on the order of courses', () => {
    fc.assert(
      fc.property(someCourses, (given) => {
        const courses = made(given);
        const scores = (order: CourseSums[]) => {
          const fit = fitParameters(order, usual);
          return new Map(
            order.map((course) => [course.courseId, fairMean(course, fit.parametersOf(course))]),
          );
        };
        const there = scores(courses);
        for (const [id, score] of scores(courses.toReversed())) expect(score).toBeCloseTo(there.get(id)!, 9);
      }),
    );
  });

  it('never falls when a course gets a rating above it, by the same figures', () => {
    fc.assert(
      fc.property(stars, fc.integer({ min: 1, max: 5 }), (given, next) => {
        const parameters = { prior: 4.2, m: 12 };
        const before = fairMean(rated('c', given), parameters);
        const after = fairMean(rated('c', [...given, next]), parameters);
        expect(Math.sign(after - before)).toBe(Math.sign(Math.round((next - before) * 1e9)));
      }),
    );
  });
});
