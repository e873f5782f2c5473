import { describe, expect, it } from 'vitest';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { emptyForm, type FormState } from '../../../platform/http/form.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testApp } from '../../../platform/testing/web.ts';
import { findActor } from '../../accounts/index.ts';
import { notify } from '../index.ts';
import { followingOf } from '../know-followers/followers.queries.ts';
import { browserKeys } from '../testing/push-receiver.ts';
import { countRows } from '../testing/rows.queries.ts';
import { notifyStage } from '../testing/stage.ts';
import { FollowFields, followScene } from './follow-fields.tsx';
import { answerFollow } from './read-fields.ts';

const stage = await notifyStage();
const offered = ['opens', 'closes'];
const topic = { kind: 'test.thing', subject: 'bread' };

/** A page to follow something, as modules above make theirs. */
function show(c: AppContext, form: FormState) {
  return sendPage(c, {
    title: 'Bread',
    status: form === emptyForm ? 200 : 422,
    children: (
      <form method="post">
        <FollowFields
          scene={followScene(c)}
          kind="test.thing"
          offered={offered}
          chosen={['opens']}
          pace="daily"
          form={form}
        />
      </form>
    ),
  });
}

const routes = (app: App) => {
  app.get('/things/bread', (c) => show(c, emptyForm));
  app.post('/things/bread', async (c) => {
    const answer = await answerFollow(c, { topic, offered, title: 'Bread', path: '/things/bread' });
    return answer.ok ? answer.response : show(c, answer.form);
  });
  notify.routes?.(app);
};
const tools = {
  ...stage.tools,
  assets: { ...stage.tools.assets, islands: { push: '/assets/push.js', 'push-worker': '/assets/w.js' } },
};
const app = testApp(tools, routes, findActor);
let network = 0;
const visit = () => new TestBrowser(app, `203.0.113.${(network += 1)}`, tools.config.baseUrl);
const idIn = (html: string) => /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
const page = '/en/things/bread';

describe('a visitor’s form', () => {
  it('asks for an address, and offers the browser hidden until a script finds that it can', async () => {
    const { html } = await visit().get(page);
    expect(html).toContain('type="email"');
    expect(html).toMatch(/name="want-opens" value="1" checked/);
    expect(html).not.toMatch(/name="want-closes" value="1" checked/);
    expect(html).toMatch(/value="daily" checked/);
    expect(html).toMatch(/id="push" hidden/);
    expect(html).not.toContain('value="no-letter"');
  });

  it('is sent twice and asks once; says where the letter goes', async () => {
    const browser = visit();
    const id = idIn((await browser.get(page)).html);
    const fields = { id, 'want-opens': '1', pace: 'daily', mail: 'awa@example.org' };
    const shown = await browser.post(page, fields);
    expect(shown.html).toContain('open the letter that we are sending to awa@example.org');
    await browser.post(page, fields);
    expect(await countRows(stage.db)).toMatchObject({ wishes: 1 });
  });

  it.each<[string, Record<string, string | readonly string[]>, string]>([
    ['no address', { 'want-opens': '1' }, 'Write your e-mail address.'],
    ['an address that is none', { 'want-opens': '1', mail: 'awa' }, 'This is not an e-mail address.'],
    ['two addresses', { 'want-opens': '1', mail: ['a@b.org', 'c@d.org'] }, ''],
    ['nothing chosen', { mail: 'awa@example.org' }, 'Choose at least one kind of news.'],
    ['a browser that is none', { 'want-opens': '1', push: '{' }, 'Messages cannot be sent to this browser.'],
    [
      'a browser inside our network',
      {
        'want-opens': '1',
        push: JSON.stringify({ endpoint: 'https://10.0.0.1/', keys: browserKeys().keys }),
      },
      'Messages cannot be sent to this browser.',
    ],
    [
      'a browser without encryption',
      {
        'want-opens': '1',
        push: JSON.stringify({ endpoint: 'http://push.example/', keys: browserKeys().keys }),
      },
      'Messages cannot be sent to this browser.',
    ],
  ])('comes back with %s, what was chosen still in it', async (_what, fields, says) => {
    const browser = visit();
    const id = idIn((await browser.get(page)).html);
    const shown = await browser.post(page, { id, pace: 'weekly', ...fields });
    expect([shown.status, shown.html.includes(says)]).toEqual([422, true]);
    expect(idIn(shown.html)).toBe(id);
    expect(shown.html).toMatch(/value="weekly" checked/);
    expect(/name="want-opens" value="1" checked/.test(shown.html)).toBe('want-opens' in fields);
  });

  it('without an id, or for a want that is not offered, is refused as a whole', async () => {
    const browser = visit();
    const mail = 'awa@example.org';
    expect((await browser.post(page, { 'want-opens': '1', mail })).status).toBe(422);
    const id = idIn((await browser.get(page)).html);
    expect((await browser.post(page, { id, 'want-price': '1', mail })).status).toBe(422);
  });

  it('follows by browser at once; the browser keeps the secret of its list', async () => {
    const browser = visit();
    const id = idIn((await browser.get(page)).html);
    const push = JSON.stringify({
      endpoint: 'https://push.example/1',
      expirationTime: null,
      keys: browserKeys().keys,
    });
    const shown = await browser.post(page, { id, 'want-opens': '1', push });
    expect(shown.html).toContain('You now follow “Bread”.');
    const list = await browser.get('/en/following');
    expect(list.html).toContain('In a browser, since');
    expect(list.html).toContain('Bread');
  });

  it('is served a worker of its own at the root', async () => {
    const worker = await visit().get('/push-worker.js');
    expect(worker.html).toBe('importScripts("/assets/w.js");\n');
    expect(worker.headers.get('content-type')).toContain('text/javascript');
  });
});

it('a signed-in person follows in their account, without typing an address', async () => {
  const reader = await stage.person('reader@example.org', 'fr');
  const signedIn = stage.browser();
  await stage.signIn(signedIn, 'reader@example.org');
  const browser = visit();
  for (const [name, value] of signedIn.cookies) browser.cookies.set(name, value);
  const form = await browser.get(page);
  expect(form.html).not.toContain('type="email"');
  expect(form.html).toContain('value="no-letter"');
  const shown = await browser.post(page, { id: idIn(form.html), 'want-closes': '1', pace: 'no-letter' });
  expect(shown.html).toContain('You now follow “Bread”.');
  expect(await followingOf(stage.db, reader.id, topic)).toEqual({ wants: ['closes'], pace: 'no-letter' });
  const stopped = await browser.post(page, { id: idIn(form.html), stop: '1' });
  expect(stopped.html).toContain('You no longer follow “Bread”.');
  expect(await followingOf(stage.db, reader.id, topic)).toBeUndefined();
  expect((await visit().post(page, { id: idIn(form.html), stop: '1' })).status).toBe(422);
});
