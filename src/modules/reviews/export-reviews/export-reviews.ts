import type { Db } from '../../../platform/db/database.ts';
import { csvLine } from '../../../platform/text/csv-line.ts';
import { type ExportedReview, type ExportWalk, reviewsAfter } from './exported-reviews.queries.ts';

const pageSize = 1_000;
/** What looks like a mark of HTML in these texts is none. */
const textFormat = 'plain';

/** Published reviews, page after page: memory does not grow with them. */
async function* exportedReviews(db: Db, walk: ExportWalk): AsyncGenerator<ExportedReview> {
  for (let after: string | undefined; ;) {
    const page = await reviewsAfter(db, walk, after, pageSize);
    yield* page;
    after = page.at(-1)?.id;
    if (after === undefined || page.length < pageSize) return;
  }
}

export interface ReviewFormat {
  /** What stands after "reviews." in the address. */
  readonly ending: 'jsonl' | 'csv';
  readonly contentType: string;
  write(db: Db, walk: ExportWalk): AsyncGenerator<string>;
}

/** Each of them is read back by import-reviews without loss. */
export const reviewFormats: readonly ReviewFormat[] = [
  { ending: 'jsonl', contentType: 'application/x-ndjson; charset=utf-8', write: jsonLines },
  { ending: 'csv', contentType: 'text/csv; charset=utf-8; header=present', write: csvLines },
];

/** One object a line; what a review does not tell is absent. The two separators that some readers take for line ends are escaped. */
async function* jsonLines(db: Db, walk: ExportWalk): AsyncGenerator<string> {
  for await (const review of exportedReviews(db, walk)) {
    const told = Object.fromEntries(
      Object.entries({ ...review, textFormat }).filter(([, value]) => value !== null),
    );
    const line = JSON.stringify(told).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
    yield `${line}\n`;
  }
}

const columns: readonly (readonly [
  name: string,
  cell: (review: ExportedReview) => string | number | null | undefined,
])[] = [
  ['id', (review) => review.id],
  ['course id', ({ course }) => course.id],
  ['course slug', ({ course }) => course.slug],
  ['course title', ({ course }) => course.title],
  ['course url', ({ course }) => course.url],
  ['platform', ({ course }) => course.platform],
  ['stars', (review) => review.stars],
  ['date', (review) => review.date],
  ['language', (review) => review.language],
  ['body', (review) => review.body],
  ['pros', (review) => review.pros],
  ['cons', (review) => review.cons],
  ['for whom', (review) => review.forWhom],
  ['status', (review) => review.status],
  ['drop reason', (review) => review.dropReason],
  ['experienced on', (review) => review.experiencedOn],
  ['run', (review) => review.run],
  ['hours per week', (review) => review.hoursPerWeek],
  ['criteria content', ({ criteria }) => criteria.content],
  ['criteria teaching', ({ criteria }) => criteria.teaching],
  ['criteria exercises', ({ criteria }) => criteria.exercises],
  ['criteria support', ({ criteria }) => criteria.support],
  ['proof', (review) => review.proof],
  ['text format', () => textFormat],
  ['anonymous', (review) => (review.anonymous ? 'yes' : 'no')],
];

async function* csvLines(db: Db, walk: ExportWalk): AsyncGenerator<string> {
  yield `\ufeff${csvLine(columns.map(([name]) => name))}`;
  for await (const review of exportedReviews(db, walk))
    yield csvLine(columns.map(([, cell]) => cell(review) ?? ''));
}
