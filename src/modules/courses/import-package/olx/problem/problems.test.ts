import { describe, expect, it } from 'vitest';
import { askProblem as ask } from '../../testing/ask-problem.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAUCAIAAAA7jDsBAAAAFklEQVR42mNk+M+AFzAxjEqPSo9KAwBWzAEoX1mG1AAAAABJRU5ErkJggg==',
  'base64',
);

describe('choices', () => {
  it('come with their feedback, in a single choice', async () => {
    const { item, questions } = await ask(`<p>Avant.</p><multiplechoiceresponse><label>Lequel ?</label>
      <description>Un seul.</description><choicegroup type="MultipleChoice" shuffle="true">
      <choice correct="true">Le <b>bon</b><choicehint label="Bravo">Oui.</choicehint></choice>
      <choice correct="false" explanation-id="e2">Le mauvais</choice></choicegroup>
      <targetedfeedbackset><targetedfeedback explanation-id="e2"><p>Relisez.</p></targetedfeedback></targetedfeedbackset>
      <solution><div class="detailed-solution"><p>Explanation</p><p>Parce que.</p></div></solution>
      </multiplechoiceresponse><demandhint><hint>Un indice</hint><hint>Un autre</hint></demandhint>`);
    expect(item?.outcome).toBe('converted');
    expect(questions).toMatchObject([
      {
        type: 'single',
        shuffle: true,
        choices: [
          { text: 'Le <strong>bon</strong>', right: true, feedback: 'Oui.' },
          { text: 'Le mauvais', right: false, feedback: '<p>Relisez.</p>' },
        ],
        explanation: '<p>Parce que.</p>',
        hints: ['Un indice', 'Un autre'],
      },
    ]);
    expect(questions[0]?.prompt.replace(/\s+/g, '')).toBe('<p>Avant.</p><p>Lequel?</p><p>Unseul.</p>');
  });

  it.each([
    ['EDC', 'each'],
    ['halves', 'halves'],
    ['', 'all'],
  ])('give partial credit as %s said', async (told, credit) => {
    const { questions } = await ask(`<choiceresponse partial_credit="${told}"><checkboxgroup>
      <choice correct="true">A<choicehint selected="true">a</choicehint><choicehint selected="false">sans a</choicehint></choice>
      <choice correct="false">B</choice><choice correct="true">C</choice>
      <compoundhint value="A B">Pas B</compoundhint></checkboxgroup></choiceresponse>`);
    expect(questions).toMatchObject([
      {
        type: 'multiple',
        credit,
        choices: [{ feedback: 'a', feedbackUnchosen: 'sans a' }, {}, { right: true }],
        combinations: [{ ids: ['choice-1', 'choice-2'], feedback: 'Pas B' }],
      },
    ]);
  });

  it.each([
    `<optioninput options="('l\\'eau','le, feu',&quot;la terre&quot;)" correct="le, feu"/>`,
    `<optioninput><option correct="False">l'eau</option><option correct="True">le, feu</option><option correct="False">la terre</option></optioninput>`,
  ])('in menus are read in both ways of writing: %s', async (menu) => {
    const { questions } = await ask(`<optionresponse><label>?</label>${menu}</optionresponse>`);
    expect(questions).toMatchObject([
      {
        type: 'dropdown',
        choices: [
          { text: "l'eau", right: false },
          { text: 'le, feu', right: true },
          { text: 'la terre', right: false },
        ],
      },
    ]);
  });

  it('in a table keep their place, as a text with gaps', async () => {
    const { item, questions } = await ask(`<p>Complétez.</p><table><tr><td>Paris</td><td><optionresponse>
      <optioninput options="('France','Italie')" correct="France"/></optionresponse></td></tr><tr><td>Rome</td><td>
      <stringresponse answer="Italie" type="ci"><additional_answer answer="Italy"/><textline/></stringresponse></td></tr></table>`);
    expect(item?.outcome).toBe('converted');
    expect(questions).toMatchObject([
      {
        type: 'gap',
        points: 2,
        gaps: [
          { id: 'gap-1', choices: [{ text: 'France', right: true }, { text: 'Italie' }] },
          { id: 'gap-2', accepted: [{ text: 'Italie' }, { text: 'Italy' }], caseCounts: false },
        ],
      },
    ]);
    const body = questions[0]?.type === 'gap' ? questions[0].body : '';
    expect(body.replace(/\s+/g, ' ')).toContain('<td>Paris</td><td> {{gap:gap-1}} </td>');
  });
});

