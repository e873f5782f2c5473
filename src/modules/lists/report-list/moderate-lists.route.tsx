import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { editorsOnly, keptNowhere, staffOnly } from '../../accounts/index.ts';
import { reasonMissing } from '../refusals.ts';
import { sceneOf } from '../show-lists/show-lists.route.tsx';
import { ModeratePage, PickPage } from './moderate-lists.page.tsx';
import { decideList, pickList } from './report-list.ts';
import { listsToModerate, type Shelf } from './reports.queries.ts';

const shelves: readonly Shelf[] = ['reported', 'public', 'withdrawn'];
const mostShown = 50;

/** /operator/lists for moderators: reports, taking down, putting back; /editor/lists for editors: their picks. */
export function moderateListsRoutes(app: App): void {
  app.get('/operator/lists', staffOnly, keptNowhere, showModeration);
  app.post('/operator/lists/:id', staffOnly, takeDecision);
  app.get('/editor/lists', editorsOnly, keptNowhere, showPicks);
  app.post('/editor/lists/:id', editorsOnly, takePick);
}

async function showModeration(c: AppContext): Promise<Response> {
  const { db, t } = c.var;
  const shelf = shelves.find((each) => each === c.req.query('shelf')) ?? 'reported';
  return sendPage(c, {
    title: t('lists.moderate.title'),
    indexed: false,
    children: (
      <ModeratePage
        scene={sceneOf(c)}
        shelf={shelf}
        shelves={shelves}
        lists={await listsToModerate(db, shelf, mostShown)}
      />
    ),
  });
}

const decisionForm = z.object({
  verdict: z.enum(['withdraw', 'keep', 'restore']).catch('keep'),
  reason: z.string().trim().max(500).catch(''),
});

async function takeDecision(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const id = c.req.param('id') ?? '';
  const read = await readForm(c, decisionForm);
  const { verdict, reason } = read.ok ? read.value : { verdict: 'keep' as const, reason: '' };
  if (verdict === 'withdraw') {
    // who made the list reads why
    if (reason === '') throw reasonMissing();
    await decideList(db, actor, { id, verdict, reason });
  } else await decideList(db, actor, { id, verdict });
  flash(c, 'good', t(`lists.moderate.done.${verdict}`));
  return c.redirect(urlFor(site, lang, '/operator/lists'), 303);
}

async function showPicks(c: AppContext): Promise<Response> {
  const { db, t } = c.var;
  return sendPage(c, {
    title: t('lists.pick.title'),
    indexed: false,
    children: <PickPage scene={sceneOf(c)} lists={await listsToModerate(db, 'public', mostShown)} />,
  });
}

async function takePick(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const read = await readForm(c, z.object({ picked: z.enum(['yes', 'no']).catch('no') }));
  const picked = read.ok && read.value.picked === 'yes';
  await pickList(db, actor, { id: c.req.param('id') ?? '', picked });
  flash(c, 'good', t(picked ? 'lists.pick.done' : 'lists.pick.undone'));
  return c.redirect(urlFor(site, lang, '/editor/lists'), 303);
}
