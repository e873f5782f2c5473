import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';

/** Remembers up to which version a learner knows what changed. */
export async function markTold(db: Db, enrolmentId: string, versionNumber: number): Promise<void> {
  await sql`update learning.enrolment set told_version = greatest(told_version, ${versionNumber})
    where id = ${enrolmentId}::uuid`.execute(tables<LearningTables>(db));
}
