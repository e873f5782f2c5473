import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { type KeptNear, keptNear } from '../related-courses/kept-near.queries.ts';
import { runJson } from '../run-states/run-json.queries.ts';
import type { RunFacts } from '../run-states/run-state.ts';
import type { Provenance, ResolvedDocument } from '../resolve-course/resolve-course.ts';
import { type ChainStep, wayFromZero } from './way-from-zero.queries.ts';
import { latestChanges } from '../change-log/changes-of-course.queries.ts';
import type { ToldChange } from '../change-log/told-change.ts';
import type { CatalogTables } from '../tables.ts';

const mostChanges = 4;

const of = (db: Db) => tables<CatalogTables>(db);

export interface ShownRun extends RunFacts {
  readonly key: string;
  readonly url?: string;
  readonly title?: string;
  readonly language?: string;
}

export interface ShownCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string | null;
  readonly url: string | null;
  readonly state: 'listed' | 'archived' | 'merged';
  readonly document: ResolvedDocument;
  readonly provenance: Provenance;
  readonly isSample: boolean;
  readonly pictureKey: string | null;
  readonly linkState: string | null;
  readonly linkCheckedAt: Date | null;
  readonly changedAt: Date;
  readonly platform: { readonly slug: string; readonly name: string; readonly url: string | null };
  readonly providers: readonly {
    readonly slug: string;
    readonly name: string;
    readonly country: string | null;
  }[];
  readonly subjects: readonly string[];
  readonly way: readonly ChainStep[];
  /** What was found close to it before. */
  readonly near: KeptNear | null;
  readonly runs: readonly ShownRun[];
  readonly sources: Readonly<
    Record<
      string,
      {
        readonly format: string;
        readonly name: string;
        readonly platform: string | null;
        readonly seenAt: string;
        /** Its complete feed no longer lists the course. */
        readonly gone: boolean;
      }
    >
  >;
  /** The latest ones, the last first. */
  readonly changes: readonly ToldChange[];
}

/** Everything the page says of one course, in one statement. */
export async function courseToShow(db: Db, slug: string): Promise<ShownCourse | undefined> {
  const rows = await sql<ShownCourse>`
    select c.id, c.slug, c.title, c.language, c.url, c.state, c.document, c.provenance, c.is_sample as "isSample",
      c.picture_key as "pictureKey", c.link_state as "linkState", c.link_checked_at as "linkCheckedAt", c.changed_at as "changedAt",
      jsonb_build_object('slug', p.slug, 'name', p.name, 'url', p.url) as platform,
      coalesce((select jsonb_agg(jsonb_build_object('slug', v.slug, 'name', v.name, 'country', v.country) order by l.position)
        from catalog.course_provider l join catalog.provider v on v.id = l.provider_id where l.course_id = c.id), '[]') as providers,
      array(select subject from catalog.course_subject s where s.course_id = c.id order by subject) as subjects,
      ${wayFromZero} as way, ${keptNear} as near,
      coalesce((select jsonb_agg(${runJson} order by r.start_on desc nulls last) from catalog.run r where r.course_id = c.id), '[]') as runs,
      coalesce((select jsonb_object_agg(s.id, jsonb_build_object('format', s.format, 'name', s.name, 'platform', sp.name, 'seenAt', r.seen_at,
        'gone', r.gone_at is not null))
        from catalog.record r join catalog.source s on s.id = r.source_id left join catalog.platform sp on sp.id = s.platform_id
        where r.course_id = c.id), '{}') as sources,
      ${latestChanges(mostChanges)} as changes
    from catalog.course c join catalog.platform p on p.id = c.platform_id
    where c.slug = ${slug} and c.state <> 'merged'`.execute(of(db));
  return rows.rows[0];
}

/** Where a course now stands that had this address before: after a rename or a merge. */
export async function movedSlug(db: Db, slug: string): Promise<string | undefined> {
  const rows = await sql<{ slug: string }>`
    with start as (
      select course_id as id from catalog.course_slug where slug = ${slug}
      union all select id from catalog.course where slug = ${slug} and state = 'merged')
    select coalesce(target.slug, c.slug) as slug from start join catalog.course c on c.id = start.id
    left join catalog.course target on target.id = c.merged_into limit 1`.execute(of(db));
  return rows.rows[0]?.slug;
}
