import { describe, expect, it } from 'vitest';
import type { Question } from '../content/questions.ts';
import { hiddenOn, teachStage } from '../testing/teach-stage.ts';
import { questionSet } from './question-sets.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const olaf = await stage.person('Olaf', ['operator']);
const zoe = await stage.person('Zoe', ['author']);
const course = await stage.course(ada.browser);
const block = stage.tools.ids.next();
await ada.browser.post(`${course.path}/units/${course.units[0]}/add/questions`, {
  block,
  'content.rules.passAt': '50',
  'content.rules.showAnswers': 'answered',
  do: 'save',
});
const base = `${course.path}/blocks/${block}`;
const kept = async (): Promise<readonly Question[]> =>
  (await questionSet(stage.db, { courseId: course.id, home: 'blocks', set: block })).questions;

type Fields = Record<string, string>;
async function add(type: string, fields: Fields) {
  const form = await ada.browser.get(`${base}/questions/new/${type}`);
  const id = hiddenOn(form.html, 'question');
  const shown = await ada.browser.post(`${base}/questions/new/${type}`, {
    question: id,
    seal: hiddenOn(form.html, 'seal'),
    prompt: 'Well?',
    points: '1',
    do: 'save',
    ...fields,
  });
  return { id, shown, question: (await kept()).find((each) => each.id === id) };
}

