import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import { courseTextOfMarkdown } from '../../../platform/course-text/course-text-of-markdown.ts';
import type { Db } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { type RunToTeach, runToTeach } from '../teach-run/run-to-teach.ts';
import { segments } from '../teach-run/segments.ts';
import { insertAnnouncement } from './announcements.queries.ts';

export const announceTask = 'learning-announce';

export const announcementForm = z.object({
  id: z.uuid(),
  segment: z.enum(segments).catch('all'),
  title: z.string().trim().min(1, 'learning.announce.error.title').max(200, 'learning.announce.error.long'),
  body: z.string().trim().min(1, 'learning.announce.error.text').max(20_000, 'learning.announce.error.long'),
  letter: z.literal('yes').optional().catch(undefined),
});
export type AnnouncementInput = z.output<typeof announcementForm>;

/**
 * Tells people of a run something, on their course's page and by letter where it is wanted. Everybody is told once, however
 * often the form is sent. @throws Refusal 404
 */
export async function announceInRun(
  db: Db,
  actor: Actor,
  { runId, input }: { readonly runId: string; readonly input: AnnouncementInput },
): Promise<RunToTeach> {
  const found = await runToTeach(db, actor, runId);
  const { id, segment, title, body, letter } = input;
  const isNew = await insertAnnouncement(db, {
    ...{ id, runId, segment, title },
    text: courseTextOfMarkdown(body),
    byLetter: letter === 'yes',
    now: actor.now,
    by: actor.id ?? null,
  });
  if (isNew) await enqueue(db, announceTask, { id }, { key: `${announceTask}:${id}` });
  return found;
}
