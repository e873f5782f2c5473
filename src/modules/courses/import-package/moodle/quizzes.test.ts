import { describe, expect, test } from 'vitest';
import { moodleBackup } from '../testing/moodle-backup.ts';
import {
  answer,
  question,
  answers,
  category,
  entries,
  entry,
  oldSlots,
  quiz,
} from '../testing/moodle-questions.ts';
import { codesOf, contentsOf, readChecked } from '../testing/read-checked.ts';
import { moodleReader } from './moodle-reader.ts';

describe('quizzes and banks', () => {
  const simple = (id: string) => question(id, 'shortanswer', `Word ${id}`, answers(answer(`a${id}`, 'x', 1)));
  const reference = (slot: number, entryId: string, version = '$@NULL@$') =>
    `<question_instance id="${slot}"><slot>${slot}</slot><maxmark>3</maxmark><question_reference id="1"><questionbankentryid>${entryId}</questionbankentryid><version>${version}</version></question_reference></question_instance>`;
  const random = (slot: number, filter: string) =>
    `<question_instance id="${slot}"><slot>${slot}</slot><maxmark>1</maxmark><question_set_reference id="1"><filtercondition>${filter}</filtercondition></question_set_reference></question_instance>`;

  test('since Moodle 4: entries, versions, places that draw at random, with categories below', async () => {
    const questions =
      entries('5', entry('50', simple('1'), simple('2')), entry('51', simple('3'))) +
      entries('6', entry('60', simple('4')), entry('61', simple('5')));
    const slots =
      reference(1, '50') +
      reference(2, '50', '1') +
      random(3, '{"questioncategoryid":"6","includingsubcategories":"0"}') +
      random(4, '{"filter":{"category":{"jointype":1,"values":[6]}}}') +
      random(5, '{"questioncategoryid":"99"}');
    const more =
      '<timelimit>1800</timelimit><attempts_number>2</attempts_number><password>pass</password><timeopen>1400000000</timeopen>';
    const read = await readChecked(
      moodleReader,
      moodleBackup({ activities: [quiz(slots, more)], questions }),
    );
    const [set] = contentsOf(read, 'questions');
    expect(set?.questions.map(({ prompt, points }) => [prompt, points])).toEqual([
      ['Word 2', 3],
      ['Word 1', 3],
    ]);
    expect(set?.rules).toMatchObject({ minutes: 30, attempts: 2, draw: [{ count: 2 }] });
    expect(read.content.banks.map(({ title, questions: all }) => [title, all.length])).toEqual([
      ['Category 5', 1],
      ['Category 6', 2],
    ]);
    expect(set?.rules.draw[0]?.bank).toBe(read.content.banks[1]?.id);
    expect(codesOf(read.items[0])).toEqual(['bank-missing', 'quiz-rule-left-out', 'dates-left-out']);
    expect(JSON.stringify(read)).not.toContain('>pass<');
    expect(read.items.map(({ type, outcome }) => [type, outcome])).toEqual([
      ['quiz', 'degraded'],
      ['question_category', 'converted'],
      ['question_category', 'converted'],
    ]);
  });

  test('before Moodle 4: questions by id, a question "random" draws from its category and those below', async () => {
    const questions =
      category('5', question('9', 'random', '1', '') + simple('1')) + category('6', simple('2'), '5');
    const read = await readChecked(
      moodleReader,
      moodleBackup({ activities: [quiz(oldSlots(['9', '404']))], questions }),
    );
    expect(contentsOf(read, 'questions')[0]?.rules.draw).toEqual([{ bank: 'bank-5', count: 1 }]);
    expect(read.content.banks).toMatchObject([
      { id: 'bank-5', questions: [{ prompt: 'Word 1' }, { prompt: 'Word 2' }] },
    ]);
    expect(codesOf(read.items[0])).toContain('resource-missing');
  });
});
