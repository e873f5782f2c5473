import { createHash } from 'node:crypto';
import { bodyLimit } from 'hono/body-limit';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import type { UnitPlace } from '../find-place/place.ts';
import { findUnit } from '../find-place/find-place.ts';
import { toldByPackage } from './package-result.ts';
import { keepPackageResult, resumePackage } from './play-package.ts';

const path = '/learn/:slug/:unit/:block/package';
const mostBytes = 200_000;

/** For the script that plays a package: GET where somebody stopped, POST what the package said. */
export function playPackageRoutes(app: App): void {
  app.get(path, signedInOnly, keptNowhere, inWords(sendState));
  app.post(path, signedInOnly, bodyLimit({ maxSize: mostBytes, onError: tooLarge }), inWords(takeResult));
}

/** A refusal as the sentence that the script shows, not as a page. */
const inWords =
  (answer: (c: AppContext) => Promise<Response>) =>
  async (c: AppContext): Promise<Response> => {
    try {
      return await answer(c);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return c.json({ said: c.var.t(error.messageKey as MessageKey, error.values) }, error.status);
    }
  };

function tooLarge(): never {
  throw new Refusal(413, 'http.too-large', 'app.refusal.too-large');
}

const placeOf = (c: AppContext): Promise<UnitPlace> =>
  findUnit(
    c.var.db,
    c.var.actor,
    { slug: c.req.param('slug') ?? '', unitId: c.req.param('unit') ?? '' },
    { hold: c.req.method === 'POST' },
  );

async function sendState(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const place = await placeOf(c);
  const { state, seconds } = await resumePackage(db, actor, place, c.req.param('block') ?? '');
  return c.json({ state, seconds, learner: standIn(place) });
}

/** Packages want to know who learns; they are told that it is somebody, the same one each time. */
const standIn = ({ enrolment }: UnitPlace): string =>
  `learner-${createHash('sha256')
    .update(enrolment?.id ?? '')
    .digest('hex')
    .slice(0, 16)}`;

async function takeResult(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const told = toldByPackage.safeParse(await c.req.json().catch(() => undefined));
  if (!told.success) return c.json({ said: t('learning.package.not-read') }, 422);
  const place = await placeOf(c);
  const answer = await keepPackageResult(db, actor, place, {
    blockId: c.req.param('block') ?? '',
    told: told.data,
  });
  return c.json({ said: t(`learning.package.${answer}`) });
}
