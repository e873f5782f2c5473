import { describe, expect, it } from 'vitest';
import { mergeForTest } from '../../catalog/testing/merge-for-test.ts';
import { listsStage, titlesOn } from '../testing/lists-stage.ts';
import { mostItems } from '../read-lists/list-facts.ts';
import { insertItems } from './items.queries.ts';

const stage = await listsStage();
const awa = await stage.person('Awa');
const zoe = await stage.person('Zoe');
const itemsOn = (html: string) =>
  [...html.matchAll(/items\/([0-9a-f-]{36})\/remove/g)].map(([, id = '']) => id);
const own = async (id: string) => (await awa.browser.get(`/en/lists/mine/${id}`)).html;

describe('a list of one’s own', async () => {
  const id = await stage.list(awa.browser, 'Baking', ['bread', 'cakes', 'soups']);
  const deed = (item: string | undefined, what: string, fields = {}, browser = awa.browser) =>
    browser.post(`/en/lists/mine/${id}/items/${item}/${what}`, fields);

  it('keeps courses in the order in which they were added', async () => {
    expect(titlesOn(await own(id))).toEqual(['Bread', 'Cakes', 'Soups']);
  });

  it('moves a course up and down, and not over the edge', async () => {
    const [bread, , soups] = itemsOn(await own(id));
    await deed(soups, 'move', { to: 'up' });
    expect(titlesOn(await own(id))).toEqual(['Bread', 'Soups', 'Cakes']);
    await deed(bread, 'move', { to: 'up' });
    expect(titlesOn(await own(id))).toEqual(['Bread', 'Soups', 'Cakes']);
    await deed(bread, 'move', { to: 'last' });
    expect(titlesOn(await own(id))).toEqual(['Soups', 'Cakes', 'Bread']);
    await deed(bread, 'move', { to: 'first' });
    expect(titlesOn(await own(id))).toEqual(['Bread', 'Soups', 'Cakes']);
  });

  it('leaves a course where it is when it is added again', async () => {
    const shown = await awa.browser.post(`/en/lists/mine/${id}/add`, { course: 'bread' });
    expect(shown.html).toContain('was in the list already');
    expect(titlesOn(shown.html)).toEqual(['Bread', 'Soups', 'Cakes']);
  });

  it('takes a course out, and puts it back where it stood', async () => {
    const [, soups] = itemsOn(await own(id));
    const without = await deed(soups, 'remove');
    expect(titlesOn(without.html)).toEqual(['Bread', 'Cakes']);
    expect(without.html).toContain('“Soups” is taken out.');
    const back = await deed(soups, 'put-back');
    expect(titlesOn(back.html)).toEqual(['Bread', 'Soups', 'Cakes']);
    // nothing is left to put back
    expect((await deed(soups, 'put-back')).status).toBe(404);
  });

  it('forgets what was taken out more than a day ago', async () => {
    const [, soups, cakes] = itemsOn(await own(id));
    await deed(soups, 'remove');
    stage.clock.forward(90_000);
    await deed(cakes, 'remove');
    expect((await deed(soups, 'put-back')).status).toBe(404);
    await deed(cakes, 'put-back');
  });

  it('keeps a note, shows it as text, and takes it away again', async () => {
    const [bread] = itemsOn(await own(id));
    await deed(bread, 'note', { note: 'Start <b>here</b>' });
    expect(await own(id)).toContain('Start &lt;b>here&lt;/b>');
    expect((await deed(bread, 'note', { note: 'x'.repeat(501) })).status).toBe(422);
    await deed(bread, 'note', { note: '  ' });
    expect(await own(id)).not.toContain('Start');
  });

  it('finds a course to add below the list', async () => {
    const { html } = await awa.browser.get(`/en/lists/mine/${id}?q=Pies`);
    expect(html).toContain('Add<span class="unseen"> Pies</span>');
  });

  it('refuses a course that nobody knows', async () => {
    expect((await awa.browser.post(`/en/lists/mine/${id}/add`, { course: 'nothing' })).status).toBe(404);
  });

  it('is nobody else’s: every deed answers strangers as if there were no such list', async () => {
    const [bread] = itemsOn(await own(id));
    const before = titlesOn(await own(id));
    for (const what of ['move', 'note', 'remove', 'put-back'])
      expect([what, (await deed(bread, what, { to: 'last', note: 'x' }, zoe.browser)).status]).toEqual([
        what,
        404,
      ]);
    for (const end of ['', '/edit', '/share', '/delete', '/plan'])
      expect([end, (await zoe.browser.get(`/en/lists/mine/${id}${end}`)).status]).toEqual([end, 404]);
    for (const end of ['/edit', '/share', '/share/renew', '/delete', '/add'])
      expect([
        end,
        (await zoe.browser.post(`/en/lists/mine/${id}${end}`, { course: 'pies', title: 'x', lang: 'en' }))
          .status,
      ]).toEqual([end, 404]);
    expect(titlesOn(await own(id))).toEqual(before);
  });

  it('asks visitors to sign in', async () => {
    expect((await stage.visitor().get(`/en/lists/mine/${id}`)).path).toContain('/en/sign-in');
  });

  it('cannot be taken by sending its id with a new list', async () => {
    const shown = await zoe.browser.post('/en/lists/new', { id, title: 'Mine now', lang: 'en' });
    expect(shown.status).toBe(404);
    expect(await own(id)).toContain('<bdi>Baking</bdi>');
  });

  it('is made once by a form that is sent twice', async () => {
    const again = stage.tools.ids.next();
    for (const title of ['Twice', 'Twice'])
      await awa.browser.post('/en/lists/new', { id: again, title, lang: 'en' });
    const { html } = await awa.browser.get('/en/lists/mine');
    expect(html.split('<bdi>Twice</bdi>')).toHaveLength(2);
  });

  it('wants a title, and says so beside the field', async () => {
    const shown = await awa.browser.post('/en/lists/new', {
      id: stage.tools.ids.next(),
      title: '  ',
      lang: 'en',
    });
    expect(shown.status).toBe(422);
    expect(shown.html).toContain('Give the list a title.');
    const long = await awa.browser.post(`/en/lists/mine/${id}/edit`, { title: 'x'.repeat(121), lang: 'en' });
    expect(long.status).toBe(422);
  });

  it('is full at two hundred courses, and says so', async () => {
    const full = await stage.list(awa.browser, 'Full', []);
    const at = stage.clock.now();
    const many = Array.from({ length: mostItems }, () => ({
      id: stage.tools.ids.next(),
      courseId: stage.tools.ids.next(),
      title: 'A course',
      note: null,
      at,
    }));
    await insertItems(stage.db, full, many);
    const refused = await awa.browser.post(`/en/lists/mine/${full}/add`, { course: 'bread' });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('The list is full (200 courses).');
    // what the catalogue lost is still called by its name
    expect(await own(full)).toContain('This course is no longer in the catalogue.');
  });

  it('goes for good when its owner says so', async () => {
    const asked = await awa.browser.get(`/en/lists/mine/${id}/delete`);
    expect(asked.html).toContain('This cannot be undone.');
    await awa.browser.post(`/en/lists/mine/${id}/delete`);
    expect((await awa.browser.get(`/en/lists/mine/${id}`)).status).toBe(404);
  });
});

describe('a course that was merged away', () => {
  it('is shown as the one that took it in, once', async () => {
    const id = await stage.list(awa.browser, 'Sweet', ['pies', 'cakes', 'bread']);
    await mergeForTest(stage.db, { gone: 'pies', kept: 'cakes' });
    expect(titlesOn(await own(id))).toEqual(['Cakes', 'Bread']);
  });
});
