import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { demand } from '../../../platform/refusal.ts';
import { signedInOnly } from '../../accounts/index.ts';
import type { ReadForm } from '../../assessment/index.ts';
import { type Answering, answeringInUnit } from '../answer-blocks/answering-in-unit.ts';
import {
  allowBlocks,
  courseFiles,
  filmScene,
  type OutlineUnit,
  packagesOfPage,
  type PackagesOfPage,
} from '../../courses/index.ts';
import { findUnit, paceIn, tallyIn } from '../find-place/find-place.ts';
import { learnPath, sceneOf } from '../find-place/learn-scene.ts';
import type { UnitPlace } from '../find-place/place.ts';
import { unitsOf } from '../ledger/standing.ts';
import { openingOf, openUnits } from '../ledger/way-on.ts';
import { isTextOnly } from '../light-mode/light-mode.ts';
import { filmsOf } from '../take-notes/take-notes.ts';
import { readTimeCode } from '../take-notes/time-code.ts';
import { isUnderWay, type Standing, standingIn } from '../policy.ts';
import { enrolFirst, notOpenYet } from '../refusals.ts';
import type { BlockScene } from './blocks/block-scene.ts';
import { finishBlock, finishUnit, noteVisit } from './finish-unit.ts';
import { UnitPage } from './unit.page.tsx';

/** GET /learn/:slug/:unit, and what one does with a unit as a whole. */
export function playUnitRoutes(app: App): void {
  app.get('/learn/:slug/:unit', showUnit);
  app.post('/learn/:slug/:unit/done', signedInOnly, takeDone);
  app.post('/learn/:slug/:unit/visit', signedInOnly, takeVisit);
  app.post('/learn/:slug/:unit/:block/done', signedInOnly, takeBlockDone);
}

/** The unit of the address; held where something is going to be done in it. */
export const placeOfRequest = (c: AppContext): Promise<UnitPlace> =>
  findUnit(
    c.var.db,
    c.var.actor,
    { slug: c.req.param('slug') ?? '', unitId: c.req.param('unit') ?? '' },
    { hold: c.req.method === 'POST' },
  );

/** Why what was sent of a block came back, and what was typed. */
export interface SentBack {
  readonly blockId: string;
  readonly form: ReadForm;
  readonly text: string;
  readonly status: 409 | 422;
}

async function showUnit(c: AppContext): Promise<Response> {
  return sendUnit(c, await placeOfRequest(c));
}

/** The page of a unit; with what was typed where a form on it came back. @throws Refusal 403 for who may not see it */
export async function sendUnit(c: AppContext, place: UnitPlace, back?: SentBack): Promise<Response> {
  const { actor, t, db } = c.var;
  const scene = sceneOf(c);
  const { course, unit, section, enrolment } = place;
  const standing = standingIn(place, actor);
  demand(standing !== 'outside', enrolFirst);
  const units = unitsInSight(place, standing, actor.now);
  const at = units.findIndex(({ id }) => id === unit.id);
  const answering = await answeringInUnit(db, place, { standing, now: actor.now });
  const packages = await packagesOfPage(c, course.id, place.blocks);
  allowBlocks(
    c,
    place.blocks.map(({ content }) => content),
  );
  return sendPage(c, {
    nav: 'learn',
    title: `${unit.title} · ${course.title}`,
    status: back?.status ?? 200,
    indexed: standing === 'reader',
    head: <script type="module" src={c.var.tools.assets.islands?.['learner']} />,
    breadcrumbs: [
      { label: t('learning.mine.title'), href: scene.to('/learn') },
      { label: course.title, href: scene.to(learnPath(course.slug)) },
      { label: section.title, href: `${scene.to(learnPath(course.slug))}#s-${section.id}` },
    ],
    children: (
      <UnitPage
        scene={scene}
        place={place}
        standing={standing}
        blocks={blockScene(c, place, { answering, packages, back })}
        previous={units[at - 1]}
        next={units[at + 1]}
        counts={enrolment === undefined || isUnderWay(enrolment.run, actor.now)}
        newId={actor.ids.next()}
        reportId={actor.ids.next()}
        messageId={actor.ids.next()}
      />
    ),
  });
}

