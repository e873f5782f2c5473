import { type DayOrder, plainText, readDay, readLanguage } from '../../catalog/index.ts';
import type { Criteria, DropReason, Proof, ReviewStatus } from '../tables.ts';
import { proofNumber } from '../score-courses/keep-rating.queries.ts';
import { detectLanguage } from './detect-language.ts';
import type { RawReview } from './raw-review.ts';
import type { ReviewField } from './review-fields.ts';
import { readStars } from './read-stars.ts';

/** What a brought-in review tells beside its stars. */
export interface ImportedSays {
  readonly lang: string | null;
  readonly body: string | null;
  readonly pros: string | null;
  readonly cons: string | null;
  readonly forWhom: string | null;
  readonly status: ReviewStatus;
  readonly dropReason: DropReason | null;
  readonly experiencedOn: string | null;
  readonly run: string | null;
  readonly hours: number | null;
  readonly criteria: Criteria;
  readonly anonymous: boolean;
}

export interface ReviewRow {
  /** ISO day. */
  readonly ratedOn: string;
  readonly stars: number;
  /** 0 none, 1 enrolled, 2 certificate, 3 completed here. */
  readonly proof: number;
  readonly key: string | null;
  readonly says: ImportedSays | null;
}

/** How the whole feed is to be read. */
export interface FeedHabits {
  /** ISO day; nothing is rated after it. */
  readonly today: string;
  /** What numbers without a scale are out of: 5, 10, 20 or 100. */
  readonly outOf: number;
  readonly dayOrder?: DayOrder;
  /** How far ratings are proved; 'as-told' takes the feed's own word for each. */
  readonly proof: Proof | 'as-told';
}

export type RowReading = { readonly row: ReviewRow } | { readonly problem: string };
type Says = RawReview['says'];

/** Understands one review. The reasons of a refusal are few, so that they can be counted. */
export function readRow({ says }: RawReview, habits: FeedHabits): RowReading {
  if (says.stars === undefined) return { problem: 'no rating' };
  const scale = Number(says.outOf ?? habits.outOf);
  const stars = readStars(says.stars, Number.isFinite(scale) ? scale : habits.outOf);
  if ('problem' in stars) return stars;
  const day = ratedOn(says.date, habits);
  if ('problem' in day) return day;
  if ((says.key?.length ?? 0) > longestKey)
    return { problem: `the key is longer than ${longestKey} characters` };
  const told = toldOf(says);
  if (typeof told === 'string') return { problem: told };
  const row = {
    ratedOn: day.on,
    stars: stars.stars,
    proof: proofOf(says, habits),
    key: says.key ?? null,
    says: told,
  };
  return { row };
}

const longestKey = 200;

const days = new Map<string, { on: string } | { problem: string }>();
const mostDays = 20_000;

/** A feed names the same some thousand days a million times. */
function ratedOn(
  text: string | undefined,
  { today, dayOrder }: FeedHabits,
): { on: string } | { problem: string } {
  if (text === undefined) return { problem: 'no date' };
  const key = `${dayOrder ?? ''} ${text}`;
  let read = days.get(key);
  if (!read) {
    const reading = readDay(text, dayOrder ? { order: dayOrder } : {});
    read = reading && 'day' in reading ? { on: reading.day.on } : { problem: 'the date is no day' };
    if (days.size >= mostDays) days.clear();
    days.set(key, read);
  }
  return 'on' in read && read.on > today ? { problem: 'the date lies ahead' } : read;
}

const isProof = (text: string | undefined): text is Proof =>
  text !== undefined && Object.hasOwn(proofNumber, text);

function proofOf(says: Says, { proof }: FeedHabits): number {
  if (proof !== 'as-told') return proofNumber[proof];
  return isProof(says.proof) ? proofNumber[says.proof] : proofNumber.none;
}

const longest = { body: 8000, pros: 2000, cons: 2000, forWhom: 1000, run: 120 } as const;

