import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** Addresses of pictures that listed courses want and that are due, the latest courses first. */
export async function wantedPictures(db: Db, now: Date, most: number): Promise<string[]> {
  const rows = await sql<{ url: string }>`
    select c.picture_url as url from catalog.course c left join catalog.picture_fetch f on f.url = c.picture_url
    where c.picture_key is null and c.picture_url is not null and c.state = 'listed'
      and octet_length(c.picture_url) < 2000 and (f.url is null or f.next_at <= ${now})
    order by c.changed_at desc limit ${most}`.execute(tables(db));
  return [...new Set(rows.rows.map((row) => row.url))];
}

export interface NewPicture {
  readonly key: string;
  readonly files: Readonly<Record<string, string>>;
  readonly width: number;
  readonly height: number;
}

/** A picture that was made: every course of that address shows it from now on. Returns the courses. */
export async function savePicture(db: Db, url: string, picture: NewPicture, now: Date): Promise<string[]> {
  await sql`insert into catalog.picture (key, files, width, height, created_at)
    values (${picture.key}, ${JSON.stringify(picture.files)}::jsonb, ${picture.width}, ${picture.height}, ${now})
    on conflict (key) do nothing`.execute(tables(db));
  await sql`insert into catalog.picture_fetch (url, picture_key, tries, tried_at) values (${url}, ${picture.key}, 1, ${now})
    on conflict (url) do update set picture_key = excluded.picture_key, tries = catalog.picture_fetch.tries + 1,
      tried_at = excluded.tried_at, next_at = null, error = null`.execute(tables(db));
  const rows = await sql<{ id: string }>`update catalog.course set picture_key = ${picture.key}
    where picture_url = ${url} and picture_key is distinct from ${picture.key} returning id`.execute(
    tables(db),
  );
  return rows.rows.map((row) => row.id);
}

export async function triesOf(db: Db, url: string): Promise<number> {
  const rows = await sql<{
    tries: number;
  }>`select tries from catalog.picture_fetch where url = ${url}`.execute(tables(db));
  return rows.rows[0]?.tries ?? 0;
}

/** A picture that could not be had; without a next time it is given up. */
export async function saveFailure(
  db: Db,
  url: string,
  failure: { error: string; nextAt: Date | null; now: Date },
): Promise<void> {
  await sql`insert into catalog.picture_fetch (url, tries, next_at, tried_at, error)
    values (${url}, 1, ${failure.nextAt}, ${failure.now}, ${failure.error})
    on conflict (url) do update set tries = catalog.picture_fetch.tries + 1, next_at = excluded.next_at,
      tried_at = excluded.tried_at, error = excluded.error`.execute(tables(db));
}

export async function pictureFiles(
  db: Db,
  key: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  const rows = await sql<{
    files: Record<string, string>;
  }>`select files from catalog.picture where key = ${key}`.execute(tables(db));
  return rows.rows[0]?.files;
}