/** The units that one may go to from here. @throws Refusal 403 when this one is in a section that is not open */
function unitsInSight(place: UnitPlace, standing: Standing, now: Date): readonly OutlineUnit[] {
  const { outline } = place.course;
  if (standing === 'staff') return unitsOf(outline);
  const pace = paceIn(place, now);
  const tally = tallyIn(place);
  demand(openingOf(place.section, outline, tally, pace).open, notOpenYet);
  return openUnits(outline, tally, pace);
}

/** `?t=151`: where a film is to be, the one of `film` or the first. */
function askedMoment(c: AppContext, place: UnitPlace): { blockId: string; second: number } | undefined {
  const second = readTimeCode(c.req.query('t') ?? '');
  const films = filmsOf(place);
  const film = films.find(({ id }) => id === c.req.query('film')) ?? films[0];
  return film && second !== undefined ? { blockId: film.id, second } : undefined;
}

/** What was read for the blocks of a unit. */
interface SeenInUnit {
  readonly answering: Answering;
  readonly packages: PackagesOfPage;
  readonly back: SentBack | undefined;
}

function blockScene(c: AppContext, place: UnitPlace, { answering, packages, back }: SeenInUnit): BlockScene {
  const { t, actor } = c.var;
  const { course, unit, enrolment } = place;
  const { to } = sceneOf(c);
  const known = new Set(course.outline.sections.flatMap(({ units }) => units.map(({ id }) => id)));
  const textOnly = isTextOnly(c);
  const fileOf = courseFiles(course.id, place.files);
  return {
    t,
    lang: course.lang,
    fileOf,
    packages,
    films: {
      ...filmScene(c, { courseId: course.id, edition: unit.edition, files: place.files }),
      ...(standingIn(place, actor) === 'learner' && {
        watchAddress: (blockId) => to(learnPath(course.slug, unit.id, blockId, 'watched')),
      }),
      at: askedMoment(c, place),
    },
    text: {
      fileOf,
      unitAddress: (id) => (known.has(id) ? to(learnPath(course.slug, id)) : undefined),
      tableLabel: t('learning.table'),
      textOnly,
    },
    action: (blockId, deed) => to(learnPath(course.slug, unit.id, blockId, deed)),
    tally: tallyIn(place),
    standing: standingIn(place, actor),
    counts: enrolment === undefined || isUnderWay(enrolment.run, actor.now),
    textOnly,
    zone: enrolment?.run.zone,
    points: course.rules.marks === 'points',
    newId: () => actor.ids.next(),
    answering,
    workFile: (workId, at) => to(`/work-files/${workId}/${at}`),
    back,
  };
}

async function takeDone(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const place = await placeOfRequest(c);
  const { nextUnitId, completesNow } = await finishUnit(db, actor, place);
  const { to } = sceneOf(c);
  const { slug } = place.course;
  if (completesNow || nextUnitId === undefined) return c.redirect(to(learnPath(slug)), 303);
  return c.redirect(to(learnPath(slug, nextUnitId)), 303);
}

/** Sent by a script of ours: where one is, and that the end was reached. */
async function takeVisit(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const place = await placeOfRequest(c);
  const body = await c.req.parseBody();
  await noteVisit(db, actor, place, { isRead: body['end'] === 'yes' });
  return c.body(null, 204);
}

async function takeBlockDone(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const place = await placeOfRequest(c);
  const blockId = c.req.param('block') ?? '';
  await finishBlock(db, actor, place, blockId);
  return c.redirect(`${sceneOf(c).to(learnPath(place.course.slug, place.unit.id))}#${blockId}`, 303);
}
