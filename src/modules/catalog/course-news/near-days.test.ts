import { describe, expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import type { CourseDocument, RunClaim } from '../course-document/course-document.ts';
import { actorOn, course, importing } from '../testing/catalog-stage.ts';
import { followStage } from '../testing/follow-stage.ts';
import { firstCourse, tellNearDays } from './tell-near-days.ts';

const stage = await followStage();
const { db } = stage;
const day = (on: string) => ({ on, precision: 'day' as const });
const run = (start: string, more: Partial<RunClaim> = {}): RunClaim => ({
  key: 'r',
  pacing: 'scheduled',
  start: day(start),
  ...more,
});

const says = (key: string, version: Partial<CourseDocument>, on: number) =>
  importing(db, [course(key, version)], { on, partial: true });
const nearDays = (at: string) => {
  const actor = { ...actorOn(), now: new Date(at) };
  return transact(db, (inner) => tellNearDays(inner, actor, firstCourse));
};
/** What was told of a course, as want and the key's own part. */
async function toldOf(title: string): Promise<string[]> {
  const id = await stage.courseId(title);
  const news = (await stage.announced()).filter(({ subject }) => subject === id);
  return news.map(({ want, key }) => `${want} ${key.slice(`catalog.course:${id}:`.length)}`);
}

describe('days that come near', () => {
  it('are told a week before and on the day, in the zone of the run, once', async () => {
    const runs = [
      run('2028-03-15', {
        enrolmentStart: day('2028-03-01'),
        enrolmentEnd: day('2028-03-20'),
        zone: 'Europe/Paris',
      }),
    ];
    await says('near', { runs }, 80);
    await stage.followed('Course near');
    const heard: Record<string, string[]> = {};
    for (let hour = 0; hour < 24 * 30; hour += 6) {
      const at = new Date(Date.parse('2028-02-25T00:30:00Z') + hour * 3_600_000).toISOString();
      const before = (await toldOf('Course near')).length;
      await nearDays(at);
      const fresh = (await toldOf('Course near')).slice(before);
      if (fresh.length > 0) heard[at.slice(0, 13)] = fresh;
    }
    // each begins at midnight in Paris, an hour before it begins here
    expect(heard).toEqual({
      '2028-03-01T00': ['opens opens:2028-03-15'],
      '2028-03-08T00': ['starts starts-week:2028-03-15'],
      '2028-03-13T00': ['closes closes-week:2028-03-20'],
      '2028-03-15T00': ['starts starts-day:2028-03-15'],
      '2028-03-18T00': ['closes closes-days:2028-03-20'],
    });
  });

  it('end where the run takes place: what closes at 23:59 in Los Angeles is open in the morning of Paris', async () => {
    const runs = [run('2028-05-01', { enrolmentEnd: day('2028-05-10'), zone: 'America/Los_Angeles' })];
    await says('west', { runs }, 81);
    await stage.followed('Course west', ['closes']);
    // 8 in the morning of the 11th in Paris, 23 o'clock of the 10th in Los Angeles
    await nearDays('2028-05-11T06:00:00Z');
    expect(await toldOf('Course west')).toEqual(['closes closes-days:2028-05-10']);
    const [news] = (await stage.announced()).filter(({ key }) => key.endsWith('closes-days:2028-05-10'));
    expect(news?.until?.toISOString()).toBe('2028-05-11T07:00:00.000Z');
    const late = [run('2028-05-01', { enrolmentEnd: day('2028-05-10'), zone: 'America/Los_Angeles' })];
    await says('late', { runs: late }, 81);
    await stage.followed('Course late', ['closes']);
    await nearDays('2028-05-11T07:00:00Z');
    expect(await toldOf('Course late')).toEqual([]);
  });

  it('are told with their hour where it is known', async () => {
    const at = '2028-07-10T21:59:00.000Z';
    const enrolmentEnd = { on: '2028-07-10', precision: 'day' as const, at };
    await says('hour', { runs: [run('2028-07-01', { enrolmentEnd, zone: 'Europe/Paris' })] }, 82);
    await stage.followed('Course hour', ['closes']);
    await nearDays('2028-07-09T10:00:00Z');
    const [news] = (await stage.announced()).filter(({ key }) => key.endsWith('closes-days:2028-07-10'));
    expect(news?.values['last']).toEqual({ instant: at.replace('.000Z', '+00:00'), zone: 'Europe/Paris' });
  });

  it('are told anew when they moved, and never of months, archived runs or courses that nobody follows', async () => {
    await says('moves', { runs: [run('2028-09-10')] }, 83);
    await stage.followed('Course moves', ['starts']);
    await nearDays('2028-09-03T10:00:00Z');
    await says('moves', { runs: [run('2028-09-20')] }, 84);
    await nearDays('2028-09-13T10:00:00Z');
    expect(await toldOf('Course moves')).toEqual([
      'starts starts-week:2028-09-10',
      'starts starts-week:2028-09-20',
    ]);
    await says(
      'month',
      { runs: [{ ...run('2028-09-01'), start: { on: '2028-09-01', precision: 'month' } }] },
      84,
    );
    await says('shelf', { runs: [run('2028-09-10', { declared: 'archived' })] }, 84);
    await says('nobody', { runs: [run('2028-09-10')] }, 84);
    await stage.followed('Course month');
    await stage.followed('Course shelf');
    await nearDays('2028-08-27T10:00:00Z');
    await nearDays('2028-09-01T10:00:00Z');
    await nearDays('2028-09-10T10:00:00Z');
    for (const title of ['Course month', 'Course shelf', 'Course nobody'])
      expect(await toldOf(title)).toEqual([]);
  });
});
