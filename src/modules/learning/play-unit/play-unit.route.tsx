import type { ComponentChildren } from 'preact';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { allowOutside } from '../../../platform/http/security.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { demand } from '../../../platform/refusal.ts';
import { signedInOnly } from '../../accounts/index.ts';
import { filmScene, outsideOrigins, packagesOfPage, type PackagesOfPage } from '../../courses/index.ts';
import { findUnit, paceIn, tallyIn } from '../find-place/find-place.ts';
import { learnPath, sceneOf } from '../find-place/learn-scene.ts';
import type { UnitPlace } from '../find-place/place.ts';
import { unitsOf } from '../ledger/standing.ts';
import { openingOf, openUnits } from '../ledger/way-on.ts';
import { isUnderWay, standingIn } from '../policy.ts';
import { enrolFirst, notOpenYet } from '../refusals.ts';
import type { BlockScene } from './blocks/block-scene.ts';
import { finishBlock, finishUnit, noteVisit } from './finish-unit.ts';
import { courseFiles } from './course-files.ts';
import { UnitPage } from './unit.page.tsx';

/** GET /learn/:slug/:unit, and what one does with a unit as a whole. */
export function playUnitRoutes(app: App): void {
  app.get('/learn/:slug/:unit', showUnit);
  app.post('/learn/:slug/:unit/done', signedInOnly, takeDone);
  app.post('/learn/:slug/:unit/visit', signedInOnly, takeVisit);
  app.post('/learn/:slug/:unit/:block/done', signedInOnly, takeBlockDone);
}

export const placeOfRequest = (c: AppContext): Promise<UnitPlace> =>
  findUnit(c.var.db, c.var.actor, c.req.param('slug') ?? '', c.req.param('unit') ?? '');

async function showUnit(c: AppContext): Promise<Response> {
  const place = await placeOfRequest(c);
  const { actor, t } = c.var;
  const scene = sceneOf(c);
  const { course, unit, section, enrolment } = place;
  const standing = standingIn(place, actor);
  demand(standing !== 'outside', enrolFirst);
  const pace = paceIn(place, actor.now);
  const tally = tallyIn(place);
  demand(standing === 'staff' || openingOf(section, course.outline, tally, pace).open, notOpenYet);
  const units = standing === 'staff' ? unitsOf(course.outline) : openUnits(course.outline, tally, pace);
  const at = units.findIndex(({ id }) => id === unit.id);
  allowOutside(c, outsideOrigins(place.blocks.map(({ content }) => content)));
  const packages = await packagesOfPage(c, course.id, place.blocks);
  return sendPage(c, {
    title: `${unit.title} · ${course.title}`,
    indexed: standing === 'reader',
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
        blocks={blockScene(c, place, packages, new Map())}
        previous={units[at - 1]}
        next={units[at + 1]}
        counts={enrolment === undefined || isUnderWay(enrolment.run, actor.now)}
      />
    ),
  });
}

function blockScene(
  c: AppContext,
  place: UnitPlace,
  packages: PackagesOfPage,
  answering: ReadonlyMap<string, ComponentChildren>,
): BlockScene {
  const { t, actor } = c.var;
  const { course, unit, enrolment } = place;
  const { to } = sceneOf(c);
  const known = new Set(course.outline.sections.flatMap(({ units }) => units.map(({ id }) => id)));
  const fileOf = courseFiles(course.id, place.files);
  return {
    t,
    lang: course.lang,
    fileOf,
    packages,
    films: filmScene(c, { courseId: course.id, edition: unit.edition, files: place.files }),
    text: {
      fileOf,
      unitAddress: (id) => (known.has(id) ? to(learnPath(course.slug, id)) : undefined),
      tableLabel: t('learning.table'),
    },
    action: (blockId, deed) => to(learnPath(course.slug, unit.id, blockId, deed)),
    tally: tallyIn(place),
    standing: standingIn(place, actor),
    counts: enrolment === undefined || isUnderWay(enrolment.run, actor.now),
    textOnly: false,
    answering,
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
