import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';

export async function markLeft(db: Db, enrolmentId: string): Promise<void> {
  await sql`update learning.enrolment set state = 'left' where id = ${enrolmentId}::uuid`.execute(
    tables<LearningTables>(db),
  );
}