describe('a question', () => {
  it.each<[string, Fields, object]>([
    [
      'single',
      {
        'choices.0.id': 'a',
        'choices.0.text': 'Yes',
        'choices.0.right': 'yes',
        'choices.1.id': 'b',
        'choices.1.text': 'No',
        'choices.1.feedback': 'Look again.',
        'hints.0.text': 'Think.',
      },
      {
        choices: [
          { id: 'a', text: '<p>Yes</p>', right: true },
          { id: 'b', right: false, feedback: '<p>Look again.</p>' },
        ],
        hints: ['<p>Think.</p>'],
      },
    ],
    ['multiple', { 'choices.0.id': 'a', 'choices.0.text': 'x', credit: 'each' }, { credit: 'each' }],
    ['dropdown', { 'choices.0.text': 'x', shuffle: 'yes' }, { shuffle: true }],
    [
      'number',
      {
        'answers.0.value': '3/4',
        'answers.0.tolerance': '0,1',
        'answers.1.from': '1',
        'answers.1.to': '2',
        unit: 'kg',
      },
      {
        answers: [
          { value: '3/4', tolerance: 0.1 },
          { from: 1, to: 2 },
        ],
        unit: 'kg',
      },
    ],
    [
      'text',
      {
        'accepted.0.text': 'Paris',
        'expected.0.text': 'Lyon',
        'expected.0.feedback': 'Further north.',
        match: 'words',
      },
      {
        accepted: [{ text: 'Paris', credit: 1 }],
        expected: [{ text: 'Lyon', feedback: '<p>Further north.</p>' }],
      },
    ],
    ['essay', { mostWords: '200' }, { mostWords: 200 }],
    [
      'formula',
      { answer: '2*x', 'variables.0.name': 'x', 'variables.0.from': '-1', 'variables.0.to': '1' },
      { answer: '2*x', variables: [{ name: 'x', from: -1, to: 1 }] },
    ],
    [
      'order',
      { 'items.0.id': 'a', 'items.0.text': 'one', 'items.1.id': 'b', 'items.1.text': 'two' },
      { items: [{ id: 'a' }, { id: 'b' }] },
    ],
    [
      'match',
      {
        'sources.0.id': 'a',
        'sources.0.text': 'fr',
        'sources.0.answer': 'Paris',
        'sources.1.id': 'b',
        'sources.1.text': 'FR',
        'sources.1.answer': 'Paris',
        others: 'Rome',
      },
      { targets: [{ text: '<p>Paris</p>' }, { text: '<p>Rome</p>' }] },
    ],
    [
      'gap',
      {
        prompt: '',
        body: 'It is {{gap:g1}}.',
        'gaps.0.id': 'g1',
        'gaps.0.accepted': 'Paris\nparis',
        'gaps.0.choices': '',
      },
      {
        body: '<p>It is {{gap:g1}}.</p>',
        gaps: [{ id: 'g1', accepted: [{ text: 'Paris' }, { text: 'paris' }] }],
      },
    ],
    [
      'drag',
      {
        'places.0.id': 'p',
        'places.0.label': 'Dry',
        'places.0.at': '',
        'items.0.id': 'i',
        'items.0.text': 'Flour',
        'items.0.places': 'Dry',
      },
      { places: [{ id: 'p', label: 'Dry' }], items: [{ id: 'i', places: ['p'] }] },
    ],
    ['file', { endings: 'pdf\nodt', mostFiles: '2' }, { endings: ['pdf', 'odt'], mostFiles: 2 }],
    ['code', { expectedOutput: '42\n', starter: 'print(' }, { expectedOutput: '42\n', starter: 'print(' }],
  ])('of the type %s is kept as it was written', async (type, fields, content) => {
    const { shown, question } = await add(type, fields);
    expect(shown.status).toBe(200);
    expect(question).toMatchObject({ type, ...content });
    // the form that shows it again makes the same of it
    const at = `${base}/questions/${question?.id}`;
    expect((await ada.browser.get(at)).status).toBe(200);
  });

  it('with places on a picture needs the picture', async () => {
    const fields = {
      alt: 'A map',
      'places.0.label': 'Nice',
      'places.0.shape': 'rectangle',
      'places.0.at': '10, 20, 30, 15',
      'places.0.isRight': 'yes',
    };
    const { shown } = await add('hotspot', fields);
    expect(shown.status).toBe(422);
    expect(shown.html).toContain('href="#f-file"');
    const { question } = await add('hotspot', { ...fields, file: 'some-file' });
    expect(question).toMatchObject({ file: 'some-file', places: [{ at: [10, 20, 30, 15] }] });
    expect(question?.type === 'hotspot' && question.right).toEqual(
      question?.type === 'hotspot' && [question.places[0]?.id],
    );
  });

  it.each([
    ['single', { prompt: '' }, 'f-prompt'],
    ['single', { 'choices.0.text': '' }, 'f-choices-0-text'],
    ['number', { 'answers.0.value': '' }, 'f-answers-0-value'],
    ['order', { 'items.0.text': 'one' }, 'f-items'],
    ['gap', { body: 'No gap', 'gaps.0.id': 'g1', 'gaps.0.accepted': 'x' }, 'f-gaps-0-accepted'],
    ['essay', { mostWords: 'many' }, 'f-mostWords'],
  ])('of the type %s says what is missing: %o', async (type, fields, at) => {
    const { shown, question } = await add(type, fields);
    expect(shown.status).toBe(422);
    expect(shown.html).toContain(`href="#${at}"`);
    expect(shown.html).toContain(`id="${at}"`);
    expect(question).toBeUndefined();
  });

  it('gets rows without a script, with ids that last', async () => {
    const posted = await ada.browser.post(`${base}/questions/new/single`, {
      question: stage.tools.ids.next(),
      seal: 'x',
      prompt: 'Half typed',
      'choices.0.id': 'a',
      'choices.0.text': 'Yes',
      do: 'add:choices',
    });
    expect(posted.status).toBe(200);
    expect(posted.html).toContain('Half typed');
    expect(posted.html).toContain('name="choices.0.id" value="a"');
    expect(posted.html).toMatch(/name="choices\.1\.id" value="r[\w-]+"/);
  });

  it('is not overwritten when somebody else changed it; another one of the set may change meanwhile', async () => {
    const { id } = await add('essay', { prompt: 'First' });
    const { id: other } = await add('essay', { prompt: 'Second' });
    const at = `${base}/questions/${id}`;
    const seal = hiddenOn((await ada.browser.get(at)).html, 'seal');
    const otherSeal = hiddenOn((await olaf.browser.get(`${base}/questions/${other}`)).html, 'seal');
    const write = (who: typeof ada, path: string, question: string, sealed: string, prompt: string) =>
      who.browser.post(path, { question, seal: sealed, prompt, points: '1', do: 'save' });
    await write(olaf, `${base}/questions/${other}`, other, otherSeal, 'Second, by Olaf');
    expect((await write(ada, at, id, seal, 'First, by Ada')).status).toBe(200);
    const refused = await write(olaf, at, id, seal, 'First, by Olaf');
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('First, by Ada');
    expect(refused.html).toContain('First, by Olaf');
    await write(olaf, at, id, hiddenOn(refused.html, 'seal'), 'First, by Olaf');
    expect((await kept()).find((each) => each.id === id)?.prompt).toBe('<p>First, by Olaf</p>');
  });
});

