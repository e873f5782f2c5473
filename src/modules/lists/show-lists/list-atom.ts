import { atomFeed } from '../../../platform/feeds/atom.ts';
import type { FeedEntry } from '../../../platform/feeds/feed.ts';
import type { AppContext } from '../../../platform/http/environment.ts';
import { respond } from '../../../platform/http/respond.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import { feedEntry } from '../../catalog/index.ts';
import { type ListedCourse, listedCourses } from '../read-lists/listed-courses.ts';
import { listShown } from './list-shown.ts';

const mostEntries = 50;
const aWhile = 'public, max-age=900';

/** GET /lists/:slug/courses.atom: the courses of a public list, the latest added first. */
export async function listAtom(c: AppContext): Promise<Response> {
  const { db, site, lang, t } = c.var;
  const { list, items } = await listShown(db, c.req.param('slug') ?? '');
  const latest = items.toSorted((a, b) => b.addedAt.localeCompare(a.addedAt)).slice(0, mostEntries);
  const path = `/lists/${encodeURIComponent(list.slug ?? '')}`;
  const entries = (await listedCourses(db, latest)).flatMap((listed) => entryOf(c, listed) ?? []);
  const feed = atomFeed({
    title: `${list.title} · ${site.name}`,
    lead: list.description ?? t('lists.courses', { n: items.length }),
    lang,
    self: absoluteUrl(site, lang, `${path}/courses.atom`),
    page: absoluteUrl(site, lang, path),
    entries,
  });
  return respond(c, feed, 'application/atom+xml; charset=utf-8', 200, aWhile);
}

/** A course as feeds tell of it, under the id of its place in the list and with what the list says of it. */
function entryOf(c: AppContext, { course, ...item }: ListedCourse): FeedEntry | undefined {
  if (!course) return undefined;
  const { t, site, actor } = c.var;
  const entry = feedEntry(course, { t, site, now: actor.now });
  const addedAt = new Date(item.addedAt);
  const summary = item.note === null ? entry.summary : `${item.note}\n\n${entry.summary}`;
  return { ...entry, id: item.id, summary, createdAt: addedAt, changedAt: addedAt };
}
