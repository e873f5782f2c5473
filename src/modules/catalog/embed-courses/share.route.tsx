import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { isLang } from '../../../platform/i18n/languages.ts';
import { coursesAsked } from '../read-courses/asked-courses.queries.ts';
import { textsIn } from '../read-courses/texts-in.ts';
import { embedCode, type EmbedKind, embedKinds, type EmbedWish } from './embed-code.ts';
import { themeAsked } from './send-embed.tsx';
import { SharePage } from './share.page.tsx';

/**
 * GET /embed: the code to copy into another site, with a preview. `course=SLUG` or `list=SLUG` says of what, `kind`,
 * `in` and `theme` how; the page works for addresses that nobody knows too: the preview then says so.
 */
export function shareRoutes(app: App): void {
  app.get('/embed', async (c) => {
    const { t, site } = c.var;
    const wish = await wishOf(c);
    return sendPage(c, {
      title: t('catalog.embed.title'),
      description: t('catalog.embed.lead'),
      indexed: c.req.query('course') === undefined && c.req.query('list') === undefined,
      children: <SharePage t={t} site={site} wish={wish} code={embedCode(site, wish)} />,
    });
  });
}

async function wishOf(c: AppContext): Promise<EmbedWish> {
  const { lang, t } = c.var;
  const [course, list] = [plausible(c.req.query('course')), plausible(c.req.query('list'))];
  const asked = c.req.query('in');
  const scene = { lang: isLang(asked) ? asked : lang, theme: themeAsked(c) };
  if (list !== undefined) return { ...scene, kind: 'list', slug: list, title: t('catalog.embed.list') };
  if (course === undefined) return { ...scene, kind: 'search', title: t('catalog.embed.search') };
  const found = (await coursesAsked(c.var.db, [course])).get(course);
  const title = found ? textsIn(found, scene.lang).title : course;
  return { ...scene, kind: kindOf(c.req.query('kind')), slug: found?.slug ?? course, title };
}

const plausible = (slug: string | undefined): string | undefined =>
  slug === undefined || slug === '' || slug.length > 200 || !slug.isWellFormed() ? undefined : slug;

const kindOf = (asked: string | undefined): EmbedKind =>
  embedKinds.find((kind) => kind === asked && kind !== 'list') ?? 'course';
