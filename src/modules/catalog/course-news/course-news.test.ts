import { describe, expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { followedSubjects } from '../../notify/index.ts';
import { recordFinding } from '../check-links/record-finding.ts';
import type { CourseDocument, RunClaim } from '../course-document/course-document.ts';
import { courseTopicKind } from '../follow-course/course-topic.ts';
import { mergeCourses } from '../merge-duplicates/merge-courses.ts';
import { retireCourses } from '../retire-courses/retire-courses.ts';
import { actorOn, course, importing } from '../testing/catalog-stage.ts';
import { followStage } from '../testing/follow-stage.ts';
import { courseNewsSubscriber } from './course-news.subscriber.ts';
import { settleChanges } from './settle-changes.ts';

const stage = await followStage();
const { db } = stage;
const day = (on: string) => ({ on, precision: 'day' as const });
const run = (start: string, more: Partial<RunClaim> = {}): RunClaim => ({
  key: 'r',
  pacing: 'scheduled',
  start: day(start),
  ...more,
});

/** One feed a course, so that each can say a new version by itself. */
const says = async (key: string, version: Partial<CourseDocument>, on: number, platformName = 'alpha') => {
  await importing(db, [course(key, version)], { on, partial: true, platformName });
  await stage.hear();
};
const settle = (on: number) => transact(db, (inner) => settleChanges(inner, actorOn(on)));
/** What was told of a course, as want and the key's own part. */
async function toldOf(title: string): Promise<string[]> {
  const id = await stage.courseId(title);
  const news = (await stage.announced()).filter(({ subject }) => subject === id);
  return news.map(({ want, key }) => `${want} ${key.slice(`catalog.course:${id}:`.length)}`);
}
const costs = (amount: number) => [{ kind: 'certificate' as const, amount, currency: 'EUR' }];

describe('changes that have held', () => {
  it('are told under the want that they answer, once', async () => {
    const first = { runs: [run('2027-01-12')], costs: costs(4900), certificate: 'paid' as const };
    await says('told', first, 0);
    await stage.followed('Course told');
    const runs = [run('2027-01-19', { enrolmentEnd: day('2027-01-15') }), run('2027-06-01', { key: 's' })];
    await says('told', { runs, costs: costs(3900), certificate: 'none' }, 1);
    await settle(1.1);
    expect(await toldOf('Course told')).toEqual([]);
    await settle(1.3);
    const told = [
      'change certificate:paid-none:2026-12',
      'closes enrolmentEnd:none-2027-01-15:2026-12',
      'new-run new-run:2027-06-01:',
      'opens opens:2027-06-01',
      'price price:certificate:4900EUR-3900EUR:2026-12',
      'starts start:2027-01-12-2027-01-19:2026-12',
    ];
    expect((await toldOf('Course told')).toSorted()).toEqual(told);
    await settle(2);
    expect(await toldOf('Course told')).toHaveLength(told.length);
  });

  it('carry the values that their sentences ask for', async () => {
    const news = await stage.announced();
    const slip = news.find(({ sentence }) => sentence === 'catalog.news.moved.start');
    expect(slip?.values).toEqual({
      title: 'Course told',
      from: { day: '2027-01-12', precision: 'day' },
      to: { day: '2027-01-19', precision: 'day' },
    });
    const price = news.find(({ want }) => want === 'price');
    expect(price?.values).toMatchObject({
      what: { message: 'catalog.course.cost.certificate' },
      before: { amount: 4900, currency: 'EUR' },
      after: { amount: 3900, currency: 'EUR' },
    });
    const en = stage.tools.translators.en;
    for (const { sentence, values } of news) {
      const said = en(
        sentence as Parameters<typeof en>[0],
        Object.fromEntries(Object.keys(values).map((name) => [name, 'x'])),
      );
      expect(said).not.toContain('{');
      expect(said).not.toBe(sentence);
    }
  });

  it('say nothing of a course that nobody follows, or that is followed later', async () => {
    await says('alone', { costs: costs(4900) }, 0);
    await says('alone', { costs: costs(3900) }, 1);
    await stage.followed('Course alone');
    await settle(3);
    expect(await toldOf('Course alone')).toEqual([]);
  });

  it('say nothing of a feed that flaps, and what it came to in the end', async () => {
    await says('flaps', { costs: costs(4900), runs: [run('2027-01-12')] }, 0);
    await stage.followed('Course flaps');
    await says('flaps', { costs: costs(100), runs: [run('2027-01-12', { declared: 'closed' })] }, 1);
    await says('flaps', { costs: costs(4900), runs: [run('2027-01-12')] }, 1.1);
    await settle(1.3);
    await settle(1.4);
    expect(await toldOf('Course flaps')).toEqual([]);
    await says('flaps', { costs: costs(200), runs: [run('2027-01-12')] }, 2);
    await says('flaps', { costs: costs(3900), runs: [run('2027-01-12')] }, 2.2);
    await settle(2.3);
    expect(await toldOf('Course flaps')).toEqual([]);
    await settle(2.5);
    expect(await toldOf('Course flaps')).toEqual(['price price:certificate:4900EUR-3900EUR:2026-12']);
  });

  it('are told as they stand after a day of restlessness', async () => {
    await says('restless', { costs: costs(1000) }, 3);
    await stage.followed('Course restless');
    for (let step = 0; step < 8; step += 1)
      await says('restless', { costs: costs(2000 + step) }, 3.05 + step * 0.15);
    await settle(4.11);
    expect(await toldOf('Course restless')).toEqual(['price price:certificate:1000EUR-2007EUR:2026-12']);
  });

  it('are harmless to hear twice', async () => {
    await says('again', { costs: costs(1000) }, 4);
    const id = await stage.followed('Course again');
    await says('again', { costs: costs(2000) }, 5);
    const event = {
      id,
      name: 'catalog.courses-changed',
      version: 1,
      at: actorOn(5).now,
      actor: 'x',
      data: { courseIds: [id] },
    };
    await transact(db, (inner) => courseNewsSubscriber.handle(inner, [event, event]));
    await settle(6);
    await transact(db, (inner) => courseNewsSubscriber.handle(inner, [event]));
    await settle(7);
    expect(await toldOf('Course again')).toHaveLength(1);
  });

  it('tell enrolment that the source closes and opens, and runs that are cancelled', async () => {
    const self = { key: 's', pacing: 'self' as const };
    await says('door', { runs: [self, run('2027-03-01')] }, 7);
    await stage.followed('Course door');
    await says(
      'door',
      { runs: [{ ...self, declared: 'closed' }, run('2027-03-01', { declared: 'cancelled' })] },
      8,
    );
    await settle(9);
    await says('door', { runs: [self, run('2027-03-01', { declared: 'cancelled' })] }, 10);
    await settle(11);
    expect((await toldOf('Course door')).map((told) => told.replace(/:[\da-f-]{36}/, ':RUN'))).toEqual([
      'closes closed:none:2026-12',
      'starts run-cancelled:2027-03-01:2026-12',
      'opens opens:RUN',
    ]);
  });

  it('tell the soonest of many runs that are announced at once, since that is the next', async () => {
    await says('year', { runs: [run('2026-12-20')] }, 7);
    await stage.followed('Course year', ['new-run']);
    const months = ['09', '03', '06', '04', '05'].map((month) => run(`2027-${month}-01`, { key: month }));
    await says('year', { runs: [run('2026-12-20'), ...months] }, 8);
    await settle(9);
    expect(await toldOf('Course year')).toEqual(['new-run new-run:2027-03-01:']);
  });

  it('tell that the organiser’s page died and came back, and proofs that are added', async () => {
    const url = 'https://organiser.example/bread';
    await says('page', { url }, 12);
    await stage.followed('Course page');
    const seen = async (state: 'dead' | 'alive', on: number) => {
      const finding = {
        url,
        state,
        failures: 0,
        dnsFailures: 0,
        status: 404,
        code: 'gone',
        reason: 'not found',
      };
      const nextAt = actorOn(on + 14).now;
      await transact(db, (inner) =>
        recordFinding(inner, actorOn(on), { ...finding, finalUrl: null, nextAt }),
      );
      await stage.hear();
    };
    await seen('dead', 13);
    await settle(14);
    await says('page', { url, certificate: 'free' }, 15);
    await seen('alive', 15.1);
    await settle(16);
    expect(await toldOf('Course page')).toEqual([
      'change link-dead:2026-12-14',
      'change certificate:none-free:2026-12',
      'change link-alive:2026-12-16',
    ]);
  });

  it('tell that a course is archived and comes back', async () => {
    await importing(db, [course('gone'), course('x'), course('y'), course('z'), course('u'), course('v')], {
      on: 11,
      platformName: 'gamma',
    });
    await stage.followed('Course gone');
    await importing(db, [course('x'), course('y'), course('z'), course('u'), course('v')], {
      on: 12,
      platformName: 'gamma',
    });
    await transact(db, (inner) => retireCourses(inner, actorOn(60), 30));
    await stage.hear();
    await settle(61);
    await says('gone', {}, 62, 'gamma');
    await settle(63);
    expect((await toldOf('Course gone')).map((told) => told.slice(0, -11))).toEqual([
      'change archived',
      'change returned',
    ]);
  });
});

describe('courses that become one', () => {
  it('bring their followers along, who then hear of the one that stays', async () => {
    await says('kept', { costs: costs(4900) }, 70, 'delta');
    await says('double', { costs: costs(4900) }, 70, 'epsilon');
    const [keptId, goneId] = [await stage.courseId('Course kept'), await stage.followed('Course double')];
    await transact(db, (inner) => mergeCourses(inner, actorOn(71), { keptId, goneId }));
    await stage.hear();
    expect(await followedSubjects(db, courseTopicKind, [keptId, goneId])).toEqual(new Set([keptId]));
    await settle(72);
    expect(await toldOf('Course kept')).toEqual([]);
    await says('kept', { costs: costs(3900) }, 73, 'delta');
    await settle(74);
    expect(await toldOf('Course kept')).toHaveLength(1);
  });
});
