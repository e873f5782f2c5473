import { createHash } from 'node:crypto';
import type pg from 'pg';

/** The secret of the session of the n-th person. */
export const tokenOf = (n: number): string =>
  createHash('sha256').update(`bench session ${n}`).digest('base64url');

export const cookieOf = (n: number): string => `session=${tokenOf(n)}`;

const id = (kind: string, n: string) => `md5('${kind}' || ${n})::uuid`;

/**
 * People from `from` to `to` in a run: some just began, some are half-way, few are done; the first `sessions` of them are
 * signed in, and have a ledger. Written as rows, since it is not enrolling that is measured here.
 */
export async function enrolPeople(
  pool: pg.Pool,
  crowd: {
    courseId: string;
    runId: string;
    from: number;
    to: number;
    sessions: number;
    units: readonly string[];
  },
): Promise<void> {
  const { courseId, runId, from, to, units } = crowd;
  const series = `generate_series(${from}, ${to - 1}) as n`;
  await pool.query(
    `insert into accounts.account (id, name, lang, created_at) select ${id('person', 'n')}, 'Personne ' || n, 'fr', now() from ${series}`,
  );
  await pool.query(
    `insert into learning.enrolment (id, run_id, course_id, person_id, enrolled_at, last_seen_at, last_unit_id, told_version)
     select ${id('enrolment', 'n')}, $1, $2, ${id('person', 'n')}, now() - (n % 60) * interval '1 day',
       now() - (n % 40) * interval '1 day', ($3::text[])[1 + n % $4], 1 from ${series}`,
    [runId, courseId, units, units.length],
  );
  await pool.query(
    `insert into learning.progress (enrolment_id, seen, share, minutes_left, next_unit_id, changed_at)
     select ${id('enrolment', 'n')}, ($1::text[])[1:n % $2], (n % $2)::real / $2, 300, ($1::text[])[1 + n % $2],
       now() - (n % 40) * interval '1 day' from ${series}`,
    [units, units.length],
  );
  await pool.query(
    `insert into learning.entry (id, enrolment_id, kind, unit_id, effect, at)
     select gen_random_uuid(), ${id('enrolment', 'n')}, 'unit-seen', u.id, 'unit-seen:' || u.id, now()
     from ${series} cross join unnest($1::text[]) with ordinality as u (id, place)
     where u.place <= n % $2 and n < $3`,
    [units, units.length, from + crowd.sessions],
  );
  await signIn(pool, from, Math.min(to, from + crowd.sessions));
}

const newSession = `insert into accounts.session (id, account_id, token_hash, method, created_at, last_seen_at, expires_at)
  select gen_random_uuid(), account, sha256(convert_to(token, 'UTF8')), 'password', now(), now(), now() + interval '1 day'`;

async function signIn(pool: pg.Pool, from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, at) => from + at);
  await pool.query(
    `${newSession} from (select ${id('person', 'n')} as account, token from unnest($1::int[], $2::text[]) as t (n, token)) s`,
    [numbers, numbers.map(tokenOf)],
  );
}

/** Signs in somebody with an account of their own, under a number of choice. */
export async function signInAs(pool: pg.Pool, personId: string, n: number): Promise<void> {
  await pool.query(`${newSession} from (select $1::uuid as account, $2::text as token) s`, [
    personId,
    tokenOf(n),
  ]);
}
