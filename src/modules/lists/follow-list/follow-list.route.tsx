import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState } from '../../../platform/http/form.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { answerFollow, FollowFields, followScene } from '../../notify/index.ts';
import { listShown } from '../show-lists/list-shown.ts';
import { listTopic } from './list-topic.ts';

const offered = ['added'] as const;

/** GET and POST /lists/:slug/follow: hear of courses that are added to a public list. */
export function followListRoutes(app: App): void {
  app.get('/lists/:slug/follow', (c) => showFollow(c, emptyForm));
  app.post('/lists/:slug/follow', takeFollow);
}

async function showFollow(c: AppContext, form: FormState): Promise<Response> {
  const { db, t, site, lang } = c.var;
  const { list } = await listShown(db, c.req.param('slug') ?? '');
  return sendPage(c, {
    title: t('lists.follow'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: (
      <form method="post" action={urlFor(site, lang, `/lists/${encodeURIComponent(list.slug ?? '')}/follow`)}>
        <Pagehead title={t('lists.follow')} lead={t('lists.follow.lead', { title: list.title })} />
        <FollowFields scene={followScene(c)} kind={listTopic} offered={offered} form={form} />
      </form>
    ),
  });
}

async function takeFollow(c: AppContext): Promise<Response> {
  const { list } = await listShown(c.var.db, c.req.param('slug') ?? '');
  const answer = await answerFollow(c, {
    topic: { kind: listTopic, subject: list.id },
    offered,
    title: list.title,
    path: `/lists/${encodeURIComponent(list.slug ?? '')}`,
  });
  return answer.ok ? answer.response : showFollow(c, answer.form);
}
