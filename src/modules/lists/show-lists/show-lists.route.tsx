import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { absoluteUrl, urlFor } from '../../../platform/http/site.ts';
import { isLang } from '../../../platform/i18n/languages.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { keptNowhere } from '../../accounts/index.ts';
import { OEmbedLinks } from '../../catalog/index.ts';
import { mayPickLists } from '../policy.ts';
import { listedCourses } from '../read-lists/listed-courses.ts';
import { listBehind, publicLists } from '../read-lists/lists.queries.ts';
import { pageOfItems } from '../read-lists/page-of-items.ts';
import { listNotFound } from '../refusals.ts';
import { listAtom } from './list-atom.ts';
import { listJsonLd } from './list-json-ld.ts';
import { ListPage } from './list.page.tsx';
import { listShown } from './list-shown.ts';
import { ListsPage } from './lists.page.tsx';

const perPage = 24;

/** GET /lists: what everybody can read; /lists/shared/:token: what somebody sent. */
export function showListsRoutes(app: App): void {
  app.get('/lists', showLists);
  app.get('/lists/shared/:token', keptNowhere, showShared);
}

/** GET /lists/:slug and its feed; after the routes whose names it could take for an address. */
export function showListRoutes(app: App): void {
  app.get('/lists/:slug', showList);
  app.get('/lists/:slug/courses.atom', listAtom);
}

export const sceneOf = ({ var: { t, site, actor } }: AppContext) => ({ t, site, now: actor.now });

async function showLists(c: AppContext): Promise<Response> {
  const { db, t } = c.var;
  const asked = c.req.query('lang');
  const lang = isLang(asked) ? asked : undefined;
  const wish = Number(c.req.query('page') ?? 1);
  const page = Number.isSafeInteger(wish) && wish > 0 && wish < 1000 ? wish : 1;
  const found = await publicLists(db, { lang, most: perPage, from: (page - 1) * perPage });
  return sendPage(c, {
    title: t('lists.public.title'),
    description: t('lists.public.lead'),
    canonicalQuery: { lang, page: page > 1 ? page : undefined },
    children: (
      <ListsPage
        scene={sceneOf(c)}
        found={found}
        lang={lang}
        page={page}
        pages={Math.ceil(found.total / perPage)}
        mayPick={mayPickLists(c.var.actor)}
      />
    ),
  });
}

async function showList(c: AppContext): Promise<Response> {
  const { db, t, site, lang } = c.var;
  const { list, items } = await listShown(db, c.req.param('slug') ?? '');
  const { place, shown } = pageOfItems(items, c.req.query('page'));
  const listed = await listedCourses(db, shown);
  const path = `/lists/${encodeURIComponent(list.slug ?? '')}`;
  const to = (end: string) => urlFor(site, lang, path + end);
  return sendPage(c, {
    title: list.title,
    description: list.description?.slice(0, 200) ?? t('lists.courses', { n: place.total }),
    // what a person wrote exists in one language; a sample is nobody's to find
    indexed: !list.isSample,
    canonicalQuery: { page: place.page > 1 ? place.page : undefined },
    breadcrumbs: [
      { label: t('lists.public.title'), href: urlFor(site, lang, '/lists') },
      { label: list.title, href: to('') },
    ],
    head: (
      <>
        <meta property="og:type" content="article" />
        <meta property="og:title" content={list.title} />
        <meta property="og:url" content={absoluteUrl(site, lang, path)} />
        <link
          rel="alternate"
          type="application/atom+xml"
          href={absoluteUrl(site, lang, `${path}/courses.atom`)}
          title={list.title}
        />
        <OEmbedLinks site={site} address={absoluteUrl(site, lang, path)} />
        {!list.isSample && (
          <script
            type="application/ld+json"
            dangerouslySetInnerHTML={{ __html: listJsonLd(list, listed, { site, lang, total: place.total }) }}
          />
        )}
      </>
    ),
    children: (
      <ListPage
        scene={sceneOf(c)}
        list={list}
        items={listed}
        place={place}
        hrefOf={(page) => urlFor(site, lang, path, { page: page > 1 ? page : undefined })}
        actions={
          <>
            <LinkButton href={to('/follow')} icon="bell">
              {t('lists.follow')}
            </LinkButton>
            <LinkButton href={to('/copy')} icon="copy">
              {t('lists.copy')}
            </LinkButton>
          </>
        }
        foot={
          <ul class="row section small">
            <li>
              <a href={to('/courses.atom')}>{t('lists.feed')}</a>
            </li>
            <li>
              <a href={urlFor(site, lang, '/embed', { list: list.slug ?? '' })}>{t('catalog.embed.one')}</a>
            </li>
            <li>
              <a href={to('/report')}>{t('lists.report')}</a>
            </li>
          </ul>
        }
      />
    ),
  });
}

/** Whoever has the link reads; nobody is told whether a link ever led anywhere. */
async function showShared(c: AppContext): Promise<Response> {
  const { db, t, site, lang } = c.var;
  const token = c.req.param('token') ?? '';
  const found = /^[\w-]{43}$/.test(token) ? await listBehind(db, token) : undefined;
  if (!found) throw listNotFound();
  const { place, shown } = pageOfItems(found.items, c.req.query('page'));
  return sendPage(c, {
    title: found.list.title,
    indexed: false,
    children: (
      <ListPage
        scene={sceneOf(c)}
        list={found.list}
        items={await listedCourses(db, shown)}
        place={place}
        hrefOf={(page) => urlFor(site, lang, `/lists/shared/${token}`, { page: page > 1 ? page : undefined })}
        foot={<p class="small soft section">{t('lists.shared.note')}</p>}
      />
    ),
  });
}
