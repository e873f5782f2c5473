import { systemActor } from '../../../platform/actor.ts';
import { transact } from '../../../platform/db/transact.ts';
import { checkLink } from '../../../platform/http/fetch/check-link.ts';
import type { JobScene, JobTask } from '../../../platform/jobs/job.ts';
import { allowChosenHosts } from '../manage-sources/allowed-hosts.ts';
import { type DueLink, dueLinks, enrolLinks } from './check-links.queries.ts';
import { judgeLink, usualDays } from './judge-link.ts';
import { recordFinding } from './record-finding.ts';

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
  const actor = systemActor('catalog-check-links', now, tools.ids);
  await transact(db, (inner) => recordFinding(inner, actor, judgeLink(link, check, now)));
}
