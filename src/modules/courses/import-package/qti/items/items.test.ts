import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { archiveOf } from '../../testing/archive-of.ts';
import { codesOf, contentsOf, questionsOf, readChecked } from '../../testing/read-checked.ts';
import { qtiReader } from '../qti-reader.ts';

const item = (id: string, declarations: string, body: string, rest = '') =>
  `<?xml version="1.0"?><assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="${id}" title="Item ${id}" adaptive="false" timeDependent="false">${declarations}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><itemBody>${body}</itemBody>${rest}</assessmentItem>`;
const declare = (cardinality: string, baseType: string, inside: string, id = 'R') =>
  `<responseDeclaration identifier="${id}" cardinality="${cardinality}" baseType="${baseType}">${inside}</responseDeclaration>`;
const correct = (...values: readonly string[]) =>
  `<correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>`;
const mapping = (entries: Readonly<Record<string, number>>) =>
  `<mapping>${Object.entries(entries)
    .map(([key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`)
    .join('')}</mapping>`;
const template = (name: string) =>
  `<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/${name}"/>`;
const choices = (...ids: readonly string[]) =>
  ids.map((id) => `<simpleChoice identifier="${id}">${id.toUpperCase()}</simpleChoice>`).join('');
const associable = (...ids: readonly string[]) =>
  ids
    .map((id) => `<simpleAssociableChoice identifier="${id}" matchMax="1">${id}</simpleAssociableChoice>`)
    .join('');

async function ask(...items: readonly string[]) {
  const png = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const files = Object.fromEntries(items.map((xml, n) => [`items/i${n}.xml`, xml]));
  const read = await readChecked(qtiReader, archiveOf({ ...files, 'items/map.png': png }));
  return { read, questions: questionsOf(read), items: read.items };
}

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
        credit: 'each',
        points: 3,
        choices: [{ right: true }, { right: false }, { right: true }],
      },
      { type: 'single', points: 2, choices: [{ right: false }, { right: true }] },
    ]);
    expect(items.map(codesOf)).toEqual([[], ['question-credit-by-choice'], ['question-partial-credit']]);
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

  test('places in a picture, with its size told or looked up', async () => {
    const object = (size = '') => `<object type="image/png" data="map.png" ${size}>A map</object>`;
    const { questions } = await ask(
      item(
        'a',
        declare('single', 'identifier', correct('h')),
        `<hotspotInteraction responseIdentifier="R" maxChoices="1"><prompt>Where?</prompt>${object('width="100" height="50"')}<hotspotChoice shape="circle" coords="50,25,10" identifier="h"/><hotspotChoice shape="rect" coords="0,0,10,10" identifier="i" hotspotLabel="Corner"/></hotspotInteraction>`,
      ),
      item(
        'b',
        declare(
          'single',
          'point',
          '<areaMapping><areaMapEntry shape="poly" coords="0,0,100,0,100,50" mappedValue="1"/></areaMapping>',
        ),
        `<selectPointInteraction responseIdentifier="R" maxChoices="1">${object()}</selectPointInteraction>`,
        template('map_response_point'),
      ),
      item(
        'c',
        declare('multiple', 'directedPair', correct('g h')),
        `<graphicGapMatchInteraction responseIdentifier="R">${object()}<gapImg identifier="g" matchMax="1" objectLabel="Worm"><object type="image/png" data="map.png"/></gapImg><gapText identifier="t">Root</gapText><associableHotspot identifier="h" shape="rect" coords="20,10,60,30" matchMax="1"/></graphicGapMatchInteraction>`,
      ),
    );
    expect(questions).toMatchObject([
      {
        type: 'hotspot',
        alt: 'A map',
        right: ['a-h'],
        places: [
          { shape: 'ellipse', at: [40, 30, 20, 40] },
          { label: 'Corner', shape: 'rectangle', at: [0, 0, 10, 20] },
        ],
      },
      { type: 'hotspot', places: [{ shape: 'polygon', at: [0, 0, 50, 0, 50, 50] }] },
      {
        type: 'drag',
        items: [{ places: ['c-h'] }, { text: 'Root', places: [] }],
        places: [{ at: [10, 10, 20, 20] }],
      },
    ]);
  });

  test('what has no counterpart is kept whole, and why is said', async () => {
    const { items, read } = await ask(
      item(
        'a',
        declare('single', 'file', ''),
        '<drawingInteraction responseIdentifier="R"><object type="image/png" data="map.png"/></drawingInteraction>',
      ),
      item(
        'b',
        declare('single', 'identifier', correct('x')),
        `<choiceInteraction responseIdentifier="R" maxChoices="1">${choices('x')}</choiceInteraction>`,
        '<templateProcessing><setTemplateValue identifier="T"><randomInteger min="1" max="9"/></setTemplateValue></templateProcessing>',
      ),
      item(
        'c',
        declare('single', 'identifier', ''),
        `<choiceInteraction responseIdentifier="R" maxChoices="1">${choices('x')}</choiceInteraction>`,
        '<responseProcessing><lookupOutcomeValue identifier="S"/></responseProcessing>',
      ),
    );
    expect(items.map(({ outcome }) => outcome)).toEqual(['kept', 'kept', 'degraded']);
    expect(codesOf(items[2])).toEqual(['question-processing', 'question-without-key']);
    expect(contentsOf(read, 'source').map(({ format }) => format)).toEqual(['qti-item', 'qti-item']);
  });

  test('an item that asks several things becomes several questions', async () => {
    const two =
      declare('single', 'identifier', correct('x')) + declare('single', 'identifier', correct('q'), 'S');
    const { questions } = await ask(
      item(
        'a',
        two,
        `<p>One</p><choiceInteraction responseIdentifier="R" maxChoices="1">${choices('x', 'y')}</choiceInteraction><p>Two</p><choiceInteraction responseIdentifier="S" maxChoices="1">${choices('p', 'q')}</choiceInteraction><p>End</p>`,
      ),
    );
    expect(questions.map(({ id, prompt, points }) => [id, prompt, points])).toEqual([
      ['a-1', '<p>One</p>', 0.5],
      ['a-2', '<p>Two</p><p>End</p>', 0.5],
    ]);
  });
});
