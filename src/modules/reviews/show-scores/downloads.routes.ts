import type { App, AppContext } from '../../../platform/http/environment.ts';
import { respond } from '../../../platform/http/respond.ts';
import { streamText } from '../../../platform/http/stream-text.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { parametersJson, ratingsCsv, scoresCsv } from './downloads.ts';

const csv = 'text/csv; charset=utf-8; header=present';
const shortly = 'public, max-age=300';

/** The files from which anybody can make every score again. */
export function downloadRoutes(app: App): void {
  app.get('/ranking/ratings.csv', (c) => {
    attach(c, 'ratings');
    return streamText(c, csv, () => ratingsCsv(c.var.db, today(c)));
  });
  app.get('/ranking/scores.csv', (c) => {
    attach(c, 'scores');
    return streamText(c, csv, () => scoresCsv(c.var.db));
  });
  app.get('/ranking/parameters.json', async (c) => {
    const text = JSON.stringify(await parametersJson(c.var.db, today(c)), null, 2);
    return respond(c, text, 'application/json; charset=utf-8', 200, shortly);
  });
}

const today = (c: AppContext): string => dayOf(c.var.actor.now);

function attach(c: AppContext, what: string): void {
  c.header('Cache-Control', shortly);
  c.header('Content-Disposition', `attachment; filename="passerelle-${what}-${today(c)}.csv"`);
}