/** What makes more than stars of a row without words. */
const experience = [
  'content',
  'teaching',
  'exercises',
  'support',
  'hours',
  'dropReason',
  'experiencedOn',
] as const;

/** Texts and what is told of the experience; null where stars are all there is, the reason where they cannot be kept. */
function toldOf(says: Says): ImportedSays | null | string {
  const plain = says.textFormat === 'plain' ? written : withoutMarks;
  const body = [says.headline, says.body]
    .filter((text) => text !== undefined)
    .map(plain)
    .join('\n\n');
  const texts = { body, pros: plain(says.pros), cons: plain(says.cons), forWhom: plain(says.forWhom) };
  const hasWords = Object.values(texts).some((text) => /[\p{L}\p{N}]/u.test(text));
  if (!hasWords && !experience.some((field) => says[field] !== undefined)) return null;
  for (const [name, most] of Object.entries(longest)) {
    const text = name === 'run' ? (says.run ?? '') : texts[name as keyof typeof texts];
    if (text.length > most)
      return `${name === 'forWhom' ? 'for whom' : name} is longer than ${most} characters`;
  }
  const status = statusOf(says.status);
  return {
    lang: (says.lang && readLanguage(says.lang)) || detectLanguage(Object.values(texts).join(' ')) || null,
    body: orNull(texts.body),
    pros: orNull(texts.pros),
    cons: orNull(texts.cons),
    forWhom: orNull(texts.forWhom),
    status,
    dropReason: status === 'dropped' ? dropReasonOf(says.dropReason) : null,
    experiencedOn: monthOf(says.experiencedOn),
    run: says.run ?? null,
    hours: hoursOf(says.hours),
    criteria: criteriaOf(says),
    anonymous: /^(?:true|yes|1|oui|sí|si|sim|да|是|نعم)$/i.test(says.anonymous ?? ''),
  };
}

const written = (text = ''): string => text.replaceAll('\r\n', '\n').trim();

/** A text of the web: its marks go where it has some. */
const withoutMarks = (text = ''): string =>
  written(/<\/?[a-z][^>]*>|&#?\w{2,8};/i.test(text) ? plainText(text) : text);

const orNull = (text: string): string | null => (text === '' ? null : text);

/** A feed that says nothing of it asked at the end, as platforms do. */
function statusOf(text: string | undefined): ReviewStatus {
  if (/^(?:drop|abandon|quit|left|бросил|放弃|انسحب)/i.test(text ?? '')) return 'dropped';
  if (
    /^(?:under|in[ -]?progress|ongoing|current|en cours|en curso|em andamento|в процессе|进行中|جار)/i.test(
      text ?? '',
    )
  )
    return 'under-way';
  return 'finished';
}

const dropReasons: readonly DropReason[] = [
  'time',
  'too-hard',
  'too-easy',
  'content',
  'teaching',
  'technical',
  'price',
  'life',
  'other',
];
const dropReasonOf = (text: string | undefined): DropReason | null =>
  dropReasons.find((reason) => reason === text) ?? null;

function monthOf(text: string | undefined): string | null {
  const reading = text === undefined ? undefined : readDay(text);
  return reading && 'day' in reading ? `${reading.day.on.slice(0, 7)}-01` : null;
}

function hoursOf(text: string | undefined): number | null {
  const hours = Number(text?.replace(',', '.'));
  return text !== undefined && hours >= 0 && hours <= 168 ? Math.round(hours * 10) / 10 : null;
}

const criteria = ['content', 'teaching', 'exercises', 'support'] as const satisfies readonly ReviewField[];

function criteriaOf(says: Says): Criteria {
  const read = criteria.flatMap((name) => {
    const stars = Number(says[name]);
    return Number.isInteger(stars) && stars >= 1 && stars <= 5 ? [[name, stars] as const] : [];
  });
  return Object.fromEntries(read);
}
