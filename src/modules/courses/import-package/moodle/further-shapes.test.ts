import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../testing/archive-of.ts';
import { moodleBackup } from '../testing/moodle-backup.ts';
import { answer, answers, category, oldSlots, question, quiz } from '../testing/moodle-questions.ts';
import { codesOf, questionsOf, readChecked } from '../testing/read-checked.ts';
import { moodleReader } from './moodle-reader.ts';

const png = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } })
  .png()
  .toBuffer();
const file = (name: string, content = png.toString('base64')) =>
  `<file name="${name}" path="/" encoding="base64">${content}</file>`;
const asked = (type: string, html: string, more: string, files = '') =>
  `<question type="${type}"><name><text>N</text></name><questiontext format="html"><text><![CDATA[${html}]]></text>${files}</questiontext>${more}</question>`;
const exported = (...questions: readonly string[]) =>
  readChecked(
    moodleReader,
    archiveOf({ 'q.xml': `<?xml version="1.0"?><quiz>${questions.join('')}</quiz>` }),
  );

describe('Moodle XML', () => {
  test('brings its pictures along, each question its own', async () => {
    const picture = '<p><img src="@@PLUGINFILE@@/carte%20%C3%A9t%C3%A9.png" alt="Carte"></p>';
    const choice = '<answer fraction="100"><text>x</text></answer>';
    const read = await exported(
      asked('multichoice', picture, choice, file('carte été.png')),
      asked('multichoice', picture, choice, file('carte été.png', Buffer.from('other').toString('base64'))),
      asked('multichoice', picture, choice),
    );
    expect(read.files.map(({ name, made }) => [name, made?.length])).toEqual([
      ['carte été.png', png.length],
      ['carte été.png', 5],
    ]);
    expect(codesOf(read.items[0])).toEqual(['picture-missing']);
    expect(new Set(read.files.map(({ id }) => id)).size).toBe(2);
  });

  test('its pictures to drag onto are places; broken base64 is no picture', async () => {
    const drag = '<drag><no>1</no><text>one</text></drag>';
    const drop = '<drop><text>here</text><no>1</no><choice>1</choice><xleft>20</xleft><ytop>10</ytop></drop>';
    const read = await exported(asked('ddimageortext', 'Put', file('bg.png') + drag + drop));
    expect(questionsOf(read)).toMatchObject([
      { type: 'drag', items: [{ text: 'one' }], places: [{ label: 'here', at: [10, 10, 10, 10] }] },
    ]);
    const broken = await exported(asked('ddmarker', 'Put', file('bg.png', '%%%') + drag + drop));
    expect(broken.items[0]?.outcome).toBe('kept');
  });

  test('words for right and wrong answers, for any other and for foreseen numbers', async () => {
    const read = await exported(
      asked(
        'shortanswer',
        'W',
        '<answer fraction="100"><text>x</text></answer><answer fraction="0"><text>*</text><feedback><text>Read on</text></feedback></answer>',
      ),
      asked(
        'numerical',
        'N',
        '<answer fraction="100"><text>5</text></answer><answer fraction="0"><text>6</text><feedback><text>Near</text></feedback></answer>',
      ),
      asked(
        'multichoice',
        'C',
        '<answer fraction="100"><text>x</text></answer><correctfeedback><text>Well</text></correctfeedback><incorrectfeedback><text>Your answer is incorrect.</text></incorrectfeedback>',
      ),
    );
    expect(questionsOf(read)).toMatchObject([
      { said: { wrong: 'Read on' } },
      {
        answers: [
          { value: '5', credit: 1 },
          { value: '6', credit: 0, feedback: 'Near' },
        ],
      },
      { said: { right: 'Well' } },
    ]);
    expect(questionsOf(read)[2]?.said?.wrong).toBeUndefined();
    expect(read.items[0]?.outcome).toBe('converted');
  });
});

describe('what completes a course of Moodle', () => {
  const criterion = (inside: string) =>
    `<course_completion_criteria id="1">${inside}</course_completion_criteria>`;
  const backup = async (criteria: string, course?: string) => {
    const made = moodleBackup({
      activities: [quiz(oldSlots(['1']))],
      questions: category(
        '7',
        question('1', 'truefalse', 'So?', answers(answer('1', 'Yes', 1), answer('2', 'No', 0))),
      ),
      ...(course !== undefined && { course }),
    });
    const files: Record<string, Buffer> = {};
    for (const { path } of made.entries) files[path] = await made.read(path);
    files['completion.xml'] = Buffer.from(`<course_completion>${criteria}</course_completion>`);
    return readChecked(moodleReader, archiveOf(files));
  };

  test('activities and a grade become rules', async () => {
    const read = await backup(
      criterion('<criteriatype>4</criteriatype><module>quiz</module><moduleinstance>1</moduleinstance>') +
        criterion('<criteriatype>6</criteriatype><gradepass>60.00000</gradepass>'),
    );
    const set = read.content.sections[0]?.units[0]?.blocks[0]?.id;
    expect(read.content.rules.completion).toMatchObject({ seen: 0, mustPass: [set], points: 0.6 });
  });

  test.each([
    '',
    criterion('<criteriatype>2</criteriatype><timeend>1</timeend>'),
    criterion('<criteriatype>4</criteriatype><moduleinstance>99</moduleinstance>'),
    criterion('<criteriatype>6</criteriatype><gradepass>much</gradepass>'),
  ])('other criteria leave the usual rule: %s', async (criteria) => {
    const read = await backup(criteria);
    expect(read.content.rules.completion).toMatchObject({ seen: 1, mustPass: [], points: 0 });
  });

  test('its days are offered', async () => {
    const dates = '<startdate>1800000000</startdate><enddate>1810000000</enddate>';
    const read = await backup('', `<fullname>Gardening</fullname><lang>en</lang>${dates}`);
    expect(read.days).toMatchObject({ startOn: '2027-01-15', endOn: '2027-05-11' });
    expect((await backup('')).days).toBeUndefined();
  });
});
