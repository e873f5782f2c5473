import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fileInput } from './file-input.ts';
import { readOutline, withoutMarkdown } from './markdown-outline.ts';
import { readAll, readOne } from './read-all.ts';
import { udacity } from './udacity.ts';

const record = {
  key: 'ud001',
  slug: 'tides--ud001',
  title: 'Intro to Tides',
  subtitle: 'The sea comes back',
  short_summary: 'Why the sea comes back.',
  summary: 'A **short** course by the [sea](https://sea.example).',
  expected_learning: '### After it\nYou read tide tables.\n\n* You sail',
  syllabus: '### Lesson 1: Moon\n\n- Phases\n- Pull\n\n### Lesson 2: Sun',
  required_knowledge: 'There is no prior knowledge needed.',
  homepage: 'https://www.udacity.com/course/tides--ud001?utm_medium=referral',
  level: 'beginner',
  expected_duration: 2,
  expected_duration_unit: 'months',
  instructors: [{ name: 'Ada Example', bio: 'x' }],
  tracks: ['Sea Science'],
  teaser_video: { youtube_url: '' },
  image: 'https://img.example/tides.jpg',
};

describe('the Udacity catalogue', () => {
  test('a course is read field by field, light markup read as words', async () => {
    const { document, degraded } = await readOne(udacity, { courses: [record] });
    expect(degraded).toEqual([]);
    expect(document).toEqual({
      key: 'ud001',
      title: 'Intro to Tides',
      summary: 'Why the sea comes back.',
      description: 'A short course by the sea.',
      syllabus: ['Lesson 1: Moon: Phases; Pull', 'Lesson 2: Sun'],
      outcomes: ['After it', 'You read tide tables.', 'You sail'],
      level: 'beginner',
      effort: { weeks: 9 },
      providers: [{ name: 'Udacity' }],
      instructors: [{ name: 'Ada Example' }],
      subjects: [{ scheme: 'label', label: 'Sea Science' }],
      prerequisites: { nothing: true, text: 'There is no prior knowledge needed.' },
      runs: [{ key: 'self-paced', pacing: 'self' }],
      url: 'https://www.udacity.com/course/tides--ud001',
      imageUrl: 'https://img.example/tides.jpg',
    });
  });

  test('degrees are courses with a certificate, tracks are none', async () => {
    const records = await readAll(udacity, {
      courses: [],
      tracks: [{ name: 'Sea Science', courses: ['ud001'] }],
      degrees: [{ ...record, key: 'nd001', open_for_enrollment: false }],
    });
    expect(records).toMatchObject([
      { kind: 'refused', title: 'Sea Science', reason: 'not a course: a track of courses' },
      { kind: 'course', document: { key: 'nd001', certificate: 'paid', runs: [{ declared: 'closed' }] } },
    ]);
  });
});

describe('light markup', () => {
  test('plans become one entry a chapter, with or without marks', () => {
    expect(readOutline('Lesson 1: Moon\nPhases\n\nLesson 2: Sun\nLight')).toEqual([
      'Lesson 1: Moon: Phases',
      'Lesson 2: Sun: Light',
    ]);
    expect(readOutline('Moon\nSun')).toEqual(['Moon', 'Sun']);
    expect(readOutline('Before\n## One\n- a')).toEqual(['Before', 'One: a']);
    expect(readOutline('')).toEqual([]);
  });

  test('words keep their meaning', () => {
    expect(withoutMarkdown('# T\n**b** and [l](http://x.example) 2*3*4 a_b_c')).toBe(
      'T\nb and l 2*3*4 a_b_c',
    );
  });
});

const real = '../shared/data/catalogues/mammooc/udacity.json';
test.skipIf(!existsSync(real))('the real catalogue (../shared/data is absent: skipped)', async () => {
  const { document, degraded } = await readOne(udacity, await fileInput(real));
  expect(degraded).toEqual([]);
  expect(document.syllabus).toHaveLength(8);
});
