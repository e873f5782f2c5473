import { describe, expect, it } from 'vitest';
import { langs } from '../../../platform/i18n/languages.ts';
import { createTranslators } from '../../../platform/i18n/translator.ts';
import type { RunDay } from '../course-document/course-document.ts';
import { catalogMessages } from '../messages/index.ts';
import { availabilityOf } from './availability.ts';
import type { RunFacts } from './run-state.ts';
import { sayState } from './say-state.ts';

const translators = createTranslators([catalogMessages]);
const now = new Date('2026-11-22T10:00:00Z');
const today = '2026-11-22';
const on = (day: string): RunDay => ({ on: day, precision: 'day' });
const month = (day: string): RunDay => ({ on: day, precision: 'month' });
const dated = (facts: Partial<RunFacts>): RunFacts => ({ pacing: 'scheduled', ...facts });
const say = (lang: (typeof langs)[number], ...runs: RunFacts[]) =>
  sayState(translators[lang], availabilityOf(runs, now), today);

const yearly = [2023, 2024, 2025].map((year) =>
  dated({ start: on(`${year}-03-10`), end: on(`${year}-05-01`), enrolmentEnd: on(`${year}-03-20`) }),
);

describe('the words for what one can do with a course today', () => {
  it.each([
    [
      'opens later',
      [dated({ enrolmentStart: on('2026-12-01'), start: on('2027-01-12') })],
      'inscriptions à partir du 1ᵉʳ décembre, début le 12 janvier',
    ],
    [
      'opens in a month',
      [dated({ enrolmentStart: month('2027-01-01') })],
      'ouverture des inscriptions en janvier 2027',
    ],
    [
      'open, with a last day to enrol',
      [dated({ start: on('2027-01-12'), enrolmentEnd: on('2027-01-26') })],
      'début le 12 janvier, inscription jusqu’au 26 janvier',
    ],
    [
      'open, far away',
      [dated({ start: on('2028-02-01') })],
      'inscriptions ouvertes, début le 1ᵉʳ février 2028',
    ],
    [
      'started, with a last day to join',
      [dated({ start: on('2026-11-17'), end: on('2026-12-20'), enrolmentEnd: on('2026-12-01') })],
      'commencé, inscription possible jusqu’au 1ᵉʳ décembre',
    ],
    ['self-paced', [{ pacing: 'self' } as RunFacts], 'commencez quand vous voulez'],
    [
      'closed',
      [dated({ start: on('2026-11-01'), enrolmentEnd: on('2026-11-10'), end: on('2026-12-20') })],
      'inscriptions closes, session en cours jusqu’au 20 décembre',
    ],
    ['announced without a day', [dated({ declared: 'to-be-announced' })], 'dates à venir'],
    ['archived', [dated({ declared: 'archived' })], 'archivé, mais encore consultable'],
    ['without any run', [], 'dates à venir'],
    [
      'over, with a rhythm',
      yearly,
      'terminé le 1 mai 2025 · prochaine session probable en mars 2027 (3 années sur 4)'.replace(
        'le 1 ',
        'le 1ᵉʳ ',
      ),
    ],
  ])('%s', (_what, runs, text) => {
    expect(say('fr', ...(runs as RunFacts[])).text).toBe(text);
  });

  it('minds a last day that is near', () => {
    const near = dated({ start: on('2026-12-12'), enrolmentEnd: on('2026-11-27') });
    const later = dated({ start: on('2026-12-12'), enrolmentEnd: on('2026-12-10') });
    expect([say('en', near).tone, say('en', later).tone]).toEqual(['soon', 'open']);
  });

  it('shows a guess as a guess', () => {
    expect(say('en', ...yearly).block).toEqual({
      state: 'expected',
      top: 'Mar?',
      big: '–',
      bottom: 'likely',
    });
  });

  it('shows the start of what started, and no day for what has none', () => {
    const started = dated({ start: on('2026-11-17'), end: on('2026-12-20') });
    expect(say('en', started).block).toEqual({
      state: 'dated',
      top: 'Nov',
      big: '17',
      bottom: 'started',
      date: '2026-11-17',
    });
    expect(say('en', { pacing: 'self' }).block.big).toBe('∞');
  });

  it.each(langs)('leaves no place unfilled in %s', (lang) => {
    const runs = [
      ...yearly,
      dated({ start: on('2027-01-12'), enrolmentEnd: on('2027-01-26') }),
      dated({ start: on('2026-11-17'), enrolmentEnd: on('2026-12-01') }),
      dated({ enrolmentStart: on('2026-12-01'), start: on('2027-01-12') }),
      { pacing: 'self', end: on('2027-06-30') } as RunFacts,
    ];
    for (const run of runs) {
      const { text, block } = say(lang, run);
      expect(`${text} ${block.top} ${block.big} ${block.bottom}`).not.toMatch(/[{}]|undefined|catalog\./);
    }
    expect(say(lang, ...yearly).text).toMatch(/3/);
  });
});
