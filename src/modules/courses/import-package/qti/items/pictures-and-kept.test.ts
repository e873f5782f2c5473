import { describe, expect, test } from 'vitest';
import { item, declare, correct, template, choices, ask } from '../../testing/qti-items.ts';
import { codesOf, contentsOf } from '../../testing/read-checked.ts';

describe('pictures, and what cannot be asked', () => {
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
