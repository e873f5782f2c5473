import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';
import type { FilmFacts } from '../../../../platform/media/probe-film.ts';
import type { BlockContent } from '../../content/blocks.ts';
import type { CaptionTrack } from '../../content/media.ts';
import type { FileRow } from '../../course-files/files.queries.ts';
import type { CoursesTables } from '../../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** How far a film is; null for a film of another site, and until the worker has seen the file. */
export interface FilmState {
  readonly state: 'waiting' | 'working' | 'ready' | 'failed';
  readonly progress: number;
  /** Name of the rendition that is being made. */
  readonly step: string | null;
  /** Code of MediaTrouble. */
  readonly trouble: string | null;
  readonly facts: FilmFacts | null;
  readonly silences: readonly (readonly [number, number])[] | null;
}

/** A film on the list of a course: a file, in a block or in none yet; or a block with a film of another site. */
export interface ListedFilm {
  readonly file: FileRow | null;
  readonly film: FilmState | null;
  readonly block: {
    readonly id: string;
    readonly title: string;
    readonly unit: string;
    readonly link: { readonly site: string; readonly url: string } | null;
    readonly tracks: readonly Pick<CaptionTrack, 'lang' | 'kind'>[];
  } | null;
}

const fileOf = sql`case when f.id is null then null else jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type,
  'bytes', f.bytes, 'key', f.key, 'renditions', f.renditions) end`;
const stateOf = sql`case when m.file_id is null then null else jsonb_build_object('state', m.state, 'progress', m.progress,
  'step', m.step, 'trouble', m.trouble, 'facts', m.facts, 'silences', m.silences) end`;

/** The films of a course in the order of its units, those in no block first; a page of them and how many there are. */
export async function filmsOf(
  db: Db,
  courseId: string,
  page: { readonly from: number; readonly count: number },
): Promise<{ readonly films: readonly ListedFilm[]; readonly total: number }> {
  const { rows } = await sql<ListedFilm & { total: number }>`
    with placed as (
      select b.id, b.title, b.content, u.content ->> 'title' as unit,
        row_number() over (order by s.position, u.position, b.position, b.id) as place
      from courses.block b
      join courses.unit u on u.course_id = b.course_id and u.id = b.unit_id and u.removed_at is null
      join courses.section s on s.course_id = u.course_id and s.id = u.section_id and s.removed_at is null
      where b.course_id = ${courseId}::uuid and b.removed_at is null and b.type in ('video', 'audio')),
    file as (
      select * from courses.file where course_id = ${courseId}::uuid and (type like 'video/%' or type like 'audio/%'))
    select ${fileOf} as file, ${stateOf} as film, count(*) over ()::int as total,
      case when p.id is null then null else jsonb_build_object('id', p.id, 'title', p.title, 'unit', p.unit,
        'link', p.content -> 'link', 'tracks', coalesce((select jsonb_agg(jsonb_build_object('lang', t ->> 'lang',
          'kind', t ->> 'kind')) from jsonb_array_elements(p.content -> 'tracks') t), '[]')) end as block
    from file f
    full join placed p on p.content ->> 'file' = f.id
    left join courses.film m on m.course_id = f.course_id and m.file_id = f.id
    order by p.place nulls first, f.added_at desc, f.id
    limit ${page.count} offset ${page.from}`.execute(of(db));
  return { films: rows, total: rows[0]?.total ?? 0 };
}

/** A block of the draft with a film or a recording, with its file. */
export interface FilmOfBlock {
  readonly block: {
    readonly id: string;
    readonly title: string;
    readonly unitId: string;
    readonly unit: string;
    readonly revision: number;
    readonly content: Extract<BlockContent, { type: 'video' | 'audio' }>;
  };
  readonly file: FileRow | null;
  readonly film: FilmState | null;
  /** Picture that the author chose. */
  readonly poster: FileRow | null;
}

export async function filmOfBlock(
  db: Db,
  courseId: string,
  blockId: string,
): Promise<FilmOfBlock | undefined> {
  const { rows } = await sql<FilmOfBlock>`
    select jsonb_build_object('id', b.id, 'title', b.title, 'unitId', b.unit_id, 'unit', u.content ->> 'title',
        'revision', b.revision, 'content', b.content) as block,
      ${fileOf} as file, ${stateOf} as film,
      (select jsonb_build_object('id', p.id, 'name', p.name, 'type', p.type, 'bytes', p.bytes, 'key', p.key,
        'renditions', p.renditions) from courses.file p
        where p.course_id = b.course_id and p.id = b.content ->> 'poster') as poster
    from courses.block b
    join courses.unit u on u.course_id = b.course_id and u.id = b.unit_id
    left join courses.file f on f.course_id = b.course_id and f.id = b.content ->> 'file'
    left join courses.film m on m.course_id = f.course_id and m.file_id = f.id
    where b.course_id = ${courseId}::uuid and b.id = ${blockId} and b.type in ('video', 'audio')
      and b.removed_at is null`.execute(of(db));
  return rows[0];
}

export interface UnitChoice {
  readonly id: string;
  readonly title: string;
}

/** Units of the draft, in their order, and uploads that were begun. */
export async function placesForFilms(
  db: Db,
  courseId: string,
): Promise<{
  readonly units: readonly UnitChoice[];
  readonly uploads: readonly { readonly id: string; readonly name: string; readonly bytes: number }[];
}> {
  const { rows } = await sql<{ units: UnitChoice[]; uploads: { id: string; name: string; bytes: number }[] }>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'title', u.content ->> 'title')
          order by s.position, u.position, u.id), '[]')
        from courses.unit u join courses.section s on s.course_id = u.course_id and s.id = u.section_id
        where u.course_id = ${courseId}::uuid and u.removed_at is null and s.removed_at is null) as units,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'bytes', bytes) order by started_at), '[]')
        from courses.film_upload where course_id = ${courseId}::uuid) as uploads`.execute(of(db));
  return rows[0] ?? { units: [], uploads: [] };
}

/** Adds a block with this film at the end of a unit. False: there is no such unit or film in the course. */
export async function addFilmBlock(
  db: Db,
  added: {
    readonly courseId: string;
    readonly unitId: string;
    readonly fileId: string;
    readonly blockId: string;
    readonly by: string | null;
    readonly now: Date;
  },
): Promise<boolean> {
  const { courseId, unitId, fileId, blockId, by, now } = added;
  const { numAffectedRows } = await sql`
    insert into courses.block (course_id, id, unit_id, position, title, content, changed_at, changed_by)
    select f.course_id, ${blockId}, u.id,
      coalesce((select max(position) + 1 from courses.block b where b.course_id = u.course_id and b.unit_id = u.id), 0),
      left(regexp_replace(f.name, '\\.[A-Za-z0-9]{1,5}$', ''), 300),
      case when f.type like 'audio/%' then jsonb_build_object('type', 'audio', 'file', f.id, 'tracks', '[]'::jsonb)
        else jsonb_strip_nulls(jsonb_build_object('type', 'video', 'file', f.id, 'tracks', '[]'::jsonb, 'download', true,
          'duration', round((m.facts ->> 'duration')::numeric, 1))) end,
      ${now}::timestamptz, ${by}::uuid
    from courses.file f
    join courses.unit u on u.course_id = f.course_id and u.id = ${unitId} and u.removed_at is null
    left join courses.film m on m.course_id = f.course_id and m.file_id = f.id
    where f.course_id = ${courseId}::uuid and f.id = ${fileId} and (f.type like 'video/%' or f.type like 'audio/%')`.execute(
    of(db),
  );
  return numAffectedRows === 1n;
}
