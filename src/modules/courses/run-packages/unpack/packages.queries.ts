import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';
import type { CoursesTables } from '../../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

export interface PackedFile {
  readonly fileId: string;
  readonly key: string;
  readonly name: string;
}

/** Packed files that blocks of the draft or of a version name, and that nobody unpacked yet. */
export async function packedFiles(db: Db, courseId: string): Promise<PackedFile[]> {
  const { rows } = await sql<PackedFile>`
    select f.id as "fileId", f.key, f.name from courses.file f
    where f.course_id = ${courseId}::uuid
      and not exists (select from courses.package p where p.course_id = f.course_id and p.file_id = f.id)
      and (exists (select from courses.block b where b.course_id = f.course_id
          and b.content ->> 'type' = 'package' and b.content ->> 'package' = f.id)
        or exists (select from courses.unit_edition e, jsonb_array_elements(e.blocks) each where e.course_id = f.course_id
          and each #>> '{content,type}' = 'package' and each #>> '{content,package}' = f.id))
    order by f.id`.execute(of(db));
  return rows;
}

export interface UnpackedFile {
  readonly path: string;
  readonly key: string;
  readonly type: string;
  readonly bytes: number;
}

export interface UnpackedPackage {
  readonly courseId: string;
  readonly fileId: string;
  readonly address: string;
  readonly refused: string | undefined;
  readonly files: readonly UnpackedFile[];
  readonly now: Date;
}

/** Nothing changes where somebody was faster. */
export async function insertPackage(db: Db, unpacked: UnpackedPackage): Promise<void> {
  const { courseId, fileId, address, refused, files, now } = unpacked;
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  await sql`
    with made as (
      insert into courses.package (course_id, file_id, address, refused, files, bytes, unpacked_at)
      values (${courseId}::uuid, ${fileId}, ${address}, ${refused ?? null}, ${files.length}, ${bytes}, ${now})
      on conflict do nothing returning course_id, file_id)
    insert into courses.package_file (course_id, file_id, path, key, type, bytes)
    select made.course_id, made.file_id, each.path, each.key, each.type, each.bytes
    from made, jsonb_to_recordset(${JSON.stringify(files)}::jsonb) as each(path text, key text, type text, bytes bigint)`.execute(
    of(db),
  );
}

/** A package as the player needs it. */
export interface PackageAddress {
  readonly fileId: string;
  readonly address: string;
  readonly refused: string | null;
}

/** Of one course, for the packed files that a unit names. */
export async function packageAddresses(
  db: Db,
  courseId: string,
  fileIds: readonly string[],
): Promise<PackageAddress[]> {
  const { rows } = await sql<PackageAddress>`
    select file_id as "fileId", address, refused from courses.package
    where course_id = ${courseId}::uuid and file_id = any(${fileIds}::text[])`.execute(of(db));
  return rows;
}

/**
 * A file of a package, by the package's secret address. A path that begins with a library's name and version also finds
 * the library in a folder without its version, as old H5P packages have it.
 */
export async function fileOfPackage(
  db: Db,
  address: string,
  path: string,
): Promise<Pick<UnpackedFile, 'key' | 'type'> | undefined> {
  const plain = path.replace(/^([\w.]+)-\d+\.\d+\//, '$1/');
  const { rows } = await sql<Pick<UnpackedFile, 'key' | 'type'>>`
    select f.key, f.type from courses.package p
    join courses.package_file f on f.course_id = p.course_id and f.file_id = p.file_id
    where p.address = ${address} and f.path = any(${[path, plain]}::text[])
    order by f.path = ${path} desc limit 1`.execute(of(db));
  return rows[0];
}

export async function isPackage(db: Db, address: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`
    select exists (select from courses.package where address = ${address} and refused is null) as is`.execute(
    of(db),
  );
  return rows[0]?.is ?? false;
}