describe('texts and numbers', () => {
  it('accept alternatives, and say what they say to foreseen faults', async () => {
    const { questions } = await ask(`<stringresponse answer="Lyon" type="ci"><label>Où ?</label>
      <correcthint>Oui</correcthint><additional_answer answer="Lugdunum"><correcthint>Latin</correcthint></additional_answer>
      <additional_answer>LYON</additional_answer><stringequalhint answer="Paris">Plus au sud</stringequalhint>
      <textline size="20" trailing_text="(ville)"/></stringresponse>`);
    expect(questions).toMatchObject([
      {
        type: 'text',
        match: 'words',
        accents: true,
        accepted: [
          { text: 'Lyon', feedback: 'Oui' },
          { text: 'Lugdunum', feedback: 'Latin' },
          { text: 'LYON' },
        ],
        expected: [{ text: 'Paris', feedback: 'Plus au sud' }],
        unit: '(ville)',
      },
    ]);
  });

  it('take patterns in Python’s way, and the oldest way of writing two answers', async () => {
    const pattern = await ask(
      '<stringresponse answer="(?P<a>x)+\\Z" type="ci regexp"><textline/></stringresponse>'.replace(
        '<a>',
        '&lt;a&gt;',
      ),
    );
    expect(pattern.questions).toMatchObject([{ match: 'pattern', accepted: [{ text: '(?<a>x)+$' }] }]);
    const old = await ask('<stringresponse answer="un_or_deux"><textline/></stringresponse>');
    expect(old.questions).toMatchObject([{ match: 'exact', accepted: [{ text: 'un' }, { text: 'deux' }] }]);
    const wrong = await ask('<stringresponse answer="(" type="regexp"><textline/></stringresponse>');
    expect(wrong.item).toMatchObject({ outcome: 'kept', notes: [{ code: 'response-unknown' }] });
  });

  it.each([
    ['answer="[5,7)"', '', { from: 5, to: 7, openFrom: false, openTo: true }],
    ['answer="(0.1, 1e3]"', '', { from: 0.1, to: 1000, openFrom: true, openTo: false }],
    [
      'answer="3/4*pi"',
      '<responseparam type="tolerance" default="2%"/>',
      { value: '3/4*pi', tolerance: 2, percent: true },
    ],
    [
      'answer="-10.5"',
      '<responseparam type="tolerance" default="0.1"/>',
      { value: '-10.5', tolerance: 0.1, percent: false },
    ],
    ['answer="4.7k"', '', { value: '4700', tolerance: 0 }],
  ])('know ranges, tolerances and expressions: %s', async (answer, param, expected) => {
    const { item, questions } = await ask(
      `<numericalresponse ${answer}>${param}<formulaequationinput/></numericalresponse>`,
    );
    expect(item?.outcome).toBe('converted');
    expect(questions).toMatchObject([{ type: 'number', answers: [expected] }]);
  });

  it('keep what is no plain number', async () => {
    for (const answer of ['2+3*j', 'foo', '$x', ''])
      expect(
        (await ask(`<numericalresponse answer="${answer}"><textline/></numericalresponse>`)).item?.outcome,
      ).toBe('kept');
  });

  it('compare formulas at the points that are told', async () => {
    const { questions } = await ask(`<formularesponse type="cs" samples="x,y@1,2:5,6#8" answer="2*x+y^2">
      <responseparam type="tolerance" default="1%"/><formulaequationinput label="Formule"/></formularesponse>`);
    expect(questions).toMatchObject([
      {
        type: 'formula',
        answer: '2*x+y^2',
        prompt: 'Formule',
        tolerance: 1,
        points_tried: 8,
        variables: [
          { name: 'x', from: 1, to: 5 },
          { name: 'y', from: 2, to: 6 },
        ],
      },
    ]);
  });
});

describe('pictures and annotations', () => {
  const input = (more: string) =>
    `<imageresponse><p>Où ?</p><imageinput src="/static/carte%201.png" alt="Carte" ${more}/></imageresponse>`;
  const files = { 'course/static/carte 1.png': png };

  it('are pointed at, in percent of the picture, its size told or measured', async () => {
    const told = await ask(
      input('width="200" height="100" rectangle="(150,10)-(50,60);(0,0)-(20,20)"'),
      '',
      files,
    );
    expect(told.questions).toMatchObject([
      {
        type: 'hotspot',
        alt: 'Carte',
        places: [{ shape: 'rectangle', at: [25, 10, 50, 50] }, { at: [0, 0, 10, 20] }],
        right: ['place-1', 'place-2'],
      },
    ]);
    const measured = await ask(input('regions="[[[0,0],[10,0],[5,10]]]"'), '', files);
    expect(measured.questions).toMatchObject([
      { places: [{ shape: 'polygon', at: [0, 0, 100, 0, 50, 50] }] },
    ]);
  });

  it('are kept where the picture is not in the package', async () => {
    const { item } = await ask(input('width="200" height="100" rectangle="(1,1)-(2,2)"'));
    expect(item).toMatchObject({
      outcome: 'kept',
      notes: [{ code: 'picture-needed', values: { name: 'carte%201.png' } }],
    });
  });

  it('annotations are a comment and a tag', async () => {
    const { questions } = await ask(`<annotationresponse><annotationinput><title>T</title><text>le vers</text>
      <comment>Qu’en dire ?</comment><comment_prompt>Commentez</comment_prompt><tag_prompt>Choisissez</tag_prompt>
      <options><option choice="correct">a</option><option choice="incorrect">b</option></options></annotationinput></annotationresponse>`);
    expect(questions).toMatchObject([
      {
        type: 'essay',
        points: 0,
        prompt: expect.stringContaining('<blockquote>le vers</blockquote>') as string,
      },
      { type: 'single', prompt: '<p>Choisissez</p>', choices: [{ right: true }, { right: false }] },
    ]);
  });
});
