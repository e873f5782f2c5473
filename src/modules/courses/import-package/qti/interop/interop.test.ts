import { describe, expect, test } from 'vitest';
import { commonCartridgeReader } from '../../cartridge/cartridge-reader.ts';
import { cartridge, resource, test12 } from '../../testing/cartridge.ts';
import { codesOf, contentsOf, questionsOf, readChecked } from '../../testing/read-checked.ts';

const profile = (name: string, field = 'cc_profile') =>
  `<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>${field}</fieldlabel><fieldentry>${name}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>`;
const words = (text: string) => `<material><mattext texttype="text/plain">${text}</mattext></material>`;
const label = (id: string) => `<response_label ident="${id}">${words(id.toUpperCase())}</response_label>`;
const lid = (id: string, cardinality: string, labels: string, own = '') =>
  `<response_lid ident="${id}" rcardinality="${cardinality}">${own}<render_choice>${labels}</render_choice></response_lid>`;
const when = (condition: string, score: number, more = '') =>
  `<respcondition ${more}><conditionvar>${condition}</conditionvar><setvar varname="SCORE" action="Set">${score}</setvar></respcondition>`;
const is = (id: string, value: string, more = '') =>
  `<varequal respident="${id}" ${more}>${value}</varequal>`;
const item = (id: string, inside: string) => `<item ident="${id}" title="Title of ${id}">${inside}</item>`;

