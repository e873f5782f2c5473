import { z } from 'zod';
import type { App } from '../../../platform/http/environment.ts';
import { streamText } from '../../../platform/http/stream-text.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { reviewFormats } from './export-reviews.ts';

const query = z.object({
  platform: z.string().min(1).max(200).optional().catch(undefined),
  sample: z.enum(['0', '1']).catch('0'),
});

/**
 * GET /api/v1/exports/reviews.FORMAT: published reviews as one file, written while it is read. Stands among the exports of
 * the catalogue, whose limits hold for it.
 */
export function exportReviewsRoutes(app: App): void {
  for (const { ending, contentType, write } of reviewFormats) {
    app.get(`/api/v1/exports/reviews.${ending}`, (c) => {
      const { platform, sample } = query.parse(c.req.query());
      const walk = { samples: sample === '1', ...(platform === undefined ? {} : { platform }) };
      const name = `passerelle-reviews-${dayOf(c.var.actor.now)}.${ending}`;
      c.header('Cache-Control', 'public, max-age=300');
      c.header('Content-Disposition', `attachment; filename="${name}"`);
      return streamText(c, contentType, () => write(c.var.db, walk));
    });
  }
}
