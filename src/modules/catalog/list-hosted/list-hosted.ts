import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import { importCourses } from '../import-courses/import-courses.ts';
import { letGo } from '../import-courses/settle-gone.ts';
import { slugOf } from '../course-document/slug.ts';
import { type ListingOfKey, listingsOfSource } from './list-hosted.queries.ts';

export interface HostedCourses {
  /** The platform itself: its name and address. */
  readonly site: { readonly name: string; readonly baseUrl: string };
  /** Everything that is taught here and open to the catalogue; what is not named leaves it. */
  readonly documents: readonly CourseDocument[];
  /** Sample courses are a source of their own: they go with the sample. */
  readonly isSample: boolean;
}

/**
 * Lists what the platform itself teaches, the way of every other feed. Opens its own transactions. Returns the listing of
 * each key. @throws Refusal when it is being done already
 */
export async function listHosted(
  db: Db,
  actor: Actor,
  { site, documents, isSample }: HostedCourses,
): Promise<readonly ListingOfKey[]> {
  const platform = { slug: slugOf(site.name), name: site.name, url: site.baseUrl };
  const sourceName = isSample ? 'sample courses taught here' : 'courses taught here';
  const outcome = await importCourses(db, actor, {
    input: { location: site.baseUrl, open: () => Promise.reject(new Error('these courses are no file')) },
    format: {
      name: 'own',
      async *read() {
        for (const document of documents) yield { kind: 'course' as const, document, degraded: [] };
      },
    },
    platform,
    sourceName,
    today: dayOf(actor.now),
    isSample,
  });
  // our own word needs nobody to ask whether so many are really gone
  const source = { platform: platform.slug, name: sourceName };
  if (outcome.state === 'waiting')
    await transact(db, (inner) => letAllGo(inner, actor, { ...source, ...outcome, isSample }));
  return listingsOfSource(db, source);
}

async function letAllGo(
  db: Db,
  actor: Actor,
  from: { platform: string; name: string; importId: string; isSample: boolean },
): Promise<void> {
  const sourceId = (await listingsOfSource(db, from))[0]?.sourceId;
  if (sourceId !== undefined)
    await letGo(db, actor, { sourceId, importId: from.importId, isSample: from.isSample });
}
