import { join } from 'node:path';
import { z } from 'zod';
import { transact } from '../../../platform/db/transact.ts';
import type { Tools } from '../../../platform/http/environment.ts';
import { FetchFailed, FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import { openRemote } from '../../../platform/http/fetch/open-remote.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import { FeedUnreadable } from '../formats/feed-format.ts';
import { schemaOrg } from '../formats/schema-org/schema-org.ts';
import { readProposalTask } from './propose-course.ts';
import type { PageTrouble } from './proposal-tables.ts';
import { pageToRead, saveReading } from './read-proposal.queries.ts';

/** A page for people; what is longer is no page of one course. */
const mostBytes = 8_000_000;
const payloadSchema = z.object({ id: z.uuid() });

/** Reads the page that somebody proposed, outside of any transaction, and leaves the decision to a person. */
export const readProposalJob: JobTask = {
  name: readProposalTask,
  async run({ tools, db, signal }, payload) {
    const { id } = payloadSchema.parse(payload);
    const url = await pageToRead(db, id);
    if (url === undefined) return;
    const reading = await readPage(tools, url, signal).catch(troubleOf);
    await transact(db, (inner) => saveReading(inner, id, reading));
  },
};

interface Reading {
  readonly document?: CourseDocument;
  readonly trouble?: PageTrouble;
}

async function readPage(tools: Tools, url: string, signal: AbortSignal): Promise<Reading> {
  const remote = await openRemote(tools.fetcher, url, {
    robots: 'obey',
    maxBytes: mostBytes,
    signal,
    folder: join(tools.config.dataDir, 'incoming'),
    newId: () => tools.ids.next(),
  });
  try {
    // one page was proposed: what it names besides is not followed
    const page = { location: remote.location, open: () => remote.open() };
    const found: CourseDocument[] = [];
    for await (const record of schemaOrg.read(page, { today: dayOf(tools.clock.now()) })) {
      if (record.kind === 'course') found.push(record.document);
      if (found.length === 20) break;
    }
    const own = found.find((document) => document.url === url || document.url === remote.location);
    const document = own ?? found[0];
    return document === undefined ? { trouble: 'no-course' } : { document: { ...document, url } };
  } finally {
    await remote.close();
  }
}

/** What goes wrong outside of us is told; a fault of ours has the job tried again. */
function troubleOf(error: unknown): Reading {
  if (error instanceof FeedUnreadable) return { trouble: 'no-course' };
  if (error instanceof FetchRefused) return { trouble: 'not-allowed' };
  if (error instanceof FetchFailed && error.code !== 'aborted') return { trouble: 'not-reached' };
  throw error;
}