async function ask(items: string) {
  const files = { 'q.xml': test12(items), 'map.png': 'x' };
  const archive = cartridge(
    { resources: resource('q', 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment', 'q.xml') },
    files,
  );
  const read = await readChecked(commonCartridgeReader, archive);
  return {
    read,
    questions: questionsOf(read),
    codes: codesOf(read.items[0]),
    sources: contentsOf(read, 'source'),
  };
}

describe('questions of QTI 1.2', () => {
  test('one of several, with feedback for each and for all', async () => {
    const feedback = (id: string, text: string) =>
      `<itemfeedback ident="${id}">${words(text)}</itemfeedback>`;
    const shown = (condition: string, id: string) =>
      `<respcondition continue="Yes"><conditionvar>${condition}</conditionvar><displayfeedback linkrefid="${id}"/></respcondition>`;
    const { questions } = await ask(
      item(
        'a',
        `${profile('cc.multiple_choice.v0p1')}<presentation>${words('Which?')}${lid('r', 'Single', label('x') + label('y'))}</presentation>
      <resprocessing>${shown('<other/>', 'general_fb')}${shown(is('r', 'x'), 'x_fb')}${when(is('r', 'y'), 100, 'continue="No"')}</resprocessing>
      ${feedback('general_fb', 'Always')}${feedback('x_fb', 'Not x')}`,
      ),
    );
    expect(questions).toMatchObject([
      {
        type: 'single',
        prompt: 'Which?',
        explanation: 'Always',
        choices: [
          { text: 'X', right: false, feedback: 'Not x' },
          { text: 'Y', right: true },
        ],
      },
    ]);
  });

  test('partial points of a choice are kept, right ones of several are found, wrong ones are not', async () => {
    const { questions, codes } = await ask(
      item(
        'a',
        `<presentation>${words('Part')}${lid('r', 'Single', label('x') + label('y'))}</presentation><resprocessing>${when(is('r', 'x'), 50)}${when(is('r', 'y'), 100)}</resprocessing>`,
      ) +
        item(
          'b',
          `<presentation>${words('Two')}${lid('r', 'Multiple', label('x') + label('y') + label('z'))}</presentation><resprocessing>${when(`<and>${is('r', 'x')}<not>${is('r', 'y')}</not>${is('r', 'z')}</and>`, 100)}</resprocessing>`,
        ),
    );
    expect(codes).toEqual([]);
    expect(questions[0]).toMatchObject({ choices: [{ right: false, credit: 0.5 }, { right: true }] });
    expect(questions[1]).toMatchObject({
      type: 'multiple',
      credit: 'all',
      choices: [{ right: true }, { right: false }, { right: true }],
    });
  });

  test('words, numbers with their margin, longer texts', async () => {
    const field = (type = '') =>
      `<response_str ident="r" rcardinality="Single"><render_fib ${type}/></response_str>`;
    const { questions } = await ask(
      item(
        'a',
        `${profile('cc.fib.v0p1')}<presentation>${words('Word')}${field()}</presentation><resprocessing>${when(is('r', 'Clay'), 100)}${when(is('r', 'clai'), 50)}</resprocessing>`,
      ) +
        item(
          'b',
          `${profile('cc.pattern_match.v0p1')}<presentation>${words('Part')}${field()}</presentation><resprocessing>${when('<varsubstring respident="r">c.l</varsubstring>', 100)}</resprocessing>`,
        ) +
        item(
          'c',
          `<presentation>${words('Number')}${field('fibtype="Decimal"')}</presentation><resprocessing>${when(`<or>${is('r', '10')}<and><vargte respident="r">9</vargte><varlte respident="r">11</varlte></and></or>`, 100)}${when('<vargt respident="r">20</vargt><varlte respident="r">30</varlte>', 100)}</resprocessing>`,
        ) +
        item('d', `${profile('cc.essay.v0p1')}<presentation>${words('Tell')}${field()}</presentation>`),
    );
    expect(questions).toMatchObject([
      {
        type: 'text',
        match: 'words',
        accepted: [
          { text: 'Clay', credit: 1 },
          { text: 'clai', credit: 0.5 },
        ],
      },
      { type: 'text', match: 'pattern', accepted: [{ text: '.*c\\.l.*' }] },
      {
        type: 'number',
        answers: [
          { value: '10', tolerance: 1 },
          { from: 20, to: 30, openFrom: true, openTo: false },
        ],
      },
      { type: 'essay', prompt: 'Tell' },
    ]);
  });

  test('pairs, holes in a text, an order, a place in a picture', async () => {
    const pair = (id: string, right: string) => when(is(id, right), 50).replace('Set', 'Add');
    const hot =
      '<response_xy ident="r"><render_hotspot><material><matimage uri="map.png" width="200" height="100" label="A map"/></material><response_label ident="h" rarea="Rectangle">20,10,40,20</response_label></render_hotspot></response_xy>';
    const { questions } = await ask(
      item(
        'a',
        `<presentation>${words('Pair')}${lid('r1', 'Single', label('x') + label('y'), words('One'))}${lid('r2', 'Single', label('x') + label('y'), words('Two'))}</presentation><resprocessing>${pair('r1', 'y')}${pair('r2', 'x')}</resprocessing>`,
      ) +
        item(
          'b',
          `<presentation><flow>${words('Rock and ')}<response_str ident="r1"><render_fib/></response_str>${words(' roll')}</flow><response_str ident="r2"><render_fib/></response_str></presentation><resprocessing>${pair('r1', 'soil')}${pair('r2', 'sand')}</resprocessing>`,
        ) +
        item(
          'c',
          `<presentation>${words('Order')}${lid('r', 'Ordered', label('x') + label('y') + label('z'))}</presentation><resprocessing>${when(`${is('r', 'z', 'index="1"')}${is('r', 'x', 'index="2"')}${is('r', 'y', 'index="3"')}`, 1)}</resprocessing>`,
        ) +
        item(
          'd',
          `<presentation>${words('Where')}${hot}</presentation><resprocessing>${when(is('r', 'h'), 1)}</resprocessing>`,
        ),
    );
    expect(questions[0]).toMatchObject({
      type: 'match',
      sources: [
        { text: 'One', target: 'a-y' },
        { text: 'Two', target: 'a-x' },
      ],
    });
    expect(questions[1]).toMatchObject({
      type: 'gap',
      body: 'Rock and {{gap:b-r1}} roll {{gap:b-r2}}',
      gaps: [{ accepted: [{ text: 'soil' }] }, { accepted: [{ text: 'sand' }] }],
    });
    expect(questions[2]).toMatchObject({
      type: 'order',
      items: [{ text: 'Z' }, { text: 'X' }, { text: 'Y' }],
    });
    expect(questions[3]).toMatchObject({
      type: 'hotspot',
      alt: 'A map',
      places: [{ shape: 'rectangle', at: [10, 10, 20, 20] }],
      right: ['d-h'],
    });
  });

  test('what has no counterpart is kept word for word beside the set, and named', async () => {
    const slider = '<response_num ident="r"><render_slider lowerbound="0" upperbound="9"/></response_num>';
    const grp = '<response_grp ident="g"><render_choice/></response_grp>';
    const { read, codes, questions, sources } = await ask(
      item('a', `<presentation>${words('Free')}${slider}</presentation>`) +
        item('b', `<presentation>${words('Group')}${grp}</presentation>`),
    );
    expect(questions).toMatchObject([{ type: 'essay' }]);
    expect(codes).toContain('question-kept');
    expect(read.items[0]?.outcome).toBe('degraded');
    expect(sources[0]?.source).toContain('response_grp');
  });
});

describe('sets', () => {
  const simple = (id: string) =>
    item(
      id,
      `<presentation>${words(id)}${lid('r', 'Single', label('x') + label('y'))}</presentation><resprocessing>${when(is('r', 'x'), 100)}</resprocessing>`,
    );
  const draw = (count: number, inside: string) =>
    `<section ident="s" title="Pool"><selection_ordering><selection>${inside}<selection_number>${count}</selection_number><selection_extension><points_per_item>3</points_per_item></selection_extension></selection></selection_ordering>`;

  test('some of a group are drawn at random from a bank', async () => {
    const { read } = await ask(`${simple('a')}${draw(1, '')}${simple('b')}${simple('c')}</section>`);
    const [set] = contentsOf(read, 'questions');
    expect(set?.questions).toHaveLength(1);
    expect(set?.rules.draw).toEqual([{ bank: read.content.banks[0]?.id, count: 1 }]);
    expect(read.content.banks[0]).toMatchObject({ title: 'Pool', questions: [{ points: 3 }, { points: 3 }] });
  });

  test('banks of the package are drawn from by name; one that is missing is told', async () => {
    const bank = `<questestinterop><objectbank ident="bank1"><qtimetadata><qtimetadatafield><fieldlabel>bank_title</fieldlabel><fieldentry>All of it</fieldentry></qtimetadatafield></qtimetadata>${simple('z')}</objectbank></questestinterop>`;
    const test = test12(
      `${draw(2, '<sourcebank_ref>bank1</sourcebank_ref>')}</section>${draw(2, '<sourcebank_ref>gone</sourcebank_ref>')}</section>`,
    );
    const resources =
      resource('q', 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment', 'q.xml') +
      resource('bank1', 'imsqti_xmlv1p2/imscc_xmlv1p1/question-bank', 'b.xml');
    const read = await readChecked(
      commonCartridgeReader,
      cartridge({ resources }, { 'q.xml': test, 'b.xml': bank }),
    );
    expect(read.content.banks).toMatchObject([{ id: 'bank-bank1', title: 'All of it' }]);
    expect(contentsOf(read, 'questions')[0]?.rules.draw).toEqual([{ bank: 'bank-bank1', count: 2 }]);
    expect(read.items.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['q', 'degraded'],
      ['bank1', 'converted'],
    ]);
    expect(codesOf(read.items[0])).toEqual(['bank-missing']);
  });
});
