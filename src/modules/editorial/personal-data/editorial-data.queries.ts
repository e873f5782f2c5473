import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

export interface EditorData {
  readonly articles: readonly unknown[];
  readonly deeds: readonly unknown[];
  readonly pictures: readonly unknown[];
  readonly zone: string | null;
}

export async function whatEditorDid(db: Db, personId: string): Promise<EditorData | undefined> {
  const { rows } = await sql<EditorData>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'state', state, 'content', draft, 'begun', created_at)
        order by created_at), '[]') from editorial.article where author_id = ${personId}) as articles,
      (select coalesce(jsonb_agg(jsonb_build_object('article', article_id, 'deed', deed, 'language', lang, 'at', at)
        order by at), '[]') from editorial.article_version where editor_id = ${personId}) as deeds,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'at', added_at) order by added_at), '[]')
        from editorial.picture where added_by = ${personId}) as pictures,
      (select zone from editorial.editor_zone where account_id = ${personId}) as zone`.execute(tables(db));
  return rows[0];
}

export async function forgetEditor(db: Db, personId: string): Promise<void> {
  for (const [table, column] of owned)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${sql.ref(column)} = ${personId}`.execute(
      tables(db),
    );
  await sql`delete from editorial.editor_zone where account_id = ${personId}`.execute(tables(db));
}

/** Where it stands who did something. */
const owned = [
  ['editorial.article', 'author_id'],
  ['editorial.article_version', 'editor_id'],
  ['editorial.picture', 'added_by'],
  ['editorial.feed', 'added_by'],
  ['editorial.letter', 'decided_by'],
  ['editorial.social_account', 'added_by'],
  ['editorial.social_post', 'written_by'],
] as const;
