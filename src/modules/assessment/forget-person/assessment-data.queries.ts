import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { AssessmentTables } from '../tables.ts';

const of = (db: Db) => tables<AssessmentTables>(db);

export interface OwnAssessment {
  readonly attempts: readonly unknown[];
  readonly votes: readonly unknown[];
  readonly work: readonly unknown[];
  readonly assessed: readonly unknown[];
}

/** What somebody answered, chose and handed in, and what they said of others' work. */
export async function ownAssessment(db: Db, personId: string): Promise<OwnAssessment> {
  const rows = await sql<OwnAssessment>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('course', c.title, 'block', a.block_id, 'attempt', a.number,
          'startedAt', a.started_at, 'submittedAt', a.submitted_at, 'points', a.points, 'of', a.points_of, 'passed', a.passed,
          'hints', a.hints, 'answers', (select coalesce(jsonb_agg(jsonb_build_object('question', x.question_id,
            'answer', x.answer, 'sent', x.submitted, 'late', x.late, 'credit', x.credit, 'at', x.at) order by x.revision), '[]')
            from assessment.answer x where x.attempt_id = a.id)) order by a.started_at), '[]')
        from assessment.attempt a join courses.taught_course c on c.id = a.course_id
        where a.person_id = ${personId}::uuid) as attempts,
      (select coalesce(jsonb_agg(jsonb_build_object('course', c.title, 'block', v.block_id, 'question', v.question_id,
          'choice', v.option_id, 'at', v.at) order by v.at), '[]')
        from assessment.vote v join courses.taught_course c on c.id = v.course_id
        where v.person_id = ${personId}::uuid) as votes,
      (select coalesce(jsonb_agg(jsonb_build_object('course', c.title, 'block', w.block_id, 'question', w.question_id,
          'version', w.version, 'text', w.text, 'files', w.files, 'state', w.state, 'handedInAt', w.handed_in_at,
          'levels', w.levels, 'points', w.points, 'comment', w.comment, 'assessedAt', w.assessed_at) order by w.handed_in_at), '[]')
        from assessment.work w join courses.taught_course c on c.id = w.course_id
        where w.person_id = ${personId}::uuid) as work,
      (select coalesce(jsonb_agg(jsonb_build_object('course', c.title, 'block', w.block_id, 'state', w.state,
          'points', w.points, 'comment', w.comment, 'at', w.assessed_at) order by w.assessed_at), '[]')
        from assessment.work w join courses.taught_course c on c.id = w.course_id
        where w.assessed_by = ${personId}::uuid and w.person_id <> ${personId}::uuid) as assessed`.execute(
    of(db),
  );
  return rows.rows[0] ?? { attempts: [], votes: [], work: [], assessed: [] };
}

/**
 * Answers, votes and work go; what the person said of others' work stays with those, without their name.
 * @returns keys of the files that were handed in
 */
export async function forgetLearner(db: Db, personId: string): Promise<string[]> {
  const rows = await sql<{ key: string }>`
    select distinct f ->> 'key' as key from (
      select jsonb_array_elements(w.files) as f from assessment.work w where w.person_id = ${personId}::uuid
      union all
      select jsonb_array_elements(x.answer -> 'files') from assessment.answer x join assessment.attempt a on a.id = x.attempt_id
        where a.person_id = ${personId}::uuid and x.answer ->> 'kind' = 'files') z`.execute(of(db));
  await of(db).deleteFrom('assessment.work').where('person_id', '=', personId).execute();
  await of(db).deleteFrom('assessment.attempt').where('person_id', '=', personId).execute();
  await of(db).deleteFrom('assessment.vote').where('person_id', '=', personId).execute();
  await of(db)
    .updateTable('assessment.work')
    .set({ assessed_by: null })
    .where('assessed_by', '=', personId)
    .execute();
  return rows.rows.map(({ key }) => key);
}
