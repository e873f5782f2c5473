import { parseCrontab } from 'graphile-worker';
import { expect, test } from 'vitest';
import { crontabOf } from '../platform/jobs/work.ts';
import { jobs } from './wiring.ts';

test('the queue can read the name and the times of every job', () => {
  const timed = jobs.filter((job) => job.cron !== undefined);
  expect(parseCrontab(crontabOf(jobs)).map((item) => item.task)).toEqual(timed.map((job) => job.name));
  expect(jobs.filter((job) => !/^[a-z]+(-[a-z]+)*$/.test(job.name)).map((job) => job.name)).toEqual([]);
  expect(new Set(jobs.map((job) => job.name)).size).toBe(jobs.length);
});
