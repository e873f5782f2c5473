import type { Db } from '../../../platform/db/database.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { type Embeddable, EmbedFoot, OutLink, sayWhen, sendEmbed, sendMissing } from '../../catalog/index.ts';
import type { ListWithItems } from '../read-lists/list-facts.ts';
import { listedCourses } from '../read-lists/listed-courses.ts';
import { listShown } from '../show-lists/list-shown.ts';

/** More lines than these make a frame that nobody scrolls. */
const mostShown = 6;

/** GET /embed/list/:slug: a public list in a frame of another site. */
export function embedListRoutes(app: App): void {
  app.get('/embed/list/:slug', async (c) => {
    const found = await publicListOf(c.var.db, c.req.param('slug'));
    return found ? showList(c, found) : sendMissing(c);
  });
}

/** The public list at an address; undefined when there is none, or no longer. */
async function publicListOf(db: Db, slug: string): Promise<ListWithItems | undefined> {
  try {
    return await listShown(db, slug);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

async function showList(c: AppContext, { list, items }: ListWithItems): Promise<Response> {
  const { t, site, lang, db, actor } = c.var;
  const to = (path: string) => absoluteUrl(site, lang, path);
  const href = to(`/lists/${encodeURIComponent(list.slug ?? '')}`);
  const listed = await listedCourses(db, items.slice(0, mostShown));
  return sendEmbed(c, {
    title: list.title,
    children: (
      <article class="box">
        <h1>
          <OutLink href={href} lang={list.lang}>
            <bdi>{list.title}</bdi>
          </OutLink>
        </h1>
        <p class="soft">
          {t('lists.courses', { n: items.length })}
          {list.ownerName !== null && ` · ${t('lists.by', { name: list.ownerName })}`}
        </p>
        <ol>
          {listed.map(({ id, title, course }) => (
            <li key={id}>
              {course ? (
                <OutLink href={to(`/courses/${encodeURIComponent(course.slug)}`)}>
                  <bdi>{course.title}</bdi>
                </OutLink>
              ) : (
                <bdi>{title}</bdi>
              )}
              {course && <div class="soft">{sayWhen(course, { t, now: actor.now })}</div>}
            </li>
          ))}
        </ol>
        <EmbedFoot c={c} href={href} />
      </article>
    ),
  });
}

/** A public list by its address, for programs that show links; undefined when there is none. */
export async function listToEmbed(db: Db, slug: string): Promise<Embeddable | undefined> {
  const found = await publicListOf(db, slug);
  if (!found) return undefined;
  const address = encodeURIComponent(found.list.slug ?? '');
  return {
    title: found.list.title,
    page: `/lists/${address}`,
    frame: `/embed/list/${address}`,
    width: 600,
    height: 380,
  };
}
