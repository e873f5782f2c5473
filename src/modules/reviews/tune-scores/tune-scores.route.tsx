import { z } from 'zod';
import { operatorsOnly } from '../../accounts/index.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { hidden } from '../moderate-reviews/moderation-refusals.ts';
import { readScoreSettings } from '../score-courses/score-settings.ts';
import { proofFields, readTuning, textsOf, type TuneField, type TuneTexts } from './tune-form.ts';
import { figures } from '../score-courses/score-settings.ts';
import { mayTuneScores, previewScores, type ScorePreview, tuneScores } from './tune-scores.ts';
import { TuneScoresPage } from './tune-scores.page.tsx';

const text = z.string().max(40).default('').catch('');
const form = z.object({
  then: z.enum(['preview', 'save']).catch('preview'),
  ...Object.fromEntries([...proofFields, ...figures].map((field) => [field, text])),
});

/** /operator/scores: the figures of the score, what others would make of it, and their choice. */
export function tuneScoresRoutes(app: App): void {
  app.get('/operator/scores', operatorsOnly, async (c) => {
    demand(mayTuneScores(c.var.actor), hidden);
    return send(c, { texts: textsOf(await readScoreSettings(c.var.db)) });
  });
  app.post('/operator/scores', operatorsOnly, async (c) => {
    const { db, actor, t, site, lang } = c.var;
    demand(mayTuneScores(actor), hidden);
    const posted = await readForm(c, form);
    const { then, ...texts } = posted.ok ? posted.value : { then: 'preview', ...posted.form.values };
    const read = readTuning(texts as TuneTexts);
    if (!read.ok) return send(c, { texts: texts as TuneTexts, wrong: read.wrong });
    if (then === 'preview')
      return send(c, { texts: texts as TuneTexts, preview: await previewScores(db, actor, read.settings) });
    await tuneScores(db, actor, read.settings);
    flash(c, 'good', t('reviews.tune.saved'));
    return c.redirect(urlFor(site, lang, '/operator/scores'), 303);
  });
}

interface Shown {
  readonly texts: TuneTexts;
  readonly wrong?: readonly TuneField[];
  readonly preview?: ScorePreview;
}

function send(c: AppContext, { texts, wrong = [], preview }: Shown): Response {
  const { t, site, lang } = c.var;
  const href = (path: string) => urlFor(site, lang, path);
  return sendPage(c, {
    title: t('reviews.tune.title'),
    status: wrong.length > 0 ? 422 : 200,
    indexed: false,
    width: 'narrow',
    breadcrumbs: [{ label: t('reviews.moderate.home'), href: href('/operator') }],
    children: <TuneScoresPage t={t} href={href} texts={texts} wrong={wrong} preview={preview} />,
  });
}
