import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** What a contact still gets by letter or message. */
export interface StillSent {
  readonly id: string;
  readonly title: string;
  /** The letter in hand comes from this one: of a letter at once, what it told about; of a digest, all of its pace. */
  readonly ofLetter: boolean;
}

export async function stillSent(db: Db, contactId: string, letterId: string | null): Promise<StillSent[]> {
  const found = await sql<StillSent>`
    select s.id, s.title, case
        when l.id is null then true
        when l.pace <> 'at-once' then s.pace = l.pace
        else exists (select from notify.delivery d join notify.news n on n.id = d.news_id
          where d.letter_id = l.id and n.kind = s.kind and n.subject = s.subject)
      end as "ofLetter"
    from notify.subscription s left join notify.letter l on l.id = ${letterId}::uuid
    where s.contact_id = ${contactId} and s.pace <> 'no-letter'
    order by s.followed_at desc, s.id desc`.execute(tables(db));
  return found.rows;
}
