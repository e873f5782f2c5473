import { describe, expect, it } from 'vitest';
import { readOlxFiles } from '../testing/olx-fixture.ts';

const problem = (name: string) =>
  `<problem url_name="${name}"><stringresponse answer="x"><textline/></stringresponse></problem>`;
const group = (name: string, format: string, inside: string) =>
  `<sequential url_name="${name}" display_name="${name} title" graded="true" format="${format}"><vertical>${inside}</vertical></sequential>`;
const course = (inside: string, attributes = '') =>
  `<course url_name="r" org="o" course="c" ${attributes}><chapter url_name="ch">${inside}</chapter></course>`;
const policy = (value: unknown) => ({ 'policies/r/grading_policy.json': JSON.stringify(value) });
const grader = (type: string, weight: number, more = {}) => ({
  type,
  weight,
  drop_count: 0,
  min_count: 1,
  ...more,
});
const codes = (notes: readonly { code: string }[]) => notes.map(({ code }) => code);

describe('a grading policy', () => {
  it('becomes the rule of completion: kinds, weights, what is dropped, the limit', async () => {
    const read = await readOlxFiles({
      'course.xml': course(
        group('w1', 'Homework', problem('p1') + problem('p2') + '<html>read</html>') +
          group('w2', 'homework ', problem('p3')) +
          group('ex', 'Exam', problem('p4')) +
          `<sequential><vertical>${problem('play')}</vertical></sequential>`,
      ),
      ...policy({
        GRADER: [grader('Homework', 0.4, { drop_count: 1, min_count: 5 }), grader('Exam', 0.6)],
        GRADE_CUTOFFS: { A: 0.9, B: 0.7, C: 0.55 },
      }),
    });
    expect(read.content.rules.completion).toMatchObject({
      seen: 0,
      points: 0.55,
      grading: [
        {
          title: 'Homework',
          weight: 0.4,
          drop: 1,
          works: [
            { title: 'w1 title', blocks: ['p1', 'p2'] },
            { title: 'w2 title', blocks: ['p3'] },
          ],
        },
        { title: 'Exam', weight: 0.6, drop: 0, works: [{ blocks: ['p4'] }] },
      ],
    });
    expect(codes(read.notes)).toEqual(
      expect.arrayContaining(['grading-taken', 'grading-marks', 'grading-short']),
    );
  });

  it('that weighs nothing of the course is told, and seeing all of it completes it', async () => {
    const read = await readOlxFiles({
      'course.xml': course(group('w1', 'Labs', problem('p1'))),
      ...policy({ GRADER: [grader('Homework', 1)], GRADE_CUTOFFS: { Pass: 0.5 } }),
    });
    expect(read.content.rules.completion).toMatchObject({ seen: 1, points: 0 });
    expect(codes(read.notes)).toContain('grading-left-out');
  });

  it('names what is graded and in no kind', async () => {
    const read = await readOlxFiles({
      'course.xml': course(group('w1', 'Labs', problem('p1')) + group('w2', 'Exam', problem('p2'))),
      ...policy({ GRADER: [grader('Exam', 1)], GRADE_CUTOFFS: { Pass: 0.5 } }),
    });
    expect(read.notes).toContainEqual({ code: 'grading-outside', values: { title: 'w1 title' } });
  });

  it.each([
    ['no JSON', '{"GRADER": [', {}],
    [
      'weights in words',
      JSON.stringify({ GRADER: [grader('Exam', 'much' as never)], GRADE_CUTOFFS: { Pass: 'x' } }),
      {},
    ],
    ['another shape', '[]', {}],
  ])('that is broken (%s) leaves the usual rule', async (_what, text) => {
    const read = await readOlxFiles({
      'course.xml': course(group('w', 'Exam', problem('p'))),
      'policies/r/grading_policy.json': text,
    });
    expect(read.content.rules.completion).toMatchObject({ seen: 1, points: 0 });
  });
});

describe('days of a course', () => {
  it('are offered for a run, and sections open as they did', async () => {
    const read = await readOlxFiles({
      'course.xml': course(
        '<vertical><html>x</html></vertical>',
        'start="&quot;2027-03-01T09:00:00Z&quot;" end="2027-04-30T00:00:00+00:00" enrollment_start="2027-01-10" enrollment_end="2027-12-01"',
      ).replace('<chapter url_name="ch">', '<chapter url_name="ch" start="2027-03-08T09:00:00Z">'),
    });
    expect(read.days).toEqual({
      startOn: '2027-03-01',
      endOn: '2027-04-30',
      enrolmentStartOn: '2027-01-10',
      enrolmentEndOn: '2027-04-30',
    });
    expect(read.content.sections[0]?.opensAfter).toBe(7);
    expect(codes(read.notes)).toContain('days-between');
  });

  it.each(['2030-01-01T00:00:00Z', 'soon', '2027-13-45', ''])('%j is none', async (start) => {
    const read = await readOlxFiles({
      'course.xml': course('<vertical><html>x</html></vertical>', `start="${start}"`),
    });
    expect(read.days).toBeUndefined();
  });
});
