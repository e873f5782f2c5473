import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';
import type { FilmFacts } from '../../../../platform/media/probe-film.ts';
import type { CoursesTables, Rendition } from '../../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** Films and recordings that came with an import, or whose bytes are new: they wait from now on. Returns how many. */
export async function findNewFilms(db: Db, now: Date): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into courses.film (course_id, file_id, key, changed_at)
    select f.course_id, f.id, f.key, ${now}::timestamptz from courses.file f
    left join courses.film m on m.course_id = f.course_id and m.file_id = f.id
    where (f.type like 'video/%' or f.type like 'audio/%') and (m.key is null or m.key <> f.key)
    on conflict (course_id, file_id) do update set key = excluded.key, state = 'waiting', progress = 0, step = null,
      trouble = null, detail = '', attempts = 0, facts = null, silences = null,
      changed_at = excluded.changed_at`.execute(of(db));
  return Number(numAffectedRows ?? 0n);
}

export interface FilmToMake {
  readonly courseId: string;
  readonly fileId: string;
  readonly key: string;
  readonly name: string;
  readonly attempts: number;
  readonly renditions: readonly Rendition[];
}

/**
 * The film that waits longest, now held by whoever asks; undefined while another is being made, or none waits. A maker that
 * was silent since `deadBefore` was killed: its film is made by the next.
 */
export async function claimFilm(db: Db, now: Date, deadBefore: Date): Promise<FilmToMake | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('courses.film'))`.execute(of(db));
  const { rows } = await sql<FilmToMake>`
    update courses.film m set state = 'working', attempts = attempts + 1, changed_at = ${now}::timestamptz, trouble = null
    from (select course_id, file_id from courses.film
      where (state = 'waiting' or (state = 'working' and changed_at < ${deadBefore}::timestamptz))
        and not exists (select from courses.film where state = 'working' and changed_at >= ${deadBefore}::timestamptz)
      order by changed_at, file_id limit 1) next
    join courses.file f on f.course_id = next.course_id and f.id = next.file_id
    where m.course_id = next.course_id and m.file_id = next.file_id
    returning m.course_id as "courseId", m.file_id as "fileId", m.key, f.name, m.attempts, f.renditions`.execute(
    of(db),
  );
  return rows[0];
}

type FilmKey = Pick<FilmToMake, 'courseId' | 'fileId' | 'key'>;
const isIt = ({ courseId, fileId, key }: FilmKey) =>
  sql`course_id = ${courseId}::uuid and file_id = ${fileId} and key = ${key}`;

/** Says that the maker lives. */
export async function noteAlive(db: Db, film: FilmKey, now: Date): Promise<void> {
  await sql`update courses.film set changed_at = ${now}::timestamptz where ${isIt(film)} and state = 'working'`.execute(
    of(db),
  );
}

/** Says how far it is. */
export async function noteProgress(
  db: Db,
  film: FilmKey,
  { step, progress, now }: { readonly step: string; readonly progress: number; readonly now: Date },
): Promise<void> {
  await sql`update courses.film set step = ${step}, progress = ${progress}::real, changed_at = ${now}::timestamptz
    where ${isIt(film)} and state = 'working'`.execute(of(db));
}

/** What was found in it; blocks of the draft that show it learn how long it is. */
export async function saveFacts(db: Db, film: FilmKey, facts: FilmFacts): Promise<void> {
  await sql`update courses.film set facts = ${JSON.stringify(facts)}::jsonb where ${isIt(film)}`.execute(
    of(db),
  );
  await sql`update courses.block
    set content = jsonb_set(content, '{duration}', to_jsonb(round(${facts.duration}::numeric, 1)))
    where course_id = ${film.courseId}::uuid and type = 'video' and content ->> 'file' = ${film.fileId}
      and not content ? 'duration'`.execute(of(db));
}

export async function saveSilences(
  db: Db,
  film: FilmKey,
  silences: readonly (readonly [number, number])[],
): Promise<void> {
  await sql`update courses.film set silences = ${JSON.stringify(silences)}::jsonb where ${isIt(film)}`.execute(
    of(db),
  );
}

/** Adds what was made, or puts it in the place of an earlier one of this name. False: the file has other bytes by now. */
export async function addRendition(db: Db, film: FilmKey, rendition: Rendition): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update courses.file set renditions = coalesce((select jsonb_agg(r) from jsonb_array_elements(renditions) r
      where r ->> 'name' <> ${rendition.name}), '[]') || ${JSON.stringify([rendition])}::jsonb
    where course_id = ${film.courseId}::uuid and id = ${film.fileId} and key = ${film.key}`.execute(of(db));
  return numAffectedRows === 1n;
}

export type FilmEnd =
  | { readonly state: 'ready' }
  | { readonly state: 'waiting' | 'failed'; readonly trouble: string; readonly detail: string };

export async function endFilm(db: Db, film: FilmKey, end: FilmEnd, now: Date): Promise<void> {
  const { state } = end;
  const said = 'trouble' in end ? end : { trouble: null, detail: '' };
  await sql`
    update courses.film set state = ${state}, trouble = ${said.trouble}, detail = left(${said.detail}, 500), step = null,
      progress = case when ${state} = 'ready' then 1 else progress end, changed_at = ${now}::timestamptz
    where ${isIt(film)} and state = 'working'`.execute(of(db));
}

/** Lets a film that failed wait again. False: it did not fail, or is none of this course. */
export async function waitAgain(
  db: Db,
  film: { readonly courseId: string; readonly fileId: string; readonly now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update courses.film set state = 'waiting', attempts = 0, progress = 0, step = null, trouble = null, detail = '',
      changed_at = ${film.now}::timestamptz
    where course_id = ${film.courseId}::uuid and file_id = ${film.fileId} and state = 'failed'`.execute(
    of(db),
  );
  return numAffectedRows === 1n;
}
