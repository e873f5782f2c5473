import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';

export interface OwnLearning {
  readonly courses: readonly unknown[];
  readonly goal: unknown;
  /** What they wrote to learners of courses that they teach. */
  readonly answers: readonly unknown[];
}

/** What somebody learns and learned here: enrolments with their ledger, progress, notes and bookmarks, and the goal. */
export async function ownLearning(db: Db, personId: string): Promise<OwnLearning> {
  const { rows } = await sql<OwnLearning>`select
    coalesce((select jsonb_agg(jsonb_build_object('course', t.title, 'address', t.slug, 'state', e.state,
        'enrolledAt', e.enrolled_at, 'charterAgreedAt', e.charter_at, 'completedAt', e.completed_at,
        'lastSeenAt', e.last_seen_at, 'lastUnit', e.last_unit_id, 'share', p.share, 'points', p.points,
        'pointsOf', p.points_of,
        'entries', (select coalesce(jsonb_agg(jsonb_build_object('kind', y.kind, 'unit', y.unit_id, 'block', y.block_id,
          'data', y.data, 'at', y.at) order by y.at, y.id), '[]') from learning.entry y where y.enrolment_id = e.id),
        'notes', (select coalesce(jsonb_agg(jsonb_build_object('unit', n.unit_id, 'atSecond', n.at_second,
          'block', n.block_id,          'text', n.text, 'writtenAt', n.written_at, 'changedAt', n.changed_at) order by n.written_at), '[]')
          from learning.note n where n.enrolment_id = e.id),
        'bookmarks', (select coalesce(jsonb_agg(b.unit_id order by b.at), '[]')
          from learning.bookmark b where b.enrolment_id = e.id),
        'films', (select coalesce(jsonb_agg(distinct w.block_id), '[]')
          from learning.film_viewer w where w.enrolment_id = e.id),
        'ratings', (select coalesce(jsonb_agg(jsonb_build_object('unit', r.unit_id, 'rating', r.rating, 'at', r.at)
          order by r.at), '[]') from learning.unit_rating r where r.enrolment_id = e.id),
        'reports', (select coalesce(jsonb_agg(jsonb_build_object('unit', f.unit_id, 'block', f.block_id,
          'fault', f.fault, 'text', f.words, 'mayWrite', f.may_write, 'at', f.at, 'state', f.state,
          'settledAt', f.settled_at, 'answer', f.answer) order by f.at), '[]')
          from learning.fault_report f where f.enrolment_id = e.id),
        'conversation', (select jsonb_build_object('state', v.state, 'reason', v.reason, 'messages',
            (select coalesce(jsonb_agg(jsonb_build_object('byYou', m.by_learner, 'unit', m.unit_id, 'good', m.good,
              'bad', m.bad, 'text', m.words, 'at', m.at) order by m.at, m.id), '[]')
              from learning.message m where m.enrolment_id = e.id))
          from learning.conversation v where v.enrolment_id = e.id)) order by e.enrolled_at)
      from learning.enrolment e left join courses.taught t on t.id = e.course_id
      left join learning.progress p on p.enrolment_id = e.id where e.person_id = ${personId}::uuid), '[]') as courses,
    (select jsonb_build_object('measure', g.measure, 'amount', g.amount, 'reminders', g.reminders,
        'remindedOn', g.reminded_on, 'setAt', g.set_at)
      from learning.goal g where g.person_id = ${personId}::uuid) as goal,
    (select coalesce(jsonb_agg(x order by x ->> 'at'), '[]') from (
      select jsonb_build_object('text', m.words, 'at', m.at) from learning.message m where m.author_id = ${personId}::uuid
      union all
      select jsonb_build_object('text', f.answer, 'at', f.settled_at) from learning.fault_report f
      where f.settled_by = ${personId}::uuid) y (x)) as answers`.execute(tables<LearningTables>(db));
  return rows[0] ?? { courses: [], goal: null, answers: [] };
}

/** All of it goes, and what hangs on enrolments with them; who marked others by hand is forgotten there. */
export async function forgetLearner(db: Db, personId: string): Promise<void> {
  const of = tables<LearningTables>(db);
  await of.deleteFrom('learning.enrolment').where('person_id', '=', personId).execute();
  await of.deleteFrom('learning.goal').where('person_id', '=', personId).execute();
  await of.updateTable('learning.entry').set({ by: null }).where('by', '=', personId).execute();
  await of
    .updateTable('learning.message')
    .set({ author_id: null })
    .where('author_id', '=', personId)
    .execute();
  await of
    .updateTable('learning.fault_report')
    .set({ settled_by: null })
    .where('settled_by', '=', personId)
    .execute();
}
