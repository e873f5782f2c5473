import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { createTranslators } from '../../../platform/i18n/translator.ts';
import { langs } from '../../../platform/i18n/languages.ts';
import { uiMessages } from '../../../platform/ui/messages.ts';
import type { SetScene } from '../ask-questions/set-state.ts';
import { setStateOf } from '../ask-questions/set-state.ts';
import { assessmentMessages } from '../messages/index.ts';
import type { AttemptRow } from '../take-attempt/attempts.queries.ts';
import { setOf, yesNo } from '../testing/assessment-stage.ts';
import { everyType } from '../testing/every-type.ts';
import { QuestionSet } from './question-set.tsx';

const translators = createTranslators([uiMessages, assessmentMessages]);
const now = new Date('2026-12-01T09:00:00Z');
const text = {
  fileOf: (id: string) => ({ href: `/files/${id}.png`, width: 800, height: 400 }),
  unitAddress: () => '/unit',
  tableLabel: 'Table',
};

type Content = ReturnType<typeof setOf>;

const sceneOf = (content: Content, more: Partial<SetScene> = {}): SetScene => ({
  takerId: 'taker',
  blockId: 'b1',
  content,
  banks: [],
  now,
  ...more,
});

function shown(
  content: Content,
  row?: AttemptRow,
  more: Partial<SetScene> = {},
  lang: (typeof langs)[number] = 'en',
) {
  const state = setStateOf(sceneOf(content, more), row);
  const scene = { action: '/answers', submission: 'once', lang: 'en', text };
  return render(<QuestionSet state={state} t={translators[lang]} scene={scene} />);
}

const sentRow = (answers: AttemptRow['answers'], more: Partial<AttemptRow> = {}): AttemptRow => ({
  id: 'a',
  number: 1,
  seed: 7,
  keys: answers.map(({ key }) => key),
  hints: {},
  revision: 1,
  startedAt: now,
  dueAt: null,
  submittedAt: null,
  answers,
  best: { points: 0, of: 1, waiting: 0, passed: false },
  isReplay: false,
  points: 0,
  of: 1,
  waiting: 0,
  passed: false,
  ...more,
});

const sent = (key: string, answer: AttemptRow['answers'][number]['answer'], credit: number | null) => ({
  key,
  answer,
  submitted: true,
  late: false,
  credit,
  revision: 1,
});

describe('every type of question', () => {
  const all = setOf(everyType.map(({ question }) => question));

  it.each(everyType)(
    '$question.type has fields that a keyboard reaches, each with a name',
    ({ question, fields }) => {
      const html = shown(setOf([question]));
      for (const field of fields) expect(html).toContain(`name="${field}"`);
      const inputs = [...html.matchAll(/<(input|select|textarea)\b([^>]*)>/g)].filter(
        ([, , rest = '']) => !/type="(hidden|radio|checkbox|image)"/.test(rest),
      );
      for (const [tag] of inputs) expect(tag).toMatch(/aria-label(ledby)?="/);
    },
  );

  it('names what labels it, once only', () => {
    const html = shown(all);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    const named = [...html.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g)].flatMap(([, list = '']) =>
      list.split(' '),
    );
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('says its words in every language', () => {
    for (const lang of langs) expect(shown(all, undefined, {}, lang)).not.toMatch(/assessment\.[a-z]/);
  });

  it('gives no right answer away before it is answered', () => {
    const html = shown(all);
    for (const secret of ['Right answer', 'Explanation', 'because of clay', 'expected output', 'Indeed.'])
      expect(html).not.toContain(secret);
  });

  it.each(everyType)(
    '$question.type shows what was answered, its mark in words, and what is right',
    ({ question, answer }) => {
      const html = shown(setOf([question]), sentRow([sent('q1', answer, 0)]));
      expect(html).toContain('Not right yet');
      if (!['essay', 'file'].includes(question.type)) expect(html).toContain('Right answer');
    },
  );
});

describe('a set', () => {
  it('keeps what was typed when Enter is pressed among several questions, and checks a single one', () => {
    const several = shown(setOf([yesNo, yesNo]));
    expect(/<button[^>]*value="([^"]+)"/.exec(several)?.[1]).toBe('save');
    expect(/<button[^>]*value="([^"]+)"/.exec(shown(setOf([yesNo])))?.[1]).toBe('check');
  });

  it('can stand beside others: what it names begins with its block', () => {
    const ids = [...shown(setOf([yesNo])).matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);
    expect(ids.every((id) => id.startsWith('b1-'))).toBe(true);
  });

  it('shows a question to whoever may only look, and no button', () => {
    const html = shown(setOf([yesNo]), undefined, { takerId: undefined });
    expect(html).toContain('Question 1');
    expect(html).toContain('Enrol in the course to answer.');
    expect(html).not.toContain('<button');
    expect(html.match(/<input type="radio"[^>]*>/g)?.every((tag) => tag.includes('disabled'))).toBe(true);
  });

  it('waits with its questions until a limited time is started', () => {
    const html = shown(setOf([yesNo], { minutes: 30 }));
    expect(html).not.toContain('Question 1');
    expect(html).toContain('30 minutes');
    expect(html).toContain('value="start"');
  });

  it('says that it waits for a teacher, never that it is lost', () => {
    const essays = setOf([{ type: 'essay' }], { attempts: 1 });
    const waits = { of: 1, waiting: 1, submittedAt: now };
    const row = sentRow([sent('q1', { kind: 'text', text: 'Clover' }, null)], {
      ...waits,
      best: { points: 0, of: 1, waiting: 1, passed: false },
    });
    const html = shown(essays, row);
    expect(html).toContain('Waiting for a teacher');
    expect(html).not.toContain('Not passed');
    expect(html).not.toContain('No attempts left');
    const looked = sentRow([sent('q1', { kind: 'text', text: 'Clover' }, 0)], { of: 1, submittedAt: now });
    expect(shown(essays, looked)).toContain('Not passed yet');
  });

  it('says what is wrong beside the field and above the form', () => {
    const typed = { ...sent('q1', { kind: 'text', text: 'five' }, null), submitted: false };
    const html = shown(setOf([{ type: 'number', answers: [{ value: '5' }] }]), sentRow([typed]));
    expect(html).toContain('href="#b1-q1"');
    expect(html).toMatch(/aria-invalid="true"/);
    expect(html).toMatch(/aria-describedby="[^"]*b1-q1-field-error/);
    expect(html).toContain('value="five"');
  });

  it('says nothing of points where a course is told in competencies', () => {
    const state = setStateOf(
      sceneOf(setOf([yesNo, yesNo])),
      sentRow([sent('q1', { kind: 'choice', id: 'yes' }, 1), sent('q2', { kind: 'choice', id: 'yes' }, 1)]),
    );
    const scene = { action: '/a', submission: 's', lang: 'en', text, points: false };
    expect(render(<QuestionSet state={state} t={translators.en} scene={scene} />)).not.toMatch(/point/);
  });

  it('lets nothing out of its texts', () => {
    const hostile = '"><script>alert(1)</script>';
    const gap = {
      type: 'gap',
      body: '<p>{{gap:g1}}</p>',
      gaps: [{ id: 'g1', choices: [{ text: hostile, right: true }] }],
    };
    const line = { type: 'text', accepted: [{ text: 'a' }], unit: hostile };
    const row = sentRow([
      { ...sent('q1', { kind: 'parts', parts: { g1: hostile } }, 0) },
      { ...sent('q2', { kind: 'text', text: hostile }, 0) },
    ]);
    expect(shown(setOf([gap, line]), row)).not.toContain('<script');
  });
});
