import type { App } from '../../../platform/http/environment.ts';
import { courseNamed } from '../read-courses/courses.queries.ts';
import { courseNotFound } from '../refusals.ts';
import { cardOf, hashOfCard } from './card-of.ts';
import { courseCard } from './course-picture.ts';

/** Whoever shows links keeps pictures for long; a day is how late a new title may come. */
const aDay = 'public, max-age=86400';

/** GET /courses/:slug/picture.png: 1200 x 630, for links to the course that are shown elsewhere. */
export function coursePictureRoutes(app: App): void {
  app.get('/courses/:slug/picture.png', async (c) => {
    const { db, apart, tools, actor, site } = c.var;
    const slug = c.req.param('slug');
    const isPlausible = slug.length <= 200 && !slug.includes('\0') && slug.isWellFormed();
    const row = isPlausible ? await courseNamed(db, slug) : undefined;
    if (!row) throw courseNotFound();
    if (row.slug !== slug) return c.redirect(`/courses/${encodeURIComponent(row.slug)}/picture.png`, 301);
    const card = cardOf(row, tools.translators, site.name);
    const etag = `"${hashOfCard(card)}"`;
    c.header('ETag', etag);
    c.header('Cache-Control', aDay);
    if (c.req.header('if-none-match')?.split(/,\s*/).includes(etag)) return c.body(null, 304);
    const picture = await courseCard({ tools, db, apart, now: actor.now }, row.id, card);
    c.header('Content-Type', 'image/png');
    c.header('Content-Length', String(picture.length));
    return c.body(new Uint8Array(picture));
  });
}
