import { type TextField, textFields } from '../examine-review/hold-reason.ts';
import { sentencesOf, termsOf } from './terms.ts';

/** What is read of a review. */
export interface ReadReview {
  readonly id: string;
  readonly stars: number;
  readonly texts: Readonly<Partial<Record<TextField, string | null>>>;
}

/** How many reviews of a language there are, and how many of them use each term; the course's own among them. */
export interface Background {
  readonly reviews: number;
  count(term: string): number;
}

export interface Quote {
  readonly reviewId: string;
  readonly field: TextField;
  readonly text: string;
  /** 1 well, -1 ill, 0 neither. */
  readonly lean: Lean;
}

export type Lean = -1 | 0 | 1;

export interface FoundTopic {
  readonly label: string;
  /** Reviews that speak of it. */
  readonly reviews: number;
  /** Sentences that speak well or ill of it. */
  readonly praised: number;
  readonly criticised: number;
  readonly quotes: readonly Quote[];
}

/** Fewer texts than this say nothing in common. */
export const fewestTexts = 8;
/** A topic is spoken of in so many reviews at least. */
const fewestMentions = 3;
const mostTopics = 8;
const mostQuotes = 3;
/** A phrase that stands in so much of a word's reviews takes its place. */
const phraseShare = 0.6;

interface Counted {
  readonly key: string;
  readonly labels: Map<string, number>;
  readonly reviews: Set<string>;
  readonly quotes: Quote[];
  score: number;
}

/**
 * What the reviews of a course speak about: words and phrases by how many reviews use them and how few elsewhere do (tf-idf), with
 * the sentences behind. The same reviews give the same topics, in whatever order they come.
 */
export function findTopics(
  reviews: readonly ReadReview[],
  lang: string,
  background: Background,
): FoundTopic[] {
  const texts = reviews.filter((review) => textFields.some((field) => review.texts[field]?.trim()));
  if (texts.length < fewestTexts) return [];
  const counted = countTerms(
    [...texts].sort((a, b) => (a.id < b.id ? -1 : 1)),
    lang,
  );
  const telling = [...counted.values()].filter((term) => term.reviews.size >= fewestMentions);
  for (const term of telling) term.score = scoreOf(term, texts.length, background);
  telling.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  return withoutDoubles(telling, counted).slice(0, mostTopics).map(topicOf);
}

/** Every term with its reviews and sentences. */
export function countTerms(reviews: readonly ReadReview[], lang: string): Map<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const review of reviews)
    for (const field of textFields)
      for (const sentence of sentencesOf(review.texts[field] ?? '', lang)) {
        const quote = { reviewId: review.id, field, text: sentence, lean: leanOf(field, review.stars) };
        const seen = new Set<string>();
        for (const { key, label } of termsOf(sentence, lang)) {
          const term = counted.get(key) ?? newTerm(key);
          counted.set(key, term);
          term.labels.set(label, (term.labels.get(label) ?? 0) + 1);
          term.reviews.add(review.id);
          if (!seen.has(key)) term.quotes.push(quote);
          seen.add(key);
        }
      }
  return counted;
}

const newTerm = (key: string): Counted => ({
  key,
  labels: new Map(),
  reviews: new Set(),
  quotes: [],
  score: 0,
});

/** Strong and weak points say it by their place, running text by the stars above it. */
function leanOf(field: TextField, stars: number): Lean {
  if (field === 'pros') return 1;
  if (field === 'cons') return -1;
  if (field === 'forWhom' || stars === 3) return 0;
  return stars > 3 ? 1 : -1;
}

function scoreOf({ key, reviews }: Counted, texts: number, background: Background): number {
  const all = Math.max(background.reviews, texts);
  const rarity = Math.log(1 + all / Math.max(background.count(key), reviews.size));
  // a phrase says more than a word
  return reviews.size * rarity * (key.includes(' ') ? 1.3 : 1);
}

/** Words whose phrase stands there, and phrases whose words do, are told once. */
function withoutDoubles(telling: readonly Counted[], counted: ReadonlyMap<string, Counted>): Counted[] {
  const kept: Counted[] = [];
  for (const term of telling) {
    const parts = term.key.split(' ');
    if (parts.length === 1) {
      const phrase = telling.find(
        ({ key, reviews }) =>
          key.split(' ').includes(term.key) &&
          key !== term.key &&
          reviews.size >= term.reviews.size * phraseShare,
      );
      if (phrase) continue;
    }
    const covers =
      parts.length === 2 &&
      parts.every((part) => term.reviews.size < (counted.get(part)?.reviews.size ?? 0) * phraseShare);
    if (covers) continue;
    if (kept.some((other) => other.key.split(' ').some((part) => parts.includes(part)))) continue;
    kept.push(term);
  }
  return kept;
}

function topicOf(term: Counted): FoundTopic {
  const [label = term.key] = [...term.labels].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  const having = (lean: Lean) => term.quotes.filter((quote) => quote.lean === lean).length;
  return {
    label,
    reviews: term.reviews.size,
    praised: having(1),
    criticised: having(-1),
    quotes: quotesOf(term.quotes),
  };
}

const readable = ({ text }: Quote): boolean => text.length >= 25 && text.length <= 240;

/** A few sentences of different reviews that can be read alone; both sides are heard where there are two. */
function quotesOf(quotes: readonly Quote[]): Quote[] {
  const one = new Map<string, Quote>();
  for (const quote of [...quotes].sort((a, b) => Number(readable(b)) - Number(readable(a))))
    if (!one.has(quote.reviewId)) one.set(quote.reviewId, quote);
  const all = [...one.values()].map((quote) => ({
    ...quote,
    text: quote.text.length > 240 ? `${quote.text.slice(0, 239)}…` : quote.text,
  }));
  const sides = ([1, -1, 0] as const).map((lean) => all.filter((quote) => quote.lean === lean));
  const chosen: Quote[] = [];
  for (let place = 0; chosen.length < mostQuotes && place < all.length; place += 1)
    for (const side of sides) {
      const quote = side[place];
      if (quote && chosen.length < mostQuotes) chosen.push(quote);
    }
  return chosen;
}
