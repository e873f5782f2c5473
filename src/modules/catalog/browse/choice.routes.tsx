import type { App, AppContext } from '../../../platform/http/environment.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import type { NavKey } from '../../../platform/ui/navigation.ts';
import { FeedLinks } from '../publish-feeds/feed-links.tsx';
import type { Facet, Selection } from '../search-courses/facets.ts';
import { readSearch, searchQuery } from '../search-courses/search-address.ts';
import { type CourseQuery, searchCourses, type SearchResults } from '../search-courses/search-courses.ts';
import { pageProps } from '../search-courses/search-courses.route.tsx';
import { knownSubjects } from '../subjects/known-subjects.ts';
import { subjectDescription } from '../subjects/subject-descriptions.ts';
import { subjectName } from '../subjects/subject-names.ts';
import { choiceNotFound } from './browse.ts';
import { namedChoice, type NamedFacet } from './browse.queries.ts';
import { ChoicePage, type ChoicePageProps } from './choice.page.tsx';

interface Choice {
  readonly facet: Facet;
  readonly value: string;
  readonly path: string;
  readonly nav?: NavKey;
  readonly title: string;
  readonly lead: MessageKey;
  readonly list: { readonly path: string; readonly label: MessageKey };
  readonly head?: Pick<ChoicePageProps, 'description' | 'website' | 'claim'>;
  /** Added once the counts are known. */
  readonly within?: (found: SearchResults) => NonNullable<ChoicePageProps['within']>;
}

export function choiceRoutes(app: App): void {
  app.get('/subjects/:id', (c) => sendChoice(c, subjectChoice(c, c.req.param('id'))));
  app.get('/languages/:tag', (c) => sendChoice(c, languageChoice(c, c.req.param('tag'))));
  app.get('/providers/:slug', async (c) =>
    sendChoice(c, await namedChoiceOf(c, 'provider', c.req.param('slug'))),
  );
  app.get('/platforms/:slug', async (c) =>
    sendChoice(c, await namedChoiceOf(c, 'platform', c.req.param('slug'))),
  );
}

function subjectChoice(c: AppContext, id: string): Choice {
  const { t, lang, site } = c.var;
  if (!knownSubjects.has(id)) throw choiceNotFound();
  const text = subjectDescription(id, lang);
  return {
    facet: 'subject',
    value: id,
    path: `/subjects/${id}`,
    nav: 'subjects',
    title: subjectName(id, lang),
    lead: 'catalog.browse.subjectLead',
    list: { path: '/subjects', label: 'catalog.browse.subjects' },
    head: { description: text === undefined ? undefined : { text, lang: undefined } },
    within: (found) => ({
      label: t('catalog.browse.within'),
      items: found.facets.subject
        .filter(({ value, count }) => value.startsWith(`${id}.`) && count > 0 && knownSubjects.has(value))
        .map(({ value, count }) => ({
          href: urlFor(site, lang, `/subjects/${value}`),
          label: subjectName(value, lang),
          count: t.number(count),
        })),
    }),
  };
}

function languageChoice(c: AppContext, tag: string): Choice {
  const { t } = c.var;
  if (!/^[a-z]{2,3}$/.test(tag) || t.languageName(tag) === tag) throw choiceNotFound();
  return {
    facet: 'language',
    value: tag,
    path: `/languages/${tag}`,
    title: t('catalog.browse.inLanguage', { language: t.languageName(tag) }),
    lead: 'catalog.browse.inLead',
    list: { path: '/languages', label: 'catalog.browse.languages' },
  };
}

async function namedChoiceOf(c: AppContext, facet: NamedFacet, slug: string): Promise<Choice> {
  const { db, t, lang, site } = c.var;
  const named = await namedChoice(db, facet, slug);
  if (!named) throw choiceNotFound();
  const known = [lang, 'en', ...Object.keys(named.description)].find((each) => named.description[each]);
  const isProvider = facet === 'provider';
  return {
    facet,
    value: named.slug,
    path: `/${facet}s/${encodeURIComponent(named.slug)}`,
    nav: isProvider ? 'providers' : 'platforms',
    title: named.name,
    lead: isProvider ? 'catalog.browse.byLead' : 'catalog.browse.onLead',
    list: {
      path: `/${facet}s`,
      label: isProvider ? 'catalog.browse.providers' : 'catalog.browse.platforms',
    },
    head: {
      description: known === undefined ? undefined : { text: named.description[known] ?? '', lang: known },
      website: named.url === null ? undefined : { href: named.url, label: t('catalog.browse.website') },
      ...(isProvider
        ? {
            claim: {
              href: urlFor(site, lang, `/providers/${encodeURIComponent(named.slug)}/claim`),
              label: t('catalog.claim.this'),
            },
          }
        : {}),
    },
  };
}

/** The page of one choice: the search page with that choice made for good. */
async function sendChoice(c: AppContext, choice: Choice): Promise<Response> {
  const { db, actor, lang, t, site } = c.var;
  const asked = readSearch(new URL(c.req.url).searchParams);
  const query: CourseQuery = { ...asked, selection: { ...asked.selection, [choice.facet]: [choice.value] } };
  const found = await searchCourses(db, query, { now: actor.now, lang });
  const isPlain = asked.q === '' && Object.keys(query.selection).length === 1 && query.sort === 'best';
  const count = t('catalog.search.count', { n: found.total });
  return sendPage(c, {
    title: choice.title,
    description: choice.head?.description?.text ?? t(choice.lead, { count }),
    nav: choice.nav,
    breadcrumbs: [{ label: t(choice.list.label), href: urlFor(site, lang, choice.list.path) }],
    indexed: isPlain && found.total > 0,
    canonicalQuery: searchQuery({ page: found.page }),
    head: <FeedLinks t={t} site={site} query={query} />,
    children: (
      <ChoicePage
        title={choice.title}
        lead={t(choice.lead, { count })}
        {...choice.head}
        {...(choice.within ? { within: choice.within(found) } : {})}
        search={{
          ...pageProps(c, choice.path),
          addressOf: (next) => urlFor(site, lang, choice.path, searchQuery(free(next, choice.facet))),
          fixed: choice.facet,
          query,
          found,
        }}
      />
    ),
  });
}

/** The choice stands in the path; the address need not repeat it. */
function free(query: Partial<CourseQuery>, facet: Facet): Partial<CourseQuery> {
  const { [facet]: _made, ...selection }: Selection = query.selection ?? {};
  return { ...query, selection };
}
