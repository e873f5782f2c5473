import { z } from 'zod';
import type { Subscriber } from '../../../platform/events/event.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import { coursePublished } from '../../courses/index.ts';
import { rebuildProgress } from './rebuild-progress.ts';
import { slugOfCourse } from './rebuild-progress.queries.ts';

const task = 'rebuild-progress';
const payload = z.object({ courseId: z.uuid() });

/** A version of a course may have more or less to do: what is kept of everybody's progress is computed anew. */
export const rebuildProgressJob: JobTask = {
  name: task,
  async run({ db, actor }, given) {
    const slug = await slugOfCourse(db, payload.parse(given).courseId);
    if (slug !== undefined) await rebuildProgress(db, actor, { slug });
  },
};

export const newVersions: Subscriber = {
  name: 'learning.new-versions',
  events: [coursePublished],
  async handle(db, events) {
    for (const { subject } of events)
      if (subject !== undefined)
        await enqueue(db, task, { courseId: subject }, { key: `${task}:${subject}` });
  },
};
