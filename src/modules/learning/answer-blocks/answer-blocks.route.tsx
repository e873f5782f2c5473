import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { signedInOnly } from '../../accounts/index.ts';
import { readLearnerForm } from '../../assessment/index.ts';
import { learnPath, sceneOf } from '../find-place/learn-scene.ts';
import type { UnitPlace } from '../find-place/place.ts';
import { placeOfRequest, sendUnit } from '../play-unit/play-unit.route.tsx';
import type { Recorded } from '../record-progress/record-progress.ts';
import { answerQuestions, type Sent } from './answer-questions.ts';
import { handInWork, judgeOwnWork, vote } from './take-part.ts';

type Take = (db: Db, actor: Actor, place: UnitPlace, sent: Sent) => Promise<Recorded>;

/** POST /learn/:slug/:unit/:block/answers, .../vote, .../work and .../judgement: what learners send of a block. */
export function answerBlocksRoutes(app: App): void {
  app.post('/learn/:slug/:unit/:block/answers', signedInOnly, (c) => take(c, answerQuestions));
  app.post('/learn/:slug/:unit/:block/vote', signedInOnly, (c) => take(c, vote));
  app.post('/learn/:slug/:unit/:block/work', signedInOnly, (c) => take(c, handInWork));
  app.post('/learn/:slug/:unit/:block/judgement', signedInOnly, (c) => take(c, judgeOwnWork));
}

/** Does it, and comes back to the block; the deed that completes the course leads to the course's page. */
async function take(c: AppContext, deed: Take): Promise<Response> {
  const { db, actor, t } = c.var;
  const blockId = c.req.param('block') ?? '';
  // read before anything is held: a slow upload keeps nobody waiting
  const form = await readLearnerForm(c);
  const place = await placeOfRequest(c);
  const { to } = sceneOf(c);
  const { slug } = place.course;
  try {
    const { completesNow } = await deed(db, actor, place, { blockId, form });
    if (completesNow) return c.redirect(to(learnPath(slug)), 303);
    return c.redirect(`${to(learnPath(slug, place.unit.id))}#${blockId}`, 303);
  } catch (error) {
    // nothing of what was typed is lost from sight: the page comes back with it and says why
    if (!(error instanceof Refusal) || !isAboutAnswers(error)) throw error;
    const text = t(error.messageKey as MessageKey, error.values);
    return sendUnit(c, place, { blockId, form, text, status: error.status === 409 ? 409 : 422 });
  }
}

const isAboutAnswers = ({ code, status }: Refusal): boolean =>
  code.startsWith('assessment.') && (status === 409 || status === 422);
