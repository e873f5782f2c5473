import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { AssessmentTables } from '../tables.ts';

/** Whether work or an answer names the file. */
export async function isFileKept(db: Db, key: string): Promise<boolean> {
  const named = JSON.stringify([{ key }]);
  const rows = await sql<{ kept: boolean }>`
    select exists (select 1 from assessment.work where files <> '[]' and files @> ${named}::jsonb)
      or exists (select 1 from assessment.answer
        where answer ->> 'kind' = 'files' and answer -> 'files' @> ${named}::jsonb) as kept`.execute(
    tables<AssessmentTables>(db),
  );
  return rows.rows[0]?.kept === true;
}
