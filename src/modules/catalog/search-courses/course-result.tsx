import type { Translator } from '../../../platform/i18n/translator.ts';
import { CourseLine, type CourseLineMark } from '../../../platform/ui/course-line.tsx';
import { levelName } from '../course-words/names.ts';
import { sayCosts } from '../course-words/say-costs.ts';
import { sayEffort } from '../course-words/say-effort.ts';
import { sayState } from '../run-states/say-state.ts';
import type { CourseCard } from './card.ts';
import type { SearchResult } from './search-courses.ts';

export interface CourseResultProps {
  readonly t: Translator;
  readonly result: SearchResult;
  /** Today, ISO date. */
  readonly today: string;
  readonly hrefOf: (slug: string) => string;
  /** Where its place in the list is explained; no link where there is nothing to explain. */
  readonly whyOf?: ((slug: string) => string) | undefined;
  readonly level?: 2 | 3 | undefined;
}

/** One course in any list: when it starts, who gives it where, how long, at what cost, what one can still do. */
export function CourseResult({ t, result, today, hrefOf, whyOf, level = 2 }: CourseResultProps) {
  const { card, availability } = result;
  const said = sayState(t, availability, today);
  return (
    <CourseLine
      t={t}
      level={level}
      date={said.block}
      title={card.title}
      titleLang={foreign(card.language, t)}
      href={hrefOf(card.slug)}
      facts={factsOf(t, card)}
      sentence={{ text: said.text, tone: said.tone }}
      labels={card.level ? [levelName(t, card.level)] : []}
      links={whyOf ? [{ href: whyOf(card.slug), label: t('catalog.search.why') }] : []}
      mark={markOf(t, card)}
    />
  );
}

const foreign = (tag: string | undefined, t: Translator): string | undefined =>
  tag === undefined || tag.split('-')[0] === t.lang ? undefined : tag;

function factsOf(t: Translator, card: CourseCard): string[] {
  const providers = card.providers.map((provider) => provider.name);
  const language = foreign(card.language, t);
  return [
    providers.length > 0 ? t.list(providers) : undefined,
    card.platform.name,
    language && t.languageName(language),
    sayEffort(t, card.effort),
    sayCosts(t, card.costs, card.certificate),
  ].filter((fact) => fact !== undefined && fact !== '') as string[];
}

function markOf(t: Translator, card: CourseCard): CourseLineMark | undefined {
  if (card.rating) return { value: card.rating.mean, count: card.rating.count };
  if (!card.platformRating) return undefined;
  const note = t('catalog.search.markOn', { platform: card.platform.name });
  return { value: card.platformRating.mean, count: card.platformRating.count, note };
}
