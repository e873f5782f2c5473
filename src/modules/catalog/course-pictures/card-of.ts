import { createHash } from 'node:crypto';
import { isLang, type Lang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { OpenGraphCard } from '../../../platform/pictures/open-graph-card.ts';
import { sayCosts } from '../course-words/say-costs.ts';
import { sayEffort } from '../course-words/say-effort.ts';
import type { CourseRow } from '../read-courses/course-row.ts';
import { isSubject } from '../read-courses/subject-ids.ts';
import { subjectHue } from '../subjects/subject-hue.ts';

/** Counted up when the drawing itself changes, so that every card is drawn anew. */
const drawing = 1;

/**
 * What the card of a course says, all in the course's own language: it is one picture for everybody. Nothing on it
 * depends on the day, so that it changes only when the course does.
 */
export function cardOf(
  row: CourseRow,
  translators: Readonly<Record<Lang, Translator>>,
  brand: string,
): OpenGraphCard {
  const { document } = row;
  const lang = document.languages?.[0] ?? 'en';
  const base = lang.split('-')[0];
  const t = translators[isLang(base) ? base : 'en'];
  const makers =
    row.providers.length > 0 ? row.providers.map((provider) => provider.name) : [row.platform.name];
  const facts = [
    document.languages?.[0] && t.languageName(lang),
    sayEffort(t, document.effort),
    sayCosts(t, document.costs, document.certificate),
    row.isSample && t('catalog.course.sample'),
  ].filter((fact) => typeof fact === 'string' && fact !== '');
  return {
    brand,
    title: row.title,
    byline: makers.join(', '),
    facts: facts.join(' · '),
    lang,
    cover: { seed: row.id, hue: subjectHue(row.subjects.find(isSubject)) },
  };
}

/** Names a card by all that it says. */
export const hashOfCard = (card: OpenGraphCard): string =>
  createHash('sha256')
    .update(JSON.stringify([drawing, card]))
    .digest('base64url');
