import { describe, expect, test } from 'vitest';
import {
  item,
  declare,
  correct,
  mapping,
  template,
  choices,
  associable,
  ask,
} from '../../testing/qti-items.ts';
import { codesOf } from '../../testing/read-checked.ts';

describe('interactions', () => {
  test('choices: one, several, with points and feedback', async () => {
    const { questions, items } = await ask(
      item(
        'a',
        declare('single', 'identifier', correct('y')),
        `<p>Read</p><choiceInteraction responseIdentifier="R" shuffle="true" maxChoices="1"><prompt>Which?</prompt><simpleChoice identifier="x">X<feedbackInline identifier="x" outcomeIdentifier="F" showHide="show">No</feedbackInline></simpleChoice>${choices('y')}</choiceInteraction>`,
        `${template('match_correct')}<modalFeedback identifier="y" outcomeIdentifier="F" showHide="show"><p>Well</p></modalFeedback><modalFeedback identifier="all" outcomeIdentifier="F" showHide="show">Because</modalFeedback>`,
      ),
      item(
        'b',
        declare('multiple', 'identifier', correct('x', 'z') + mapping({ x: 1, y: -1, z: 2 })),
        `<choiceInteraction responseIdentifier="R" maxChoices="0">${choices('x', 'y', 'z')}</choiceInteraction>`,
        template('map_response'),
      ),
      item(
        'c',
        declare('single', 'identifier', mapping({ x: 1, y: 2 })),
        `<choiceInteraction responseIdentifier="R" maxChoices="1">${choices('x', 'y')}</choiceInteraction>`,
        template('map_response'),
      ),
    );
    expect(questions).toMatchObject([
      {
        type: 'single',
        shuffle: true,
        prompt: '<p>Read</p>Which?',
        explanation: 'Because',
        choices: [
          { text: 'X', right: false, feedback: 'No' },
          { text: 'Y', right: true, feedback: '<p>Well</p>' },
        ],
      },
      {
        type: 'multiple',
        credit: 'shares',
        points: 3,
        choices: [
          { right: true, credit: 0.333333 },
          { right: false, credit: -0.333333 },
          { right: true, credit: 0.666667 },
        ],
      },
      { type: 'single', points: 2, choices: [{ right: false, credit: 0.5 }, { right: true }] },
    ]);
    expect(items.map(codesOf)).toEqual([[], [], []]);
  });

  test('fields and menus in a text; numbers with tolerance, rounding and ranges', async () => {
    const compare = (inside: string) =>
      `<responseProcessing><responseCondition><responseIf>${inside}<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>`;
    const field = '<textEntryInteraction responseIdentifier="R"/>';
    const { questions } = await ask(
      item(
        'a',
        declare('single', 'string', correct('wet') + mapping({ wet: 1, damp: 0.5 })) +
          declare('single', 'identifier', correct('s'), 'M'),
        `<p>Clay is ${field}, sand is <inlineChoiceInteraction responseIdentifier="M"><inlineChoice identifier="s">dry</inlineChoice><inlineChoice identifier="t">loud &amp; wet</inlineChoice></inlineChoiceInteraction>.</p>`,
        template('map_response'),
      ),
      item(
        'b',
        declare('single', 'float', correct('3.5')),
        `<p>How much? ${field}</p>`,
        compare(
          '<equal toleranceMode="absolute" tolerance="0.1 0.1"><variable identifier="R"/><correct identifier="R"/></equal>',
        ),
      ),
      item(
        'c',
        declare('single', 'float', correct('3.14')),
        `<p>Pi is ${field} or so</p>`,
        compare(
          '<equalRounded roundingMode="decimalPlaces" figures="2"><variable identifier="R"/><correct identifier="R"/></equalRounded>',
        ),
      ),
      item(
        'd',
        declare('single', 'integer', ''),
        `<p>${field}</p>`,
        compare(
          '<and><gte><variable identifier="R"/><baseValue baseType="integer">5</baseValue></gte><lt><variable identifier="R"/><baseValue baseType="integer">9</baseValue></lt></and>',
        ),
      ),
      item(
        'e',
        declare('single', 'string', ''),
        `<p>Word: ${field}</p>`,
        compare('<patternMatch pattern="lo[am]+"><variable identifier="R"/></patternMatch>'),
      ),
      item(
        'f',
        declare('single', 'string', ''),
        '<extendedTextInteraction responseIdentifier="R"><prompt>Tell</prompt></extendedTextInteraction>',
      ),
      item(
        'g',
        declare('single', 'file', ''),
        '<uploadInteraction responseIdentifier="R" type="application/pdf"><prompt>Send</prompt></uploadInteraction>',
      ),
      item(
        'h',
        declare('single', 'integer', correct('7')),
        '<sliderInteraction responseIdentifier="R" lowerBound="0" upperBound="10" step="1"><prompt>Slide</prompt></sliderInteraction>',
        template('match_correct'),
      ),
    );
    expect(questions).toMatchObject([
      {
        type: 'gap',
        body: '<p>Clay is {{gap:a-R}}, sand is {{gap:a-M}}.</p>',
        gaps: [
          {
            accepted: [
              { text: 'wet', credit: 1 },
              { text: 'damp', credit: 0.5 },
            ],
          },
          {
            choices: [
              { text: 'dry', right: true },
              { text: 'loud & wet', right: false },
            ],
          },
        ],
      },
      {
        type: 'number',
        prompt: '<p>How much? </p>',
        answers: [{ value: '3.5', tolerance: 0.1, percent: false }],
      },
      { type: 'number', prompt: '<p>Pi is … or so</p>', answers: [{ value: '3.14', tolerance: 0.005 }] },
      { type: 'number', answers: [{ from: 5, to: 9, openFrom: false, openTo: true }] },
      { type: 'text', match: 'pattern', accepted: [{ text: 'lo[am]+' }] },
      { type: 'essay', prompt: 'Tell' },
      { type: 'file', endings: ['pdf'] },
      { type: 'number', prompt: 'Slide<p>0 – 10</p>', answers: [{ value: '7' }] },
    ]);
  });

  test('orders, pairs, holes with words, words of a text', async () => {
    const { questions, items } = await ask(
      item(
        'a',
        declare('ordered', 'identifier', correct('z', 'x', 'y')),
        `<orderInteraction responseIdentifier="R">${choices('x', 'y', 'z')}</orderInteraction>`,
        template('match_correct'),
      ),
      item(
        'b',
        declare('multiple', 'directedPair', correct('x 1', 'y 1')),
        `<matchInteraction responseIdentifier="R"><simpleMatchSet>${associable('x', 'y')}</simpleMatchSet><simpleMatchSet>${associable('1', '2')}</simpleMatchSet></matchInteraction>`,
        template('match_correct'),
      ),
      item(
        'c',
        declare('multiple', 'pair', correct('x y')),
        `<associateInteraction responseIdentifier="R">${associable('x', 'y', 'z')}</associateInteraction>`,
        template('match_correct'),
      ),
      item(
        'd',
        declare('multiple', 'directedPair', correct('w g1', 'd g2')),
        '<gapMatchInteraction responseIdentifier="R"><gapText identifier="w" matchMax="1">wet</gapText><gapText identifier="d" matchMax="1">dry</gapText><p>Clay <gap identifier="g1"/>, sand <gap identifier="g2"/></p></gapMatchInteraction>',
        template('match_correct'),
      ),
      item(
        'e',
        declare('single', 'identifier', correct('h2')),
        '<hottextInteraction responseIdentifier="R" maxChoices="1"><p>The <hottext identifier="h1">soil</hottext> are <hottext identifier="h2">is</hottext></p></hottextInteraction>',
        template('match_correct'),
      ),
      item(
        'f',
        declare('multiple', 'directedPair', correct('x 1', 'x 2', 'y 1')),
        `<matchInteraction responseIdentifier="R"><simpleMatchSet>${associable('x', 'y')}</simpleMatchSet><simpleMatchSet>${associable('1', '2')}</simpleMatchSet></matchInteraction>`,
        template('match_correct'),
      ),
    );
    expect(questions[0]).toMatchObject({
      type: 'order',
      items: [{ text: 'Z' }, { text: 'X' }, { text: 'Y' }],
    });
    expect(questions[1]).toMatchObject({
      type: 'match',
      sources: [
        { text: 'x', target: 'b-1' },
        { text: 'y', target: 'b-1' },
      ],
      targets: [{ id: 'b-1' }, { id: 'b-2' }],
    });
    expect(questions[2]).toMatchObject({
      type: 'match',
      sources: [{ text: 'x', target: 'c-y' }],
      targets: [{ text: 'y' }, { text: 'z' }],
    });
    expect(questions[3]).toMatchObject({
      type: 'gap',
      gaps: [
        {
          choices: [
            { text: 'wet', right: true },
            { text: 'dry', right: false },
          ],
        },
        { choices: [{ right: false }, { right: true }] },
      ],
    });
    expect(questions[4]).toMatchObject({
      type: 'single',
      prompt: '<p>The <mark>soil</mark> are <mark>is</mark></p>',
      choices: [
        { text: 'soil', right: false },
        { text: 'is', right: true },
      ],
    });
    expect(items.map(({ outcome }) => outcome)).toEqual([
      'converted',
      'converted',
      'degraded',
      'converted',
      'converted',
      'kept',
    ]);
  });
});
