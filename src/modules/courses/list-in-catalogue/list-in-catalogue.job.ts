import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import type { Actor } from '../../../platform/actor.ts';
import type { Site } from '../../../platform/http/site.ts';
import { listHosted } from '../../catalog/index.ts';
import { courseToList } from './course-to-list.ts';
import { coursesToList, tieListings } from './list-in-catalogue.queries.ts';

const task = 'courses-list-in-catalogue';

/** The catalogue learns soon what is taught here: after a course is published, archived, or a run changes. */
export const askToList = (db: Db): Promise<void> => enqueue(db, task, {}, { key: task });

/** Lists all that is taught here in the catalogue; run by the job, and by the sample at once. Opens its own transactions. */
export async function listInCatalogue(db: Db, actor: Actor, site: Site): Promise<void> {
  const all = await coursesToList(db);
  // own courses first: they make the platform's row, which then does not go with the sample
  for (const isSample of [false, true]) {
    const documents = all
      .filter((course) => course.isSample === isSample)
      .map((course) => courseToList(site, course));
    const listings = await listHosted(db, actor, { site, documents, isSample });
    const listed = new Set(documents.map(({ key }) => key));
    await transact(db, (inner) =>
      tieListings(inner, { isSample, listings: listings.filter(({ key }) => listed.has(key)) }),
    );
  }
}

export const listInCatalogueJob: JobTask = {
  name: task,
  run: ({ tools, db, actor }) => listInCatalogue(db, actor, tools.site),
};
