import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';
import type { CaptionTrack } from '../../content/media.ts';
import type { CoursesTables } from '../../tables.ts';

export interface TrackPlace {
  readonly courseId: string;
  /** An edition of a unit; undefined for the draft. */
  readonly editionId: string | undefined;
  readonly blockId: string;
  /** Place in the block's tracks, from 0. */
  readonly track: number;
  readonly personId: string | undefined;
}

export interface TrackToSend {
  readonly track: CaptionTrack;
  /** Whether anybody may read it: published, and open to all. */
  readonly isOpen: boolean;
  readonly isStaff: boolean;
}

/** One caption track with what decides who may read it; undefined when there is none. */
export async function trackToSend(db: Db, place: TrackPlace): Promise<TrackToSend | undefined> {
  const { courseId, editionId, blockId, track } = place;
  const content =
    editionId === undefined
      ? sql`(select content from courses.block where course_id = c.id and id = ${blockId} and removed_at is null)`
      : sql`(select jsonb_path_query_first(blocks, '$[*] ? (@.id == $id).content',
          jsonb_build_object('id', ${blockId}::text))
          from courses.unit_edition where course_id = c.id and id = ${editionId}::uuid)`;
  const { rows } = await sql<TrackToSend & { track: CaptionTrack | null }>`
    select ${content} -> 'tracks' -> ${track}::int as track,
      ${editionId !== undefined}::boolean and c.state = 'published' and c.rules ->> 'kind' = 'mooc' as "isOpen",
      exists (select from courses.staff s
        where s.course_id = c.id and s.person_id = ${place.personId ?? null}::uuid) as "isStaff"
    from courses.course c where c.id = ${courseId}::uuid`.execute(tables<CoursesTables>(db));
  return rows[0]?.track ? rows[0] : undefined;
}
