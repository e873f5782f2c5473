import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import type { Fetcher } from '../../../platform/http/fetch/guarded-fetch.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { addressNotPublic } from './refusals.ts';
import { courseAtAddress, insertProposal, openProposalFor } from './propose-course.queries.ts';

export const readProposalTask = 'catalog-read-proposal';

/** In characters, as the address is kept. */
export const longestAddress = 2000;

export interface Proposing {
  readonly id: string;
  /** The course's page at its organiser. */
  readonly url: string;
  readonly note?: string | undefined;
  /** Where the answer is to be sent. */
  readonly mail?: string | undefined;
}

export type Proposed =
  | { readonly kind: 'known'; readonly slug: string }
  /** Also where somebody proposed the same page before: the id is then that one's. */
  | { readonly kind: 'proposed'; readonly id: string };

/**
 * Takes a course that somebody misses: says where it stands already, else has its page read.
 * @throws Refusal 422 for an address that is none, or that is not public
 */
export async function proposeCourse(
  db: Db,
  actor: Actor,
  input: Proposing & { readonly fetcher: Pick<Fetcher, 'check'> },
): Promise<Proposed> {
  const url = publicAddress(input.fetcher, input.url);
  const known = await courseAtAddress(db, url);
  if (known !== undefined) return { kind: 'known', slug: known };
  const { id, note, mail } = input;
  const isNew = await insertProposal(db, { id, url, note, mail, actor });
  if (!isNew) return { kind: 'proposed', id: (await openProposalFor(db, { url, id })) ?? id };
  await enqueue(db, readProposalTask, { id }, { key: `${readProposalTask}:${id}` });
  return { kind: 'proposed', id };
}

/** "www.example.org/course" is an address to everybody but programs. */
function publicAddress(fetcher: Pick<Fetcher, 'check'>, typed: string): string {
  const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`;
  try {
    const { href } = fetcher.check(address);
    // letters of other scripts grow when they are written as an address has them
    if (href.length > longestAddress) throw addressNotPublic();
    return href;
  } catch (error) {
    if (error instanceof FetchRefused) throw addressNotPublic();
    throw error;
  }
}