describe('the set', () => {
  it('is arranged, and what was removed is kept in the history of the block', async () => {
    const before = (await kept()).map(({ id }) => id);
    const [a = '', b = ''] = before;
    await ada.browser.post(`${base}/questions`, { do: `down:${a}` });
    expect((await kept()).slice(0, 2).map(({ id }) => id)).toEqual([b, a]);
    await ada.browser.post(`${base}/questions`, { do: `up:${a}` });
    await ada.browser.post(`${base}/questions`, { do: `duplicate:${a}` });
    expect(await kept()).toHaveLength(before.length + 1);
    await ada.browser.post(`${base}/questions`, { do: `remove:${a}` });
    expect((await kept()).some(({ id }) => id === a)).toBe(false);
    expect((await ada.browser.post(`${base}/questions`, { do: 'fly:x' })).status).toBe(400);
  });

  it('takes questions as text, after showing them', async () => {
    const before = (await kept()).length;
    const text = 'Rises?\n(x) Dough\n( ) Stone\n\nCapital?\n= Paris';
    const shown = await ada.browser.post(`${base}/paste`, { text, do: 'preview' });
    expect(shown.html).toContain('2 questions were read');
    expect(await kept()).toHaveLength(before);
    await ada.browser.post(`${base}/paste`, { text, do: 'save' });
    expect(await kept()).toHaveLength(before + 2);
    const wrong = await ada.browser.post(`${base}/paste`, { text: 'Nothing', do: 'save' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Line 1:');
    expect(wrong.html).toContain('Nothing</textarea>');
  });
});

describe('a bank', () => {
  it('holds questions from which sets draw, and is not removed while it is needed', async () => {
    const id = stage.tools.ids.next();
    await ada.browser.post(`${course.path}/banks`, { id, title: 'Yeasts' });
    const bank = `${course.path}/banks/${id}`;
    await ada.browser.post(`${bank}/paste`, { text: 'A?\n(x) a\n( ) b', do: 'save' });
    expect((await ada.browser.get(`${course.path}/banks`)).html).toContain('1 question');
    expect((await ada.browser.post(`${bank}/remove`)).status).toBe(409);
    const form = await ada.browser.get(base);
    expect(form.html).toContain('Draw from a bank');
    await ada.browser.post(base, {
      revision: hiddenOn(form.html, 'revision'),
      'content.rules.passAt': '50',
      'content.rules.showAnswers': 'answered',
      'content.rules.draw.0.bank': id,
      'content.rules.draw.0.count': '1',
      do: 'save',
    });
    const [question] = (await questionSet(stage.db, { courseId: course.id, home: 'banks', set: id }))
      .questions;
    await ada.browser.post(`${bank}/questions`, { do: `remove:${question?.id}` });
    expect((await ada.browser.post(`${bank}/remove`)).status).toBe(409);
  });

  it('that is empty and unused goes', async () => {
    const id = stage.tools.ids.next();
    for (let times = 0; times < 2; times += 1)
      await ada.browser.post(`${course.path}/banks`, { id, title: 'Salts' });
    expect((await ada.browser.get(`${course.path}/banks`)).html.split('<bdi>Salts</bdi>')).toHaveLength(2);
    await ada.browser.post(`${course.path}/banks/${id}/remove`);
    expect((await ada.browser.get(`${course.path}/banks`)).html).not.toContain('Salts');
    expect((await ada.browser.post(`${course.path}/banks/${id}/remove`)).status).toBe(404);
  });
});

describe('strangers', () => {
  it('find nothing of it', async () => {
    for (const path of [
      `${base}/questions`,
      `${base}/paste`,
      `${base}/questions/new/single`,
      `${course.path}/banks`,
    ])
      expect([path, (await zoe.browser.get(path)).status]).toEqual([path, 404]);
    expect((await zoe.browser.post(`${base}/paste`, { text: 'A?\n= a', do: 'save' })).status).toBe(404);
    expect((await ada.browser.get(`${base}/questions/new/riddle`)).status).toBe(404);
    expect((await ada.browser.get(`${base}/questions/nobody`)).status).toBe(404);
    expect((await ada.browser.get(`${course.path}/banks/nowhere/questions`)).status).toBe(404);
  });
});
