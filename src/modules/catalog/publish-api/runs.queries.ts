import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { RunOfCourse } from '../read-courses/course-row.ts';
import { runJson } from '../run-states/run-json.queries.ts';
import type { CatalogTables } from '../tables.ts';

export interface RunWish {
  readonly course?: string | undefined;
  readonly startFrom?: string | undefined;
  readonly startTo?: string | undefined;
  /** Only runs that one may be able to join on this day; the state of each tells whether one can. */
  readonly around?: string | undefined;
  readonly samples: boolean;
}

export interface RunWithCourse {
  readonly run: RunOfCourse;
  readonly course: { readonly id: string; readonly slug: string; readonly title: string };
}

const isId = (name: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(name);

/**
 * Runs of listed courses, in the order in which they became known (a run keeps its id when its dates change, so that
 * nobody reading page after page misses it). `around` is kept wide here: months, zones and instants are weighed by the
 * rule of run-states, which is written once.
 */
export async function runsAfter(
  db: Db,
  wish: RunWish,
  after: string | undefined,
  most: number,
): Promise<RunWithCourse[]> {
  const day = wish.around;
  const conditions = [
    sql`c.state = 'listed' and r.gone_at is null`,
    ...(wish.samples ? [] : [sql`not c.is_sample`]),
    ...(after === undefined ? [] : [sql`r.id > ${after}::uuid`]),
    ...(wish.startFrom === undefined ? [] : [sql`r.start_on >= ${wish.startFrom}::date`]),
    ...(wish.startTo === undefined ? [] : [sql`r.start_on <= ${wish.startTo}::date`]),
    ...(wish.course === undefined
      ? []
      : [isId(wish.course) ? sql`c.id = ${wish.course}::uuid` : sql`c.slug = ${wish.course}`]),
    ...(day === undefined
      ? []
      : [
          sql`r.declared is distinct from 'cancelled' and r.declared is distinct from 'archived'
            and r.declared is distinct from 'closed' and r.declared is distinct from 'to-be-announced'
            and (r.enrol_start_on is null or r.enrol_start_on <= ${day}::date + 1)
            and (r.enrol_end_on is null or r.enrol_end_on >= ${day}::date - 1)
            and (r.end_on is null or r.end_on >= ${day}::date - 32)`,
        ]),
  ];
  const rows = await sql<RunWithCourse>`select ${runJson} || jsonb_build_object('id', r.id) as run,
      jsonb_build_object('id', c.id, 'slug', c.slug, 'title', c.title) as course
    from catalog.run r join catalog.course c on c.id = r.course_id
    where ${sql.join(conditions, sql` and `)} order by r.id limit ${most}`.execute(tables<CatalogTables>(db));
  return rows.rows;
}
