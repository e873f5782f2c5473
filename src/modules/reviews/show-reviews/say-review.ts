import type { Translator } from '../../../platform/i18n/translator.ts';
import { sayRun } from '../write-review/say-course.ts';
import type { Author, ShownReview } from './shown-review.queries.ts';

/** Who wrote it, as far as everybody may know. */
export function sayAuthor(t: Translator, author: Author): string {
  if (author.kind === 'person') return author.name;
  if (author.kind === 'source') return t('reviews.author.source', { source: author.name });
  return t(`reviews.author.${author.kind}`);
}

/** The day of the review and the month of the experience, as the law wants them beside it. */
export function sayWhen(
  t: Translator,
  review: Pick<ShownReview, 'writtenAt' | 'editedAt' | 'experiencedOn'>,
): string {
  const { writtenAt, editedAt, experiencedOn } = review;
  const parts = [
    t('reviews.show.written', { day: t.day(writtenAt.slice(0, 10)) }),
    editedAt !== null && t('reviews.show.edited', { day: t.day(editedAt.slice(0, 10)) }),
    experiencedOn === null
      ? t('reviews.show.experience.unsaid')
      : t('reviews.show.experience', { month: t.day(experiencedOn, 'month') }),
  ];
  return parts.filter((part) => part !== false).join(' · ');
}

/** The run by its own name, or by what the author called it. */
export function sayRunOf(t: Translator, run: ShownReview['run']): string | undefined {
  if (run === null) return undefined;
  const { title = null, startOn = null, startPrecision = null } = run;
  return title === null && startOn === null
    ? (run.label ?? undefined)
    : t('reviews.show.run', { run: sayRun(t, { title, startOn, startPrecision }) });
}
