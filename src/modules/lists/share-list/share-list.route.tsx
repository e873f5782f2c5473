import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { absoluteUrl, urlFor } from '../../../platform/http/site.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Checkbox, Choices } from '../../../platform/ui/choices.tsx';
import { CopyField } from '../../../platform/ui/copy-field.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { ownPath } from '../make-list/make-list.route.tsx';
import type { ListFacts } from '../read-lists/list-facts.ts';
import { ownList } from '../read-lists/own-list.ts';
import { shareList } from './share-list.ts';

const visibilities = ['private', 'link', 'public'] as const;

const shareForm = z.object({
  visibility: z.enum(visibilities).catch('private'),
  name: z
    .literal('yes')
    .optional()
    .catch(undefined)
    .transform((value) => value === 'yes'),
});

/** GET and POST /lists/mine/:id/share; POST .../share/renew makes the old link worthless. */
export function shareListRoutes(app: App): void {
  app.get('/lists/mine/:id/share', showSharing);
  app.post('/lists/mine/:id/share', takeSharing);
  app.post('/lists/mine/:id/share/renew', renewLink);
}

async function showSharing(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const { list } = await ownList(db, actor, c.req.param('id') ?? '');
  return sendPage(c, {
    title: t('lists.share'),
    width: 'narrow',
    indexed: false,
    children: (
      <>
        <form method="post" action={ownPath(c, list.id, '/share')} class="stack">
          <Pagehead title={t('lists.share')} lead={<bdi>{list.title}</bdi>} />
          <Choices
            id="visibility"
            name="visibility"
            kind="radio"
            label={t('lists.share.who')}
            options={visibilities.map((each) => ({
              value: each,
              label: t(`lists.visibility.${each}`),
              hint: t(`lists.visibility.${each}.hint`),
              disabled: each === 'public' && list.withdrawnAt !== null,
            }))}
            chosen={[list.visibility]}
          />
          <Checkbox
            id="name"
            name="name"
            value="yes"
            label={t('lists.share.name', { name: actor.name ?? '' })}
            checked={list.showsName}
          />
          <div class="row form-end">
            <Button kind="first">{t('lists.save')}</Button>
            <LinkButton kind="quiet" href={ownPath(c, list.id)}>
              {t('lists.back')}
            </LinkButton>
          </div>
        </form>
        <Address c={c} list={list} />
      </>
    ),
  });
}

/** Where others find it. */
function Address({ c, list }: { readonly c: AppContext; readonly list: ListFacts }) {
  const { t, site, lang } = c.var;
  if (list.visibility === 'link')
    return (
      <section class="section stack">
        <CopyField
          t={t}
          id="link"
          label={t('lists.share.link')}
          value={absoluteUrl(site, lang, `/lists/shared/${list.shareToken}`)}
        />
        <form method="post" action={ownPath(c, list.id, '/share/renew')}>
          <p class="small soft">{t('lists.share.renew.text')}</p>
          <Button small>{t('lists.share.renew')}</Button>
        </form>
      </section>
    );
  if (list.visibility !== 'public' || list.withdrawnAt) return null;
  const path = `/lists/${encodeURIComponent(list.slug ?? '')}`;
  return (
    <section class="section stack">
      <CopyField t={t} id="link" label={t('lists.share.address')} value={absoluteUrl(site, lang, path)} />
      <p>
        <a href={urlFor(site, lang, path)}>{t('lists.share.look')}</a>
      </p>
    </section>
  );
}

async function takeSharing(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const id = c.req.param('id') ?? '';
  const read = await readForm(c, shareForm);
  const { visibility, name } = read.ok ? read.value : { visibility: 'private' as const, name: false };
  await shareList(db, actor, { id, visibility, showsName: name });
  flash(c, 'good', t(`lists.share.done.${visibility}`));
  return c.redirect(ownPath(c, id, '/share'), 303);
}

async function renewLink(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const id = c.req.param('id') ?? '';
  const { list } = await ownList(db, actor, id);
  await shareList(db, actor, {
    id,
    visibility: list.visibility,
    showsName: list.showsName,
    renewLink: true,
  });
  flash(c, 'good', t('lists.share.renewed'));
  return c.redirect(ownPath(c, id, '/share'), 303);
}
