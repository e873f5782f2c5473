import { describe, expect, it } from 'vitest';
import { hiddenOn, idsOn, teachStage } from '../testing/teach-stage.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const lea = await stage.person('Lea');
const otto = await stage.person('Otto', ['operator']);

describe('a first course', () => {
  it('goes from nothing to a published unit through plain forms', async () => {
    const empty = await ada.browser.get('/en/teach');
    expect(empty.html).toContain('No course yet');
    const form = await ada.browser.get('/en/teach/new');
    const made = await ada.browser.post('/en/teach/new', {
      id: hiddenOn(form.html, 'id'),
      title: 'Sourdough at home',
      lang: 'en',
      template: 'empty',
    });
    const [unit = ''] = idsOn(made.html, 'units');
    const at = made.path;
    const adding = await ada.browser.get(`${at}/units/${unit}/add/text`);
    const written = await ada.browser.post(`${at}/units/${unit}/add/text`, {
      block: hiddenOn(adding.html, 'block'),
      'content.text': '## Flour\n\nAnd *water*, in \\( 2:1 \\).',
      do: 'save',
    });
    expect(written.html).toContain('<h2>Flour</h2>');
    expect(written.html).toContain('<em>water</em>');
    expect(written.html).toContain('<math');
    const check = await ada.browser.get(`${at}/publish`);
    expect(check.html).toContain('No summary');
    const published = await ada.browser.post(`${at}/publish`, {});
    expect(published.html).toContain('Version 1 is published.');
    expect((await ada.browser.get('/en/teach')).html).toContain('Published');
  });

  it('is one, however often its form is sent', async () => {
    const wish = { id: stage.tools.ids.next(), title: 'Twice', lang: 'en', template: 'weekly' };
    await ada.browser.post('/en/teach/new', wish);
    const again = await ada.browser.post('/en/teach/new', wish);
    expect(idsOn(again.html, 'sections')).toHaveLength(4);
    expect((await ada.browser.get('/en/teach')).html.split('<bdi>Twice</bdi>')).toHaveLength(2);
  });

  it('is not opened by sending its id with a wish of one’s own', async () => {
    const { id } = await stage.course(ada.browser, 'Mine');
    const zoe = await stage.person('Zoe', ['author']);
    const shown = await zoe.browser.post('/en/teach/new', {
      id,
      title: 'Yours',
      lang: 'en',
      template: 'empty',
    });
    expect(shown.status).toBe(404);
    expect(shown.html).not.toContain('Mine');
  });

  it('wants a title, and keeps what was chosen', async () => {
    const shown = await ada.browser.post('/en/teach/new', {
      id: stage.tools.ids.next(),
      title: ' ',
      lang: 'ar',
      template: 'core',
    });
    expect(shown.status).toBe(422);
    expect(shown.html).toContain('Give the course a title.');
    expect(shown.html).toMatch(/value="ar" selected/);
    expect(shown.html).toMatch(/value="core" checked/);
  });

  it('speaks the language of the course, not that of its author', async () => {
    const id = stage.tools.ids.next();
    const { html } = await ada.browser.post('/en/teach/new', {
      id,
      title: 'Pain',
      lang: 'fr',
      template: 'weekly',
    });
    expect(html).toContain('<bdi>Semaine 1</bdi>');
    expect(html).toContain('opens after 7 days');
  });

  it('with a common core asks for one specialisation', async () => {
    const { id } = await stage.course(ada.browser, 'Core', 'core');
    const { html } = await ada.browser.get(`/en/teach/courses/${id}`);
    expect(html).toContain('<bdi>Specialisation A</bdi>');
  });

  it('is made by authors and operators only', async () => {
    expect((await lea.browser.get('/en/teach/new')).status).toBe(403);
    const wish = { id: stage.tools.ids.next(), title: 'No', lang: 'en', template: 'empty' };
    expect((await lea.browser.post('/en/teach/new', wish)).status).toBe(403);
    expect((await stage.visitor().get('/en/teach')).path).toContain('/en/sign-in');
    expect((await lea.browser.get('/en/teach')).html).toContain('ask those who run this site');
  });
});

describe('the list of courses', () => {
  it('shows one’s own; operators see all of them on request', async () => {
    await stage.course(ada.browser, 'Rye');
    expect((await otto.browser.get('/en/teach')).html).not.toContain('<bdi>Rye</bdi>');
    expect((await otto.browser.get('/en/teach?all=yes')).html).toContain('<bdi>Rye</bdi>');
    expect((await lea.browser.get('/en/teach?all=yes')).html).not.toContain('<bdi>Rye</bdi>');
  });
});
