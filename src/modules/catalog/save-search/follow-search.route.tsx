import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState } from '../../../platform/http/form.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { answerFollow, followScene, isFollowing } from '../../notify/index.ts';
import { followWants, searchKind } from '../match-searches/search-topic.ts';
import { sayWords } from '../publish-feeds/say-query.ts';
import { cannotFollowSearch } from '../refusals.ts';
import { type CourseQuery } from '../search-courses/search-courses.ts';
import { readSearch, searchQuery } from '../search-courses/search-address.ts';
import { FollowSearchPage, NotFollowable } from './follow-search.page.tsx';
import { keepPrepared, prepareSearches } from './save-searches.ts';
import { type SearchToFollow, searchToFollow } from './search-to-follow.ts';

/** Longer names of a search are cut where they are read: in a list, in a letter. */
const longestSaid = 160;

/** GET and POST /searches/follow?q=...: tell me when a new course matches; the search is the address of the list. */
export function followSearchRoutes(app: App): void {
  app.get('/searches/follow', async (c) => sendFollowPage(c, await searchOf(c), emptyForm));
  app.post('/searches/follow', async (c) => {
    const { db, t, lang, actor } = c.var;
    const search = await searchOf(c);
    if (search.whyNot) throw cannotFollowSearch(search.whyNot);
    const said = inWords(c, search);
    const { q, selection } = search.query;
    const [prepared] = await prepareSearches(db, [{ q, selection, lang, said }]);
    if (!prepared) throw new Error('a search was not prepared');
    const answer = await answerFollow(c, {
      topic: { kind: searchKind, subject: prepared.id },
      title: t('catalog.saved.topic', { search: said }),
      path: `/courses?${search.address}`,
      offered: followWants,
    });
    if (!answer.ok) return sendFollowPage(c, search, answer.form);
    await keepPrepared(db, actor.now, [prepared]);
    return answer.response;
  });
}

const askedIn = (c: AppContext): CourseQuery => readSearch(new URL(c.req.url).searchParams);

const searchOf = (c: AppContext): Promise<SearchToFollow> =>
  searchToFollow(c.var.db, askedIn(c), { now: c.var.actor.now, lang: c.var.lang });

/** The search in words, platforms and providers by their names. */
function inWords({ var: { t } }: AppContext, { query, found }: SearchToFollow): string {
  const said = sayWords(
    t,
    query,
    (facet, value) => found.facets[facet].find((each) => each.value === value)?.name ?? undefined,
  );
  return said.length > longestSaid ? `${said.slice(0, longestSaid - 1).trimEnd()}…` : said;
}

async function sendFollowPage(c: AppContext, search: SearchToFollow, form: FormState): Promise<Response> {
  const { db, t, site, lang, actor } = c.var;
  const { query, found, whyNot, id } = search;
  const frame = {
    title: t('catalog.saved.eyebrow'),
    nav: 'courses',
    width: 'narrow',
    indexed: false,
  } as const;
  if (whyNot) return sendPage(c, { ...frame, children: <NotFollowable {...{ t, site, search, whyNot }} /> });
  const said = inWords(c, search);
  const asked = askedIn(c);
  return sendPage(c, {
    ...frame,
    title: t('catalog.saved.topic', { search: said }),
    status: form === emptyForm ? 200 : 422,
    breadcrumbs: [
      { label: t('catalog.saved.back'), href: urlFor(site, lang, '/courses', searchQuery(query)) },
    ],
    children: (
      <FollowSearchPage
        t={t}
        site={site}
        search={search}
        said={said}
        typed={found.corrected.length > 0 ? found.query.text : undefined}
        action={urlFor(site, lang, '/searches/follow', searchQuery({ ...asked, sort: 'best', page: 1 }))}
        scene={followScene(c)}
        isFollowing={
          actor.id !== undefined && (await isFollowing(db, actor.id, { kind: searchKind, subject: id }))
        }
        form={form}
      />
    ),
  });
}
