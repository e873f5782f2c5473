import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { moodleBackup } from '../../testing/moodle-backup.ts';
import { answer, question, answers, category, oldSlots, quiz } from '../../testing/moodle-questions.ts';
import { codesOf, contentsOf, questionsOf, readChecked } from '../../testing/read-checked.ts';
import { moodleReader } from '../moodle-reader.ts';
import { calculate } from './calculated-question.ts';

async function ask(...questions: readonly string[]) {
  const ids = questions
    .map((each) => /question id="([^"]+)"/.exec(each)?.[1] ?? '')
    .filter((id) => !id.startsWith('sub'));
  const read = await readChecked(
    moodleReader,
    moodleBackup({ activities: [quiz(oldSlots(ids))], questions: category('5', questions.join('')) }),
  );
  return { read, asked: questionsOf(read), codes: codesOf(read.items[0]) };
}

describe('kinds of question', () => {
  test('choices, true or false, words, numbers, essays, descriptions', async () => {
    const { asked, codes, read } = await ask(
      question('0', 'description', '<p>First read this.</p>', ''),
      question(
        '1',
        'multichoice',
        '<p>One</p>',
        `${answers(answer('1', '<p>Clay</p>', 1, 'Yes'), answer('2', '<p>Silt</p>', 0.5), answer('3', '<p>Tin</p>', -0.25))}<multichoice id="1"><single>1</single><shuffleanswers>1</shuffleanswers></multichoice>`,
        '<question_hints><question_hint id="1"><hint>Look down</hint><hintformat>1</hintformat></question_hint></question_hints>',
      ),
      question(
        '2',
        'multichoice',
        'Many',
        `${answers(answer('4', 'A', 0.5), answer('5', 'B', 0.5), answer('6', 'C', -1))}<multichoice id="2"><single>0</single></multichoice>`,
      ),
      question(
        '3',
        'truefalse',
        'So?',
        `${answers(answer('7', 'Vrai', 0, 'no'), answer('8', 'Faux', 1))}<truefalse id="3"/>`,
      ),
      question(
        '4',
        'shortanswer',
        'Word',
        `${answers(answer('9', 'loam', 1), answer('10', 'lo*', 0.5), answer('11', 'sand', 0, 'Dry'))}<shortanswer id="4"><usecase>0</usecase></shortanswer>`,
      ),
      question(
        '5',
        'numerical',
        'How much',
        `${answers(answer('12', '3.5', 1))}<numerical_units><numerical_unit><multiplier>1</multiplier><unit>kg</unit></numerical_unit></numerical_units><numerical_options><numerical_option><showunits>3</showunits></numerical_option></numerical_options><numerical_records><numerical_record><answer>12</answer><tolerance>0.1</tolerance></numerical_record></numerical_records>`,
      ),
      question(
        '6',
        'essay',
        'Tell',
        '<essay id="6"><responseformat>editor</responseformat><attachments>0</attachments><maxwordlimit>200</maxwordlimit></essay>',
      ),
      question(
        '7',
        'essay',
        'Send',
        '<essay id="7"><responseformat>noinline</responseformat><attachments>2</attachments></essay>',
      ),
    );
    expect(asked).toMatchObject([
      {
        type: 'single',
        points: 2,
        prompt: '<p>First read this.</p><p>One</p>',
        hints: ['Look down'],
        choices: [
          { right: true, feedback: 'Yes' },
          { right: false, credit: 0.5 },
          { right: false, credit: -0.25 },
        ],
      },
      { type: 'multiple', credit: 'shares', choices: [{ right: true }, { right: true }, { right: false }] },
      {
        type: 'single',
        choices: [
          { text: 'Vrai', right: false, feedback: 'no' },
          { text: 'Faux', right: true },
        ],
      },
      {
        type: 'text',
        match: 'pattern',
        accepted: [{ text: 'loam' }, { text: 'lo.*', credit: 0.5 }],
        expected: [{ text: 'sand', feedback: 'Dry' }],
      },
      { type: 'number', unit: 'kg', answers: [{ value: '3.5', tolerance: 0.1 }] },
      { type: 'essay', mostWords: 200 },
      { type: 'file', mostFiles: 2 },
    ]);
    expect(codes).toEqual([]);
    expect(contentsOf(read, 'questions')[0]?.intro).toBe('<p>Go</p>');
  });

  test('pairs, orders, gaps of every kind', async () => {
    const match = (said: string, right: string) =>
      `<match><questiontext>${said}</questiontext><questiontextformat>1</questiontextformat><answertext>${right}</answertext></match>`;
    const { asked } = await ask(
      question(
        '1',
        'match',
        'Pair',
        `<matches>${match('Clay', 'wet')}${match('Sand', 'dry')}${match('', 'loud')}</matches>`,
      ),
      question('2', 'ordering', 'Order', answers(answer('1', 'Second', 2), answer('2', 'First', 1))),
      question(
        '3',
        'gapselect',
        '<p>[[1]] is [[3]]</p>',
        answers(
          answer('1', 'Clay', 0, '1'),
          answer('2', 'Tin', 0, '1'),
          answer('3', 'wet', 0, '2'),
          answer('4', 'dry', 0, '2'),
        ),
      ),
      question(
        '4',
        'multianswer',
        '<p>Soil {#1} and {#2}</p>',
        '<multianswer id="1"><question>4</question><sequence>sub1,sub2</sequence></multianswer>',
      ),
      question(
        'sub1',
        'shortanswer',
        '{1:SHORTANSWER:=wet}',
        answers(answer('5', 'wet', 1)),
        '<parent>4</parent>',
      ).replace('<parent>0</parent>', ''),
      question(
        'sub2',
        'multichoice',
        '{1:MC:=a~b}',
        answers(answer('6', '<p>a</p>', 1), answer('7', 'b', 0)),
        '<parent>4</parent>',
      ).replace('<parent>0</parent>', ''),
    );
    expect(asked[0]).toMatchObject({
      type: 'match',
      sources: [{ text: 'Clay' }, { text: 'Sand' }],
      targets: [{ text: 'wet' }, { text: 'dry' }, { text: 'loud' }],
    });
    expect(asked[1]).toMatchObject({ type: 'order', items: [{ text: 'First' }, { text: 'Second' }] });
    expect(asked[2]).toMatchObject({
      type: 'gap',
      body: '<p>{{gap:question-3-1}} is {{gap:question-3-2}}</p>',
      gaps: [
        {
          choices: [
            { text: 'Clay', right: true },
            { text: 'Tin', right: false },
          ],
        },
        {
          choices: [
            { text: 'wet', right: true },
            { text: 'dry', right: false },
          ],
        },
      ],
    });
    expect(asked[3]).toMatchObject({
      type: 'gap',
      gaps: [
        { accepted: [{ text: 'wet' }] },
        {
          choices: [
            { text: 'a', right: true },
            { text: 'b', right: false },
          ],
        },
      ],
    });
    expect(asked).toHaveLength(4);
  });

  test('things on a picture, in percent of it', async () => {
    const png = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } })
      .png()
      .toBuffer();
    const drag = (no: string, label: string) =>
      `<drag id="d${no}"><no>${no}</no><label>${label}</label></drag>`;
    const marker = question(
      '1',
      'ddmarker',
      'Where',
      `<drags>${drag('1', 'Clay')}${drag('2', 'Sand')}</drags><drops><drop id="1"><no>1</no><shape>circle</shape><coords>100,50;20</coords><choice>1</choice></drop></drops>`,
    );
    const image = question(
      '2',
      'ddimageortext',
      'Put',
      `<drags>${drag('1', 'Clay')}</drags><drops><drop id="2"><no>1</no><xleft>20</xleft><ytop>10</ytop><choice>1</choice><label>Top</label></drop></drops>`,
    );
    const none = question(
      '3',
      'ddmarker',
      'No picture',
      `<drags>${drag('1', 'x')}</drags><drops><drop id="3"><no>1</no><shape>circle</shape><coords>1,1;1</coords><choice>1</choice></drop></drops>`,
    );
    const files = ['1', '2'].map((item) => ({
      context: 'c9',
      component: 'qtype_x',
      area: 'bgimage',
      item,
      name: 'map.png',
      content: png,
    }));
    const read = await readChecked(
      moodleReader,
      moodleBackup({
        activities: [quiz(oldSlots(['1', '2', '3']))],
        questions: category('5', marker + image + none),
        files,
      }),
    );
    expect(questionsOf(read)).toMatchObject([
      {
        type: 'drag',
        places: [{ shape: 'ellipse', at: [40, 30, 20, 40] }],
        items: [
          { text: 'Clay', places: ['question-1-drop-1'] },
          { text: 'Sand', places: [] },
        ],
      },
      { type: 'drag', places: [{ label: 'Top', at: [10, 10, 10, 10] }] },
    ]);
    expect(contentsOf(read, 'source')).toHaveLength(1);
    expect(codesOf(read.items[0])).toContain('question-kept');
  });

  test('chance values are fixed, other kinds are kept', async () => {
    const set = (name: string, value: string) =>
      `<dataset_definition><name>${name}</name><dataset_items><dataset_item><number>1</number><value>${value}</value></dataset_item></dataset_items></dataset_definition>`;
    const { asked, codes, read } = await ask(
      question(
        '1',
        'calculated',
        'What is {a} times {b}, or {={a}+1}?',
        `${answers(answer('1', '{a}*{b}', 1))}<dataset_definitions>${set('a', '-3')}${set('b', '4')}</dataset_definitions><calculated_records><calculated_record><answer>1</answer><tolerance>0.01</tolerance><tolerancetype>1</tolerancetype></calculated_record></calculated_records>`,
      ),
      question('2', 'stack', 'Derive', '<stackoptions/>'),
    );
    expect(asked).toMatchObject([
      {
        type: 'number',
        prompt: 'What is -3 times 4, or -2?',
        answers: [{ value: '-12', tolerance: 1, percent: true }],
      },
    ]);
    expect(codes).toEqual(expect.arrayContaining(['question-fixed-values', 'question-kept']));
    expect(contentsOf(read, 'source')[0]).toMatchObject({ format: 'moodle:stack' });
  });

  test('the small calculator', () => {
    const said = [
      '1+2*3',
      '-(2)^2',
      '2**3**2',
      'sqrt(16)/pi()*pi()',
      'pow(2,10)',
      'round(3.14159,2)',
      '1e3 - .5',
      '1 +',
      'evil(1)',
      '2)(',
      '1/0',
      '',
    ].map(calculate);
    expect(said).toEqual([
      7,
      -4,
      512,
      4,
      1024,
      3.14,
      999.5,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
