import { describe, expect, test } from 'vitest';
import { markdownReader } from '../markdown/markdown-reader.ts';
import { moodleReader } from '../moodle/moodle-reader.ts';
import { archiveOf } from '../testing/archive-of.ts';
import { codesOf, contentsOf, questionsOf, readChecked, unitsOf } from '../testing/read-checked.ts';

const gift = (text: string) =>
  readChecked(markdownReader, archiveOf({ 'questions.gift': text }), 'questions');

describe('GIFT', () => {
  test('every kind of question', async () => {
    const read = await gift(`// a comment
$CATEGORY: $course$/top/Soils

::Q1:: Which is wet? {=Clay#Yes ~Sand#Dry ~%50%Silt####It swells}

Two of them {~%50%Clay ~%50%Silt ~%-100%Tin}

Word? {=humus =%50%mould}

[html]<p>Is clay wet\\: yes \\= no?</p>{F#Wrong#Right}

How much? {#=3.5:0.1 =%50%4}

Between {#1..5}

Pair {=Clay -> wet =Sand -> dry}

Clay is {=wet ~dry} soil.

Tell more {}

Only words.`);
    expect(questionsOf(read)).toMatchObject([
      {
        type: 'single',
        prompt: 'Which is wet?',
        explanation: 'It swells',
        choices: [
          { text: 'Clay', right: true, feedback: 'Yes' },
          { text: 'Sand', feedback: 'Dry' },
          { text: 'Silt', right: false },
        ],
      },
      { type: 'multiple', choices: [{ right: true }, { right: true }, { right: false }] },
      {
        type: 'text',
        accepted: [
          { text: 'humus', credit: 1 },
          { text: 'mould', credit: 0.5 },
        ],
      },
      {
        type: 'single',
        prompt: '<p>Is clay wet: yes = no?</p>',
        choices: [
          { text: 'True', right: false, feedback: 'Wrong' },
          { text: 'False', right: true, feedback: 'Right' },
        ],
      },
      {
        type: 'number',
        answers: [
          { value: '3.5', tolerance: 0.1 },
          { value: '4', credit: 0.5 },
        ],
      },
      { type: 'number', answers: [{ value: '3', tolerance: 2 }] },
      {
        type: 'match',
        sources: [{ text: 'Clay' }, { text: 'Sand' }],
        targets: [{ text: 'wet' }, { text: 'dry' }],
      },
      { type: 'single', prompt: 'Clay is _____ soil.' },
      { type: 'essay' },
    ]);
    expect(contentsOf(read, 'text').map(({ text }) => text)).toEqual(['Only words.']);
    expect(codesOf(read.items[0])).toEqual([]);
  });

  test('what breaks off is kept or read as words, never lost', async () => {
    const read = await gift('Broken {=a\n\nWrong only {~a ~b}\n\nNo pairs {= -> }');
    const text = JSON.stringify(read.content);
    for (const words of ['Broken', 'Wrong only', 'No pairs']) expect(text).toContain(words);
  });
});

describe('Moodle XML', () => {
  const exported = (questions: string) =>
    readChecked(
      moodleReader,
      archiveOf({ 'quiz.xml': `<?xml version="1.0"?>\n<!-- made by Moodle -->\n<quiz>${questions}</quiz>` }),
      'quiz',
    );
  const question = (type: string, text: string, inside: string) =>
    `<question type="${type}"><name><text>N</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext><defaultgrade>2</defaultgrade>${inside}</question>`;
  const answer = (fraction: number, text: string, more = '') =>
    `<answer fraction="${fraction}" format="html"><text>${text}</text><feedback format="html"><text>f</text></feedback>${more}</answer>`;

  test('categories are sets; kinds are read as from a backup, cloze by its signs', async () => {
    const read = await exported(
      `<question type="category"><category><text>$course$/top/Soils/Wet</text></category></question>` +
        question(
          'multichoice',
          '<p>Which?</p>',
          `<single>true</single>${answer(100, 'Clay')}${answer(0, 'Sand')}`,
        ) +
        question('truefalse', 'So?', answer(100, 'true') + answer(0, 'false')) +
        question('numerical', 'How much?', answer(100, '5', '<tolerance>0.5</tolerance>')) +
        question(
          'matching',
          'Pair',
          '<subquestion format="html"><text>Clay</text><answer><text>wet</text></answer></subquestion>',
        ) +
        question(
          'cloze',
          '<p>A {1:SHORTANSWER:=wet#Yes~%50%damp} and {2:MC:=dry~wet} and {1:NUMERICAL:=5:0.5}</p>',
          '',
        ) +
        question(
          'gapselect',
          '[[1]] [[2]]',
          '<selectoption><text>a</text><group>1</group></selectoption><selectoption><text>b</text><group>1</group></selectoption>',
        ) +
        '<question type="category"><category><text>Other</text></category></question>' +
        question('ddmarker', 'Where', '<drag><no>1</no><text>x</text></drag>') +
        question('multichoice', '<img src="@@PLUGINFILE@@/a.png" alt="A">', answer(100, 'x')),
    );
    expect(questionsOf(read)).toMatchObject([
      {
        type: 'single',
        points: 2,
        prompt: '<p>Which?</p>',
        choices: [{ text: 'Clay', right: true, feedback: 'f' }, { right: false }],
      },
      { type: 'single', choices: [{ text: 'True' }, { text: 'False' }] },
      { type: 'number', answers: [{ value: '5', tolerance: 0.5 }] },
      { type: 'match' },
      {
        type: 'gap',
        gaps: [
          { accepted: [{ text: 'wet' }, { text: 'damp', credit: 0.5 }] },
          {
            choices: [
              { text: 'dry', right: true },
              { text: 'wet', right: false },
            ],
          },
          { accepted: [{ text: '5' }], tolerance: expect.any(Number) },
        ],
      },
      {
        type: 'gap',
        gaps: [
          { choices: [{ text: 'a', right: true }, { text: 'b' }] },
          {
            choices: [
              { text: 'a', right: false },
              { text: 'b', right: true },
            ],
          },
        ],
      },
      { type: 'single' },
    ]);
    expect(unitsOf(read).map(({ title }) => title)).toEqual(['Wet', 'Other']);
    expect(read.items.map(({ outcome }) => outcome)).toEqual(['converted', 'degraded']);
    expect(codesOf(read.items[0])).toEqual([]);
    expect(codesOf(read.items[1])).toEqual(expect.arrayContaining(['question-kept', 'picture-missing']));
  });
});
