import type { App, AppContext } from '../../../platform/http/environment.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import type { FacetCounts } from '../search-courses/facet-counts.ts';
import { subjectDescription } from '../subjects/subject-descriptions.ts';
import { subjectName } from '../subjects/subject-names.ts';
import { subjects } from '../subjects/subject-tree.ts';
import { namesPage, wholeCounts } from './browse.ts';
import type { NamedFacet } from './browse.queries.ts';
import { NamesListPage, type ListedChoice, type SubjectCard, SubjectsPage } from './lists.page.tsx';

export function listRoutes(app: App): void {
  app.get('/subjects', async (c) => {
    const { db, t, lang, actor } = c.var;
    const counts = await wholeCounts(db, { now: actor.now, lang });
    return sendPage(c, {
      title: t('catalog.browse.subjects'),
      description: t('catalog.browse.subjectsLead'),
      nav: 'subjects',
      children: <SubjectsPage t={t} subjects={subjectCards(c, counts)} />,
    });
  });
  app.get('/languages', async (c) => {
    const { db, t, lang, site, actor } = c.var;
    const counts = await wholeCounts(db, { now: actor.now, lang });
    const items = counts.language.map(({ value, count }) => ({
      href: urlFor(site, lang, `/languages/${value}`),
      label: t.languageName(value),
      count,
    }));
    return sendPage(c, {
      title: t('catalog.browse.languages'),
      description: t('catalog.browse.languagesLead'),
      children: (
        <NamesListPage
          t={t}
          title={t('catalog.browse.languages')}
          lead={t('catalog.browse.languagesLead')}
          items={items}
        />
      ),
    });
  });
  app.get('/providers', (c) => sendNames(c, 'provider'));
  app.get('/platforms', (c) => sendNames(c, 'platform'));
}

function subjectCards(c: AppContext, counts: FacetCounts): SubjectCard[] {
  const { site, lang } = c.var;
  const countOf = new Map(counts.subject.map(({ value, count }) => [value, count]));
  const choice = (id: string): ListedChoice => ({
    href: urlFor(site, lang, `/subjects/${id}`),
    label: subjectName(id, lang),
    count: countOf.get(id) ?? 0,
  });
  const has = ({ count }: ListedChoice) => count > 0;
  return subjects
    .filter((subject) => subject.parent === undefined)
    .map(({ id }) => ({
      ...choice(id),
      description: subjectDescription(id, lang),
      within: subjects
        .filter((each) => each.parent === id)
        .map((each) => choice(each.id))
        .filter(has),
    }))
    .filter(has);
}

const namedLists = {
  provider: { path: '/providers', title: 'catalog.browse.providers', lead: 'catalog.browse.providersLead' },
  platform: { path: '/platforms', title: 'catalog.browse.platforms', lead: 'catalog.browse.platformsLead' },
} as const satisfies Record<NamedFacet, { path: string; title: MessageKey; lead: MessageKey }>;

async function sendNames(c: AppContext, facet: NamedFacet): Promise<Response> {
  const { db, t, lang, site } = c.var;
  const { path, title, lead } = namedLists[facet];
  const q = c.req.query('q') ?? '';
  const asked = Number(c.req.query('page') ?? 1);
  const page = Number.isSafeInteger(asked) && asked > 0 ? Math.min(asked, 10_000) : 1;
  const found = await namesPage(db, facet, { q, page });
  const finding = {
    action: urlFor(site, lang, path),
    q,
    page,
    pageCount: found.pageCount,
    hrefOf: (to: number) => urlFor(site, lang, path, { q, page: to > 1 ? to : undefined }),
  };
  const isLong = found.pageCount > 1 || q !== '';
  return sendPage(c, {
    title: t(title),
    description: t(lead),
    nav: facet === 'provider' ? 'providers' : 'platforms',
    indexed: q === '',
    canonicalQuery: { page: page > 1 ? page : undefined },
    children: (
      <NamesListPage
        t={t}
        title={t(title)}
        lead={t(lead)}
        items={found.names.map(({ slug, name, count }) => ({
          href: urlFor(site, lang, `${path}/${encodeURIComponent(slug)}`),
          label: name,
          count,
        }))}
        {...(isLong ? { finding } : {})}
      />
    ),
  });
}
