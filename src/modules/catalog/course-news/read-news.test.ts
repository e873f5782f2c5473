import { expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { actorOn, course, importing } from '../testing/catalog-stage.ts';
import { followStage } from '../testing/follow-stage.ts';
import { settleChanges } from './settle-changes.ts';

const stage = await followStage();
const { db } = stage;
const day = (on: string) => ({ on, precision: 'day' as const });

it('reaches those who follow as sentences of their language, once', async () => {
  const says = (start: string, amount: number, on: number) =>
    importing(
      db,
      [
        course('c', {
          title: 'Bread <b> & patience',
          runs: [{ key: 'r', pacing: 'scheduled', start: day(start) }],
          costs: [{ kind: 'subscription', amount, currency: 'EUR', per: 'month' }],
        }),
      ],
      { on },
    );
  await says('2027-01-12', 4900, 0);
  await stage.followed('Bread <b> & patience');
  await says('2027-01-19', 3900, 1);
  await stage.hear();
  await transact(db, (inner) => settleChanges(inner, actorOn(2)));
  stage.clock.forward(3 * 86_400);
  await stage.deliver();
  await stage.deliver();
  const browser = await stage.signedIn(1);
  const { html } = await browser.get('/en/account/news');
  const title = 'Bread &lt;b> &amp; patience';
  for (const said of [
    `${title} · Start moved: 12 January 2027 → 19 January 2027`,
    `${title} · Subscription: €49 → €39 a month`,
  ])
    expect(html.split(said), said).toHaveLength(2);
  const arabic = (await browser.get('/ar/account/news')).html;
  expect(arabic).toContain('تغيّر تاريخ البداية');
});
