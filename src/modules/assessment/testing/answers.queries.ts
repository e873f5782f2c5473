import { type Db, tables } from '../../../platform/db/database.ts';
import type { AssessmentTables } from '../tables.ts';

/** All that somebody ever answered at a set, in the order in which it came. */
export const answersOf = (db: Db, takerId: string, blockId: string) =>
  tables<AssessmentTables>(db)
    .selectFrom('assessment.answer as x')
    .innerJoin('assessment.attempt as a', 'a.id', 'x.attempt_id')
    .select(['x.question_id as key', 'x.answer', 'x.submitted', 'x.late', 'x.credit'])
    .where('a.taker_id', '=', takerId)
    .where('a.block_id', '=', blockId)
    .orderBy('a.number')
    .orderBy('x.revision')
    .execute();
