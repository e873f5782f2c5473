import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Facts } from '../../../platform/ui/facts.tsx';
import { type AutomaticItem, type AutomaticSection, itemsFor } from './automatic-section.ts';

export interface AutomaticSectionsProps {
  readonly t: Translator;
  readonly site: Site;
  readonly sections: readonly AutomaticSection[];
}

/** What the catalogue tells by itself: each list says that it was computed, and by which rule. */
export function AutomaticSections({ t, site, sections }: AutomaticSectionsProps) {
  return (
    <>
      {sections.map(({ kind, items }) => (
        <section key={kind}>
          <h2>{t(`editorial.automatic.${kind}`)}</h2>
          <p class="soft small">{t(`editorial.automatic.${kind}.rule`)}</p>
          <ul>
            {itemsFor(items, t.lang).map((item) => (
              <li key={item.path}>
                <a href={urlFor(site, t.lang, item.path)} lang={item.lang === t.lang ? undefined : item.lang}>
                  <bdi>{item.title}</bdi>
                </a>
                <Facts items={automaticFacts(t, item)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Who gives it, how many follow it, how it is judged. */
export function automaticFacts(t: Translator, { by, followers, stars, reviews }: AutomaticItem): string[] {
  return [
    ...(by === undefined ? [] : [by]),
    ...(followers === undefined ? [] : [t('editorial.automatic.followers', { n: followers })]),
    ...(stars === undefined || reviews === undefined
      ? []
      : [t('editorial.automatic.judged', { stars: t.number(stars), n: reviews })]),
  ];
}
