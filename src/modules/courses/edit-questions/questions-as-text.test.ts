import { describe, expect, it } from 'vitest';
import { questionsOfText } from './questions-as-text.ts';

let count = 0;
const read = (text: string) => questionsOfText(text, () => `q${(count += 1)}`);

describe('questions written as text', () => {
  it('are read one after the other, each with its answers', () => {
    const { questions, problems } = read(`
What rises?

( ) Stones
> They rest.
(x) Dough
> Yes,
> it does.
? Think of warmth.
! Yeast makes *gas*.

Which are grains?
[x] Rye
[ ] Salt
[x] Spelt
`);
    expect(problems).toEqual([]);
    expect(questions).toMatchObject([
      {
        type: 'single',
        prompt: '<p>What rises?</p>',
        choices: [
          { text: '<p>Stones</p>', right: false, feedback: '<p>They rest.</p>' },
          { text: '<p>Dough</p>', right: true, feedback: '<p>Yes, it does.</p>' },
        ],
        hints: ['<p>Think of warmth.</p>'],
        explanation: '<p>Yeast makes <em>gas</em>.</p>',
      },
      { type: 'multiple', choices: [{ right: true }, { right: false }, { right: true }] },
    ]);
  });

  it.each([
    ['One?\n- [x] a\n- [ ] b', { type: 'single' }],
    ['Both?\n- [x] a\n- [x] b', { type: 'multiple' }],
    ['Pi?\n= 3 +/- 1', { type: 'number', answers: [{ tolerance: 1 }] }],
    ['Capital?\n= Paris\n= Lutèce', { type: 'text', accepted: [{ text: 'Paris' }, { text: 'Lutèce' }] }],
    [
      'Pi?\n= 3,14 +- 0,01',
      { type: 'number', answers: [{ value: '3.14', tolerance: 0.01, percent: false }] },
    ],
    ['Height?\n= 100 ± 5 %', { type: 'number', answers: [{ value: '100', tolerance: 5, percent: true }] }],
    ['Sort\n1) one\n2) two', { type: 'order', items: [{ text: '<p>one</p>' }, { text: '<p>two</p>' }] }],
    ['Tell.\n___', { type: 'essay', prompt: '<p>Tell.</p>' }],
    [
      'It is [[Paris; paris]].',
      { type: 'gap', prompt: '', gaps: [{ accepted: [{ text: 'Paris' }, { text: 'paris' }] }] },
    ],
    [
      'She [[*is / are]] here.',
      {
        type: 'gap',
        gaps: [
          {
            choices: [
              { text: 'is', right: true },
              { text: 'are', right: false },
            ],
          },
        ],
      },
    ],
  ])('%s', (text, question) => {
    const { questions, problems } = read(text);
    expect(problems).toEqual([]);
    expect(questions).toHaveLength(1);
    expect(questions[0]).toMatchObject(question);
  });

  it('pairs share what is right for several of them', () => {
    const { questions } = read('Match\nfr -> Paris\nde -> Berlin\nFR -> Paris');
    const [question] = questions;
    expect(question?.type === 'match' && question.targets).toHaveLength(2);
    expect(question?.type === 'match' && question.sources[0]?.target).toBe(
      question?.type === 'match' && question.sources[2]?.target,
    );
  });

  it('may have prompts of several paragraphs, and code that looks like nothing else', () => {
    const { questions } = read('First.\n\nSecond with `a(b)`.\n\n( ) no\n(x) yes\n\n---\n\nNext\n= x');
    expect(questions).toHaveLength(2);
    expect(questions[0]?.prompt).toBe('<p>First.</p>\n<p>Second with <code>a(b)</code>.</p>');
  });

  it('end with a text of gaps at a blank line', () => {
    const { questions } = read(
      'It is [[Paris]].\n? In the north.\n\nSort\n1) a\n2) b\n\nAnd [[x]]\n\nMore [[y]]',
    );
    expect(questions.map(({ type }) => type)).toEqual(['gap', 'order', 'gap', 'gap']);
    expect(questions[0]?.hints).toEqual(['<p>In the north.</p>']);
  });

  it('tells the line of what cannot be read, and goes on', () => {
    const { questions, problems } = read(
      'Only words\n\n---\n(x) an answer of nothing\n---\nBoth\n(x) a\n[x] b\n---\nFine\n= x',
    );
    expect(problems).toEqual([
      { line: 1, code: 'no-answer' },
      { line: 4, code: 'no-prompt' },
      { line: 6, code: 'mixed' },
    ]);
    expect(questions).toHaveLength(1);
  });

  it('holds no script, and an empty text no question', () => {
    expect(
      JSON.stringify(read('<script>x()</script>Hm?\n(x) <img src=x onerror=y()>').questions),
    ).not.toMatch(/script|onerror/);
    expect(read(' \n\n').questions).toEqual([]);
  });
});
