import { type Actor, systemActor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { publish } from '../../../platform/events/publish.ts';
import { checkLink } from '../../../platform/http/fetch/check-link.ts';
import type { JobScene, JobTask } from '../../../platform/jobs/job.ts';
import { coursesChanged } from '../events.ts';
import { allowChosenHosts } from '../manage-sources/allowed-hosts.ts';
import { saveChanges } from '../resolve-course/changes.queries.ts';
import { indexCourses } from '../search-courses/index-courses.ts';
import { type DueLink, dueLinks, enrolLinks, type LinkTurn, saveFinding } from './check-links.queries.ts';
import { judgeLink, usualDays } from './judge-link.ts';

const perRun = 400;
const perHost = 40;
const hostsAtOnce = 6;
const turnMs = 480_000;

/** Every ten minutes: some links whose time has come, a few of each host, each about every two weeks. */
export const checkLinksJob: JobTask = {
  name: 'catalog-check-links',
  cron: '5,15,25,35,45,55 * * * *',
  async run(scene) {
    const { tools, db, signal } = scene;
    const until = tools.clock.now().getTime() + turnMs;
    await allowChosenHosts(db, tools.fetcher);
    await enrolLinks(db, tools.clock.now(), usualDays);
    const hosts = Map.groupBy(await dueLinks(db, tools.clock.now(), perRun, perHost), (link) => link.host);
    const waiting = [...hosts.values()];
    const lane = async () => {
      for (let links = waiting.pop(); links; links = waiting.pop())
        for (const link of links) {
          if (signal.aborted || tools.clock.now().getTime() > until) return;
          await lookAt(scene, link);
        }
    };
    await Promise.all(Array.from({ length: hostsAtOnce }, lane));
  },
};

/** One look at one link; what was found is written down at once. */
export async function lookAt({ tools, db, signal }: JobScene, link: DueLink): Promise<void> {
  const check = await checkLink(tools.fetcher, link.url, { dnsFailuresBefore: link.dnsFailures, signal });
  const now = tools.clock.now();
  await transact(db, async (inner) => {
    const turns = await saveFinding(inner, judgeLink(link, check, now), now);
    await indexCourses(
      inner,
      turns.map(({ courseId }) => courseId),
      now,
    );
    await tellTurns(inner, systemActor('catalog-check-links', now, tools.ids), turns);
  });
}

/** A link that died or came back is a change of its courses; that it merely moved is not. */
async function tellTurns(db: Db, actor: Actor, turns: readonly LinkTurn[]): Promise<void> {
  const told = turns.filter(({ before, after }) => (before === 'dead') !== (after === 'dead'));
  if (told.length === 0) return;
  const changes = told.map(({ courseId, before, after }) => ({
    courseId,
    kind: 'updated' as const,
    fields: [{ field: 'linkState', before, after }],
  }));
  await saveChanges(db, changes, { now: actor.now });
  await publish(db, actor, coursesChanged(told.map(({ courseId }) => courseId)));
}
