import { renderToString } from 'preact-render-to-string';
import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testClock, testTools } from '../../../platform/testing/web.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { catalogMessages } from '../messages/index.ts';
import { installSample } from '../sample/install-sample.ts';
import { refreshCounts } from '../search-courses/refresh-counts.ts';
import { frontPage } from './front-page.ts';
import { FrontPage } from './front-page.page.tsx';

const clock = testClock('2026-11-22T09:00:00Z');
const empty = await testDatabase();
const full = await testDatabase();
const tools = testTools(full, { messages: [catalogMessages], clock });

beforeAll(async () => {
  const actor = systemActor('test', clock.now(), tools.ids);
  await installSample(full.db, actor, dayOf(clock.now()));
  await refreshCounts(full.db, clock.now());
}, 60_000);

async function home({ db }: typeof full, lang: 'fr' | 'ar' = 'fr'): Promise<string> {
  const view = await frontPage(db, { now: clock.now(), lang });
  return renderToString(
    <FrontPage t={tools.translators[lang]} site={tools.site} view={view} now={clock.now()} />,
  );
}

describe('the home page', () => {
  it('says of courses that do not exist that they are examples', async () => {
    const html = await home(full);
    expect(html).toContain('334 cours comparés');
    expect(html).toContain('Ces cours sont des exemples');
  });

  it('tells what to do where there is no course yet', async () => {
    const html = await home(empty);
    expect(html).toContain('attend ses premiers cours');
    expect(html).toContain('href="/fr/operator/sources"');
    expect(html).not.toContain('Ces cours sont des exemples');
    expect(await home(full)).not.toContain('attend ses premiers cours');
  });
});
