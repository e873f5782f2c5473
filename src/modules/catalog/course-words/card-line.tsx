import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { CourseLine, type CourseLineProps } from '../../../platform/ui/course-line.tsx';
import type { Availability } from '../run-states/availability.ts';
import { sayState } from '../run-states/say-state.ts';
import type { CourseCard } from '../search-courses/card.ts';
import { levelName } from './names.ts';
import { sayCosts } from './say-costs.ts';
import { sayEffort } from './say-effort.ts';

export interface CardLineProps {
  readonly t: Translator;
  readonly site: Site;
  readonly card: CourseCard;
  readonly availability: Availability;
  /** The visitor's ISO date. */
  readonly today: string;
  /** Language that goes without saying in this list. */
  readonly listLanguage?: string | undefined;
  readonly level?: CourseLineProps['level'];
  readonly links?: CourseLineProps['links'];
}

/** One course in a list: when, what, whose, how long, what it costs, what one can still do. */
export function CardLine({ t, site, card, availability, today, listLanguage, level, links }: CardLineProps) {
  const { text, tone, block } = sayState(t, availability, today);
  const isOther = card.language !== undefined && card.language.split('-')[0] !== listLanguage;
  const facts = [
    card.providers.map((provider) => provider.name).join(', ') || undefined,
    card.platform.name,
    isOther && card.language ? t.languageName(card.language) : undefined,
    sayEffort(t, card.effort),
    sayCosts(t, card.costs, card.certificate),
  ];
  const mark = card.rating ?? card.platformRating;
  return (
    <CourseLine
      t={t}
      date={block}
      title={card.title}
      titleLang={card.language}
      href={urlFor(site, t.lang, `/courses/${encodeURIComponent(card.slug)}`)}
      level={level}
      facts={facts.filter((fact) => fact !== undefined)}
      sentence={{ text, tone }}
      labels={card.level ? [levelName(t, card.level)] : []}
      links={links}
      mark={
        mark && {
          value: mark.mean,
          count: mark.count,
          note: card.rating ? undefined : t('catalog.card.platform-mark'),
        }
      }
    />
  );
}
