import { z } from 'zod';
import { roles } from '../../../platform/actor.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { mayGiveRoles } from '../policy.ts';
import { keptNowhere, operatorsOnly, staffOnly } from '../session/only.ts';
import { blockPerson, giveRoles, personFor, unblockPerson } from './manage-people.ts';
import { PeoplePage } from './people.page.tsx';
import { PersonPage } from './person.page.tsx';
import { findPeople } from './people.queries.ts';

const onePage = 50;
const search = z.object({
  q: z.string().trim().max(200).catch(''),
  role: z.enum(roles).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
const rolesForm = z.object({
  roles: z
    .union([z.array(z.enum(roles)), z.enum(roles).transform((role) => [role])])
    .catch([])
    .default([]),
});

export function managePeopleRoutes(app: App): void {
  // Whoever has no role gets no further; what operators alone may do is for each module to say.
  app.use('/operator/*', staffOnly, keptNowhere);
  for (const area of ['people', 'audit', 'mail']) app.use(`/operator/${area}/*`, operatorsOnly);
  app.get('/operator/people', showPeople);
  app.get('/operator/people/:id', showPerson);
  app.post('/operator/people/:id/roles', takeRoles);
  app.post('/operator/people/:id/block', (c) => change(c, blockPerson, 'accounts.people.blocked.done'));
  app.post('/operator/people/:id/unblock', (c) => change(c, unblockPerson, 'accounts.people.unblocked.done'));
}

async function showPeople(c: AppContext) {
  const { t, db, site } = c.var;
  const { q, role, page } = search.parse(c.req.query());
  const found = await findPeople(db, { words: q, role, skip: (page - 1) * onePage, most: onePage });
  return sendPage(c, {
    title: t('accounts.people.title'),
    indexed: false,
    breadcrumbs: [{ label: t('accounts.operator.title'), href: urlFor(site, t.lang, '/operator') }],
    children: (
      <PeoplePage
        t={t}
        site={site}
        words={q}
        role={role}
        found={found}
        page={page}
        pages={Math.ceil(found.total / onePage)}
      />
    ),
  });
}

async function showPerson(c: AppContext) {
  const { t, db, site, actor } = c.var;
  const person = await personFor(db, actor, c.req.param('id') ?? '');
  return sendPage(c, {
    title: person.name,
    width: 'narrow',
    indexed: false,
    breadcrumbs: [
      { label: t('accounts.operator.title'), href: urlFor(site, t.lang, '/operator') },
      { label: t('accounts.people.title'), href: urlFor(site, t.lang, '/operator/people') },
    ],
    children: <PersonPage t={t} site={site} person={person} mayChange={mayGiveRoles(actor, person)} />,
  });
}

async function takeRoles(c: AppContext) {
  const { db, actor } = c.var;
  const read = await readForm(c, rolesForm);
  const personId = c.req.param('id') ?? '';
  await giveRoles(db, actor, { personId, roles: read.ok ? read.value.roles : [] });
  return backToPerson(c, 'accounts.people.roles.done');
}

type Done = 'accounts.people.blocked.done' | 'accounts.people.unblocked.done' | 'accounts.people.roles.done';

async function change(c: AppContext, deed: typeof blockPerson, done: Done) {
  await deed(c.var.db, c.var.actor, c.req.param('id') ?? '');
  return backToPerson(c, done);
}

function backToPerson(c: AppContext, done: Done) {
  const { site, lang, t } = c.var;
  flash(c, 'good', t(done));
  return c.redirect(urlFor(site, lang, `/operator/people/${c.req.param('id')}`), 303);
}
