import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { NewsValue } from '../contract.ts';

/** A piece of news as it is kept. */
export interface KeptNews {
  readonly sentence: string;
  readonly values: Readonly<Record<string, NewsValue>>;
}

/** The sentence of a piece of news in the reader's language, every value brought into it. */
export function sayNews(t: Translator, { sentence, values }: KeptNews): string {
  const said = Object.entries(values).map(
    ([name, value]) => [name, orAsItIs('…', () => sayValue(t, value))] as const,
  );
  return t(sentence as MessageKey, Object.fromEntries(said));
}

function sayValue(t: Translator, value: NewsValue): string | number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return apart(t, value);
  if ('texts' in value) return apart(t, textFor(t, value.texts));
  if ('message' in value) return t(value.message);
  if ('day' in value)
    return orAsItIs(value.day, () => t.day(value.day, value.precision === 'month' ? 'month' : 'long'));
  if ('instant' in value) return orAsItIs(value.instant, () => t.moment(value.instant, value.zone));
  return orAsItIs(`${value.amount} ${value.currency}`, () => t.money(value.amount, value.currency));
}

const textFor = (t: Translator, texts: Readonly<Record<string, string>>): string =>
  texts[t.lang] ?? texts['en'] ?? Object.values(texts)[0] ?? '';

/** A day, zone or currency that nobody knows must not keep the rest of the letter, and everybody else's, from being written. */
function orAsItIs<T extends string | number>(text: string, say: () => T): T | string {
  try {
    return say();
  } catch {
    return text;
  }
}

const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** A name that runs the other way than the sentence is kept together by Unicode's isolates, as `<bdi>` does on pages. */
function apart(t: Translator, text: string): string {
  const runsOtherWay =
    t.dir === 'rtl' ? /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(text) : fromRight.test(text);
  return runsOtherWay ? `\u2068${text}\u2069` : text;
}
