import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** Makes somebody speak for the provider of a course. */
export async function speaksFor(db: Db, personId: string, courseId: string, now: Date): Promise<void> {
  await sql`insert into catalog.provider_person (provider_id, person_id, address, since)
    select provider_id, ${personId}::uuid, 'staff@mill.example', ${now} from catalog.listing_provider
    where course_id = ${courseId}::uuid`.execute(tables(db));
}
