import { describe, expect, test } from 'vitest';
import { askProblem } from './testing/ask-problem.ts';
import { ask, choices, correct, declare, item, mapping } from './testing/qti-items.ts';
import { codesOf } from './testing/read-checked.ts';

const several = (ids: readonly string[]) =>
  `<choiceInteraction responseIdentifier="R" maxChoices="0">${choices(...ids)}</choiceInteraction>`;
const one = (ids: readonly string[]) =>
  `<choiceInteraction responseIdentifier="R" maxChoices="1">${choices(...ids)}</choiceInteraction>`;
const set = (inside: string) => `<setOutcomeValue identifier="SCORE">${inside}</setOutcomeValue>`;
const base = (value: number) => `<baseValue baseType="float">${value}</baseValue>`;
const chose = (id: string) =>
  `<match><variable identifier="R"/><baseValue baseType="identifier">${id}</baseValue></match>`;
const rules = (inside: string) => `<responseProcessing>${inside}</responseProcessing>`;
const condition = (when: string, worth: number) =>
  `<responseCondition><responseIf>${when}${set(base(worth))}</responseIf></responseCondition>`;

describe('QTI: what one choice is worth', () => {
  test('conditions of the item’s own are reckoned', async () => {
    const { questions, items } = await ask(
      item(
        'own',
        declare('single', 'identifier', correct('x')),
        one(['x', 'y', 'z']),
        rules(condition(chose('x'), 4) + condition(chose('y'), 1) + condition(chose('z'), -2)),
      ),
    );
    expect(questions[0]).toMatchObject({
      type: 'single',
      choices: [{ right: true }, { right: false, credit: 0.25 }, { right: false, credit: -0.5 }],
    });
    expect(codesOf(items[0])).toEqual([]);
  });

  test('bounds of a mapping and what it does not name', async () => {
    const mapped = mapping({ x: 1, y: 1 }).replace('<mapping', '<mapping lowerBound="-1" defaultValue="-1"');
    const { questions } = await ask(
      item(
        'bounds',
        declare('multiple', 'identifier', mapped),
        several(['x', 'y', 'z']),
        rules(set('<mapResponse identifier="R"/>')),
      ),
    );
    expect(questions[0]).toMatchObject({
      credit: 'shares',
      least: -0.5,
      choices: [{ right: true }, { right: true }, { right: false, credit: -0.5 }],
    });
  });

  test('all or nothing stays so, whatever mapping stands unused', async () => {
    const { questions } = await ask(
      item(
        'all',
        declare('multiple', 'identifier', correct('x', 'y') + mapping({ x: 1, y: 1 })),
        several(['x', 'y', 'z']),
        rules(
          `<responseCondition><responseIf><match><variable identifier="R"/><correct identifier="R"/></match>${set(base(1))}</responseIf></responseCondition>`,
        ),
      ),
    );
    expect(questions[0]).toMatchObject({
      credit: 'all',
      choices: [{ right: true }, { right: true }, { right: false }],
    });
    expect(JSON.stringify(questions[0])).not.toContain('"credit":0');
  });

  test('processing that is beyond reckoning leaves what is right', async () => {
    const { questions, items } = await ask(
      item(
        'beyond',
        declare('single', 'identifier', correct('x')),
        one(['x', 'y']),
        rules(`${set('<randomInteger min="1" max="2"/>')}`),
      ),
    );
    expect(questions[0]).toMatchObject({ choices: [{ right: true }, { right: false }] });
    expect(codesOf(items[0])).toEqual(['question-processing']);
  });
});

describe('OLX: partial credit', () => {
  test('a choice that is partly right, with and without its share', async () => {
    const { questions, item: told } = await askProblem(
      `<multiplechoiceresponse partial_credit="points"><choicegroup><choice correct="true">A</choice><choice correct="partial" point_value="0.25">B</choice><choice correct="partial">C</choice><choice correct="false">D</choice></choicegroup></multiplechoiceresponse>`,
    );
    expect(questions[0]).toMatchObject({
      choices: [{ right: true }, { right: false, credit: 0.25 }, { credit: 0.5 }, { right: false }],
    });
    expect(told).toMatchObject({ outcome: 'converted', notes: [] });
  });

  test('a menu that names what is partly right', async () => {
    const { questions } = await askProblem(
      `<optionresponse partial_credit="points"><optioninput options="('red','pink','blue')" correct="red" partial="'pink'" point_values="0.75"/></optionresponse>`,
    );
    expect(questions[0]).toMatchObject({ choices: [{ right: true }, { credit: 0.75 }, { right: false }] });
  });

  test('a broken share counts half, and one without leave to be partial counts nothing', async () => {
    const group = `<choicegroup><choice correct="true">A</choice><choice correct="partial" point_value="lots">B</choice></choicegroup>`;
    const some = await askProblem(
      `<multiplechoiceresponse partial_credit="points">${group}</multiplechoiceresponse>`,
    );
    expect(some.questions[0]).toMatchObject({ choices: [{}, { credit: 0.5 }] });
    const none = await askProblem(`<multiplechoiceresponse>${group}</multiplechoiceresponse>`);
    expect(JSON.stringify(none.questions[0])).not.toContain('0.5');
  });
});
