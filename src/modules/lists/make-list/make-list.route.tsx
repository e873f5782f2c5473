import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Confirmation } from '../../../platform/ui/confirmation.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import type { ListFacts } from '../read-lists/list-facts.ts';
import { ownList } from '../read-lists/own-list.ts';
import { DetailsFields } from './details-fields.tsx';
import { detailsForm, newListForm } from './list-form.ts';
import { changeList, deleteList, makeList } from './make-list.ts';

/** GET and POST /lists/new, /lists/mine/:id/edit and /lists/mine/:id/delete. */
export function makeListRoutes(app: App): void {
  app.get('/lists/new', signedInOnly, keptNowhere, (c) => showNew(c, emptyForm));
  app.post('/lists/new', signedInOnly, takeNew);
  app.get('/lists/mine/:id/edit', async (c) => {
    const { list } = await ownList(c.var.db, c.var.actor, c.req.param('id'));
    return showEdit(c, list.title, stateOf(list));
  });
  app.post('/lists/mine/:id/edit', takeEdit);
  app.get('/lists/mine/:id/delete', askToDelete);
  app.post('/lists/mine/:id/delete', takeDelete);
}

const stateOf = (list: ListFacts): FormState => ({
  errors: {},
  values: {
    title: list.title,
    description: list.description ?? '',
    lang: list.lang,
    plan: list.isPlan ? 'yes' : 'no',
  },
});

export const ownPath = (c: AppContext, id: string, end = ''): string =>
  urlFor(c.var.site, c.var.lang, `/lists/mine/${id}${end}`);

function showNew(c: AppContext, form: FormState): Response {
  const { t, site, lang, actor } = c.var;
  const shown: FormState =
    c.req.query('plan') === 'yes' && form === emptyForm ? { errors: {}, values: { plan: 'yes' } } : form;
  return sendPage(c, {
    title: t('lists.new'),
    width: 'narrow',
    indexed: false,
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    children: (
      <form method="post" action={urlFor(site, lang, '/lists/new')} class="stack">
        <Pagehead title={t('lists.new')} lead={t('lists.new.lead')} />
        <input type="hidden" name="id" value={form.values['id'] ?? actor.ids.next()} />
        <DetailsFields t={t} form={shown} />
        <div class="row form-end">
          <Button kind="first">{t('lists.make')}</Button>
          <LinkButton kind="quiet" href={urlFor(site, lang, '/lists/mine')}>
            {t('lists.back.mine')}
          </LinkButton>
        </div>
      </form>
    ),
  });
}

async function takeNew(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const read = await readForm(c, newListForm);
  if (!read.ok) return showNew(c, read.form);
  const { plan, ...rest } = read.value;
  const id = await makeList(db, actor, { ...rest, isPlan: plan });
  flash(c, 'good', t('lists.made', { title: rest.title }));
  return c.redirect(ownPath(c, id), 303);
}

function showEdit(c: AppContext, title: string, form: FormState): Response {
  const { t } = c.var;
  const id = c.req.param('id') ?? '';
  return sendPage(c, {
    title: t('lists.edit'),
    width: 'narrow',
    indexed: false,
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    children: (
      <>
        <form method="post" action={ownPath(c, id, '/edit')} class="stack">
          <Pagehead title={t('lists.edit')} lead={<bdi>{title}</bdi>} />
          <DetailsFields t={t} form={form} />
          <div class="row form-end">
            <Button kind="first">{t('lists.save')}</Button>
            <LinkButton kind="quiet" href={ownPath(c, id)}>
              {t('lists.back')}
            </LinkButton>
          </div>
        </form>
        <p class="section">
          <a href={ownPath(c, id, '/delete')}>{t('lists.delete')}</a>
        </p>
      </>
    ),
  });
}

async function takeEdit(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const id = c.req.param('id') ?? '';
  const { list } = await ownList(db, actor, id);
  const read = await readForm(c, detailsForm);
  if (!read.ok) return showEdit(c, list.title, read.form);
  const { plan, ...rest } = read.value;
  await changeList(db, actor, { id, ...rest, isPlan: plan });
  flash(c, 'good', t('lists.saved'));
  return c.redirect(ownPath(c, id), 303);
}

async function askToDelete(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const { list, items } = await ownList(db, actor, c.req.param('id') ?? '');
  return sendPage(c, {
    title: t('lists.delete'),
    width: 'narrow',
    indexed: false,
    children: (
      <Confirmation
        title={t('lists.delete.ask', { title: list.title })}
        effects={[
          t('lists.delete.courses', { n: items.length }),
          ...(list.visibility === 'private' ? [] : [t('lists.delete.links')]),
          t('lists.delete.for-good'),
        ]}
        action={ownPath(c, list.id, '/delete')}
        yes={t('lists.delete')}
        danger
        no={t('lists.back')}
        back={ownPath(c, list.id)}
      />
    ),
  });
}

async function takeDelete(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  await deleteList(db, actor, c.req.param('id') ?? '');
  flash(c, 'good', t('lists.deleted'));
  return c.redirect(urlFor(site, lang, '/lists/mine'), 303);
}
