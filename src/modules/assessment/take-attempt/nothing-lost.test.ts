import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Refusal } from '../../../platform/refusal.ts';
import { assessmentStage, setOf, yesNo } from '../testing/assessment-stage.ts';
import { type SetBefore, setsBefore } from '../testing/set-before.ts';
import { sameAnswer } from './plan-answers.ts';

const stage = await assessmentStage();
const before = setsBefore(stage);

/** A press of a button on a page that was loaded some presses ago. */
interface Press {
  readonly deed: string;
  readonly answers: Readonly<Record<string, string>>;
  /** How old the page is: 0 was loaded just now. */
  readonly age: number;
  /** Sent together with the next one. */
  readonly together: boolean;
  readonly twice: boolean;
}

const choice = fc.constantFrom('yes', 'no');
const press: fc.Arbitrary<Press> = fc.record({
  deed: fc.constantFrom('check', 'check:q1', 'check:q2', 'save', 'finish', 'hint:q1:1'),
  answers: fc.record({ q1: choice, q2: choice, q3: choice }, { requiredKeys: [] }),
  age: fc.nat(2),
  together: fc.boolean(),
  twice: fc.boolean(),
});

const refusedOr = (work: Promise<unknown>) =>
  work.then(
    () => 'taken' as const,
    (error: unknown) => {
      if (error instanceof Refusal) return 'refused' as const;
      throw error;
    },
  );

/** Presses the buttons in their order; returns the forms that were taken. */
async function pressAll(at: SetBefore, presses: readonly Press[]): Promise<URLSearchParams[]> {
  const loaded = [await at.formOf({}, 'save')];
  const taken: URLSearchParams[] = [];
  const under: Promise<void>[] = [];
  for (const { deed, answers, age, together, twice } of presses) {
    const page = loaded.at(-1 - Math.min(age, loaded.length - 1)) ?? new URLSearchParams();
    const form = new URLSearchParams(page);
    form.set('do', deed);
    for (const [key, value] of Object.entries(answers)) form.set(`a:${key}`, value);
    const send = async () => {
      if ((await refusedOr(at.post(form))) === 'taken') taken.push(form);
    };
    under.push(send(), ...(twice ? [send()] : []));
    if (together) continue;
    await Promise.all(under.splice(0));
    loaded.push(await at.formOf({}, 'save'));
  }
  await Promise.all(under);
  return taken;
}

const limits: fc.Arbitrary<object> = fc.constantFrom({}, { attempts: 1 }, { attempts: 2 }, { attempts: 5 });

it(
  'keeps every answer of every form that was taken, whatever is pressed on however many pages',
  { timeout: 60_000 },
  async () => {
    const tries = fc.asyncProperty(
      limits,
      fc.array(press, { minLength: 1, maxLength: 7 }),
      async (rules, presses) => {
        const at = await before(setOf([{ ...yesNo, hints: ['One.'] }, yesNo, yesNo], rules));
        const taken = await pressAll(at, presses);
        const kept = await at.kept();
        const attempts = 'attempts' in rules ? rules.attempts : 1;
        const state = await at.see();
        // a question that was sent stays as it is within a limited attempt: its field is not on the page any more
        const isOpen = attempts === 1 && !('attempts' in rules);
        for (const form of taken.filter(() => isOpen))
          for (const key of ['q1', 'q2', 'q3']) {
            const id = form.get(`a:${key}`);
            if (id === null) continue;
            const found = kept.some(
              (each) => each.key === key && sameAnswer(each.answer as never, { kind: 'choice', id }),
            );
            expect(found).toBe(true);
          }
        // nothing twice: no two rows of a question that say the same in the same way one after the other
        for (const key of ['q1', 'q2', 'q3']) {
          const rows = kept.filter((each) => each.key === key && each.submitted);
          if ('attempts' in rules) expect(rows.length).toBeLessThanOrEqual(Number(attempts));
        }
        const credits = state.questions.map(({ mark }) => mark?.credit ?? 0);
        const sum = credits.reduce((total, credit) => total + credit, 0);
        expect(state.points).toBeGreaterThanOrEqual(isOpen ? sum : 0);
        if (!isOpen) expect(state.points).toBe(sum);
      },
    );
    await fc.assert(tries, { numRuns: 40 });
  },
);
