import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import type { ResolvedDocument } from '../resolve-course/resolve-course.ts';

/** What a person says of a course; null: nothing is known, whatever the sources say. */
export type Correction = Readonly<Partial<Record<keyof CourseDocument, unknown>>>;

export interface CorrectedCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly state: 'listed' | 'archived' | 'merged';
  readonly isSample: boolean;
  readonly document: ResolvedDocument;
  readonly linkState: string | null;
}

export async function courseToCorrect(db: Db, id: string): Promise<CorrectedCourse | undefined> {
  const rows = await sql<CorrectedCourse>`select id, slug, title, state, is_sample as "isSample", document,
    link_state as "linkState" from catalog.course where id = ${id}`.execute(tables(db));
  return rows.rows[0];
}

export interface Said {
  readonly recordId: string;
  readonly version: number;
  /** The version that counts now. */
  readonly isPresent: boolean;
  readonly format: string;
  readonly source: string;
  readonly key: string;
  readonly gone: boolean;
  readonly at: Date;
  readonly actor: string;
  readonly importId: string | null;
  readonly document: Correction;
}

/** Everything that was ever said of a course, the latest first. */
export async function claimHistory(db: Db, courseId: string, most: number): Promise<Said[]> {
  const rows =
    await sql<Said>`select r.id as "recordId", c.version, c.version = r.version as "isPresent", s.format,
      concat_ws(' · ', p.name, nullif(s.name, '')) as source, r.external_key as key, r.gone_at is not null as gone, c.at,
      c.actor, c.import_id as "importId", c.document
    from catalog.record r join catalog.source s on s.id = r.source_id left join catalog.platform p on p.id = s.platform_id
    join catalog.claim c on c.record_id = r.id
    where r.course_id = ${courseId} order by c.version = r.version desc, c.at desc, r.id limit ${most}`.execute(
      tables(db),
    );
  return rows.rows;
}

export interface CorrectionRecord {
  readonly id: string;
  readonly version: number;
  readonly document: Correction;
  readonly sourceId: string;
}

/** Records of corrections that speak of a course: its own, and those that merges brought. Locked. */
export async function correctionsOf(db: Db, courseId: string): Promise<CorrectionRecord[]> {
  const rows = await sql<CorrectionRecord>`select r.id, r.version, c.document, s.id as "sourceId"
    from catalog.record r join catalog.source s on s.id = r.source_id and s.format = 'correction'
    join catalog.claim c on c.record_id = r.id and c.version = r.version
    where r.course_id = ${courseId} order by r.external_key = ${courseId} desc, r.id for update of r`.execute(
    tables(db),
  );
  return rows.rows;
}

/** The record under which people correct a course; made when it is new. */
export async function ownCorrection(db: Db, actor: Actor, courseId: string): Promise<CorrectionRecord> {
  const source = await sql<{
    id: string;
  }>`insert into catalog.source (id, platform_id, format, name, priority, created_at)
    values (${actor.ids.next()}, null, 'correction', '', 1000, ${actor.now})
    on conflict (platform_id, format, name) do update set priority = 1000 returning id`.execute(tables(db));
  const id = actor.ids.next();
  const rows = await sql<CorrectionRecord>`insert into catalog.record
      (id, source_id, external_key, course_id, version, hash, seen_at, seen_import)
    values (${id}, ${source.rows[0]?.id}, ${courseId}, ${courseId}, 0, '', ${actor.now}, ${id})
    on conflict (source_id, external_key) do update set seen_at = excluded.seen_at
    returning id, version, '{}'::jsonb as document, source_id as "sourceId"`.execute(tables(db));
  const made = rows.rows[0];
  if (!made) throw new Error('a correction has no record');
  return made;
}

/** A further version of what people say. */
export async function saveCorrection(
  db: Db,
  actor: Actor,
  record: { readonly id: string; readonly version: number },
  document: Correction,
  hash: string,
): Promise<void> {
  const version = record.version + 1;
  await sql`update catalog.record set version = ${version}, hash = ${hash}, seen_at = ${actor.now} where id = ${record.id}`.execute(
    tables(db),
  );
  await sql`insert into catalog.claim (record_id, version, hash, document, at, actor, actor_id)
    values (${record.id}, ${version}, ${hash}, ${JSON.stringify(document)}::jsonb, ${actor.now},
      ${actor.name ?? actor.kind}, ${actor.kind === 'person' ? (actor.id ?? null) : null})`.execute(
    tables(db),
  );
}

export interface FoundCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly url: string | null;
  readonly platform: string;
}

/** A course by its address here, the organiser's address, or its very title. */
export async function findCourse(db: Db, words: string): Promise<FoundCourse | undefined> {
  const slug = /\/courses\/([^/?#\s]+)/.exec(words)?.[1];
  const decoded = slug === undefined ? words : safeDecode(slug);
  const rows =
    await sql<FoundCourse>`select c.id, c.slug, c.title, c.url, p.name as platform from catalog.course c
    join catalog.platform p on p.id = c.platform_id
    where c.state <> 'merged' and (c.slug = ${decoded} or (c.url is not null and c.url = ${words})
      or catalog.title_key(c.title) = catalog.title_key(${words}) and catalog.title_key(c.title) % catalog.title_key(${words}))
    order by c.slug = ${decoded} desc, c.url = ${words} desc nulls last, c.n limit 1`.execute(tables(db));
  return rows.rows[0];
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Courses whose title resembles these words; without words those corrected last. */
export async function coursesToChoose(db: Db, words: string, most: number): Promise<FoundCourse[]> {
  const columns = sql`c.id, c.slug, c.title, c.url, p.name as platform`;
  const rows =
    words === ''
      ? await sql<FoundCourse>`select ${columns} from catalog.record r
          join catalog.source s on s.id = r.source_id and s.format = 'correction'
          join catalog.course c on c.id = r.course_id join catalog.platform p on p.id = c.platform_id
          order by r.seen_at desc limit ${most}`.execute(tables(db))
      : await sql<FoundCourse>`select ${columns} from catalog.course c join catalog.platform p on p.id = c.platform_id
          where c.state <> 'merged' and (catalog.title_key(c.title) % catalog.title_key(${words}) or c.slug = ${words})
          order by similarity(catalog.title_key(c.title), catalog.title_key(${words})) desc limit ${most}`.execute(
          tables(db),
        );
  return rows.rows;
}
