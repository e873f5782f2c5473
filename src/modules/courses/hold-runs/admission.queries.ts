import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';
import { joinCodeHash } from './join-code.ts';

export interface Admission {
  /** One of the person's proved addresses is on the list, by itself or by its domain. */
  readonly isGuest: boolean;
  /** The code that was given opens the run. */
  readonly hasCode: boolean;
}

/** What somebody brings to a run that is not open to all. `addresses` are those that the person proved, lower case. */
export async function admissionTo(
  db: Db,
  { runId, addresses, code = '' }: { runId: string; addresses: readonly string[]; code?: string | undefined },
): Promise<Admission> {
  const domains = addresses.map((address) => address.slice(address.lastIndexOf('@')));
  const { rows } = await sql<Admission>`
    select r.code_hash is not null and r.code_hash = ${joinCodeHash(code)} as "hasCode",
      exists (select from courses.run_guest g where g.run_id = r.id
        and g.address = any(${[...addresses, ...domains]}::text[])) as "isGuest"
    from courses.run r where r.id = ${runId}::uuid`.execute(tables<CoursesTables>(db));
  return rows[0] ?? { isGuest: false, hasCode: false };
}
