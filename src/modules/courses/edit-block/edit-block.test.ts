import { describe, expect, it } from 'vitest';
import { hiddenOn, idsOn, teachStage } from '../testing/teach-stage.ts';
import { findBlock } from './block.queries.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const olaf = await stage.person('Olaf', ['operator']);
const course = await stage.course(ada.browser);
const [unit = ''] = course.units;
const unitPath = `${course.path}/units/${unit}`;

const add = async (kind: string, fields: Record<string, string | readonly string[]>) => {
  const block = stage.tools.ids.next();
  const shown = await ada.browser.post(`${unitPath}/add/${kind}`, { block, do: 'save', ...fields });
  return { block, shown };
};
const kept = async (block: string) => (await findBlock(stage.db, course.id, block))?.content;

describe('a new block', () => {
  it.each<[string, Record<string, string | readonly string[]>, object]>([
    ['text', { 'content.text': 'One **word**' }, { type: 'text', text: '<p>One <strong>word</strong></p>' }],
    [
      'video',
      { 'content.link.url': 'https://youtu.be/abc', 'content.download': 'yes' },
      { type: 'video', link: { site: 'youtube', url: 'https://youtu.be/abc' } },
    ],
    [
      'case',
      {
        'content.situation': 'A late bus.',
        'content.tasks.0.text': 'Decide.',
        'content.tasks.1.text': '',
        'content.solution': '',
      },
      { type: 'case', situation: '<p>A late bus.</p>', tasks: ['<p>Decide.</p>'] },
    ],
    ['discussion', { 'content.topic': 'And you?' }, { type: 'discussion', topic: '<p>And you?</p>' }],
    [
      'poll',
      {
        'content.question': 'Tea?',
        'content.options.0.id': 'a',
        'content.options.0.text': 'Yes',
        'content.options.1.id': 'b',
        'content.options.1.text': 'No',
      },
      {
        type: 'poll',
        options: [
          { id: 'a', text: 'Yes' },
          { id: 'b', text: 'No' },
        ],
        several: false,
      },
    ],
    [
      'survey',
      {
        'content.questions.0.text': 'I read',
        'content.options.0.text': 'often',
        'content.options.1.text': 'rarely',
      },
      { type: 'survey', questions: [{ text: 'I read' }], options: [{ text: 'often' }, { text: 'rarely' }] },
    ],
    [
      'assignment',
      {
        'content.task': 'Write.',
        'content.takes': 'text',
        'content.assessedBy': 'peers',
        'content.points': '2,5',
        'content.criteria.0.title': 'Clear',
        'content.criteria.0.levels.0.title': 'Yes',
        'content.criteria.0.levels.0.points': '2',
        'content.endings': 'pdf\nodt',
      },
      {
        type: 'assignment',
        takes: 'text',
        points: 2.5,
        peers: { owes: 3, gets: 3 },
        endings: ['pdf', 'odt'],
        criteria: [{ title: 'Clear', levels: [{ title: 'Yes', points: 2 }] }],
      },
    ],
    [
      'glossary',
      { 'content.entries.0.term': 'Proof', 'content.entries.0.meaning': 'The last rise' },
      { type: 'glossary', entries: [{ term: 'Proof', meaning: '<p>The last rise</p>' }] },
    ],
    [
      'detour',
      { 'content.teaser': 'Why salt?', 'content.text': 'It slows.' },
      { type: 'detour', teaser: 'Why salt?' },
    ],
    [
      'embed',
      { 'content.url': 'https://example.org/map', 'content.label': 'Map', 'content.height': '300' },
      { type: 'embed', url: 'https://example.org/map', label: 'Map', height: 300 },
    ],
    [
      'tool',
      { 'content.url': 'https://example.org/lab', 'content.label': 'Lab' },
      { type: 'tool', label: 'Lab' },
    ],
    ['done', { 'content.label': '' }, { type: 'done' }],
    [
      'questions',
      { 'content.intro': '', 'content.rules.passAt': '60', 'content.rules.showAnswers': 'right' },
      { type: 'questions', questions: [], rules: { passAt: 0.6, showAnswers: 'right', shuffle: false } },
    ],
  ])('of the kind %s is kept as it was written', async (kind, fields, content) => {
    const { block, shown } = await add(kind, { title: 'A title', ...fields });
    expect(shown.status).toBe(200);
    expect(await kept(block)).toMatchObject(content);
  });

  it('is added once, however often its form is sent', async () => {
    const block = stage.tools.ids.next();
    const fields = { block, 'content.text': 'Once', do: 'save' };
    await ada.browser.post(`${unitPath}/add/text`, fields);
    const again = await ada.browser.post(`${unitPath}/add/text`, fields);
    expect(idsOn(again.html, 'blocks').filter((id) => id === block)).toHaveLength(1);
  });

  it.each([
    ['text', { 'content.text': '  ' }, 'f-content-text'],
    ['video', { 'content.link.url': '' }, 'f-content-link-url'],
    ['video', { 'content.link.url': 'javascript:alert(1)' }, 'f-content-link-url'],
    ['embed', { 'content.url': 'ftp://x', 'content.label': 'x' }, 'f-content-url'],
    ['audio', {}, 'f-content-file'],
    ['poll', { 'content.question': 'x' }, 'f-content-options'],
    [
      'glossary',
      { 'content.entries.0.term': '', 'content.entries.0.meaning': 'x' },
      'f-content-entries-0-term',
    ],
  ])('of the kind %s says beside the field what is missing: %o', async (kind, fields, at) => {
    const { shown, block } = await add(kind, fields);
    expect(shown.status).toBe(422);
    expect(shown.html).toContain(`href="#${at}"`);
    expect(shown.html).toContain(`id="${at}"`);
    expect(await kept(block)).toBeUndefined();
  });

  it('never holds a script', async () => {
    const { block, shown } = await add('text', {
      'content.text':
        'Hi <script>alert(1)</script><img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a>',
    });
    expect(JSON.stringify(await kept(block))).not.toMatch(/script|onerror/);
    expect(shown.html).not.toContain('alert(1)');
  });

  it('of a kind that there is not is not found', async () => {
    expect((await ada.browser.get(`${unitPath}/add/source`)).status).toBe(404);
    expect((await ada.browser.get(`${course.path}/units/nowhere/add/text`)).status).toBe(404);
  });
});

describe('rows without a script', () => {
  it('are added, moved and removed, and what was typed stays', async () => {
    const fields = {
      block: stage.tools.ids.next(),
      'content.question': 'Which *flour*?',
      'content.options.0.id': 'r1',
      'content.options.0.text': 'Rye',
      'content.options.1.id': 'r2',
      'content.options.1.text': 'Wheat',
    };
    const post = (deed: string) => ada.browser.post(`${unitPath}/add/poll`, { ...fields, do: deed });
    const added = await post('add:content.options');
    expect(added.status).toBe(200);
    expect(added.html).toContain('name="content.options.2.text"');
    expect(added.html).toContain('Which *flour*?');
    const values = (html: string) =>
      [...html.matchAll(/name="content\.options\.\d\.text"[^>]*value="([^"]*)"/g)].map(([, value]) => value);
    expect(values((await post('down:content.options.0')).html)).toEqual(['Wheat', 'Rye']);
    expect(values((await post('remove:content.options.0')).html)).toEqual(['Wheat']);
    expect(values((await post('up:content.options.9')).html)).toEqual(['Rye', 'Wheat']);
  });
});

describe('editing', () => {
  it('keeps a text to the letter that nobody touched', async () => {
    const { block } = await add('text', { 'content.text': 'Plain' });
    const html = '<p>Odd   spaces <span lang="de">und</span> <kbd>K</kbd></p><ol type="a"><li>x</li></ol>';
    const at = `${course.path}/blocks/${block}`;
    const form = await ada.browser.get(at);
    await ada.browser.post(at, {
      revision: hiddenOn(form.html, 'revision'),
      'content.text': html,
      'content.text:format': 'html',
      do: 'save',
    });
    const before = await kept(block);
    const again = await ada.browser.get(at);
    const [, shown = ''] =
      /<textarea[^>]*name="content\.text"[^>]*>([\s\S]*?)<\/textarea>/.exec(again.html) ?? [];
    const typed = shown
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    await ada.browser.post(at, {
      revision: hiddenOn(again.html, 'revision'),
      title: 'A new title',
      'content.text': typed.replaceAll('\n', '\r\n'),
      do: 'save',
    });
    expect(await kept(block)).toEqual(before);
    expect((await findBlock(stage.db, course.id, block))?.title).toBe('A new title');
  });

  it('never overwrites what somebody else wrote; the writer chooses', async () => {
    const { block } = await add('text', { 'content.text': 'First' });
    const at = `${course.path}/blocks/${block}`;
    const seen = hiddenOn((await ada.browser.get(at)).html, 'revision');
    await olaf.browser.post(at, { revision: seen, 'content.text': 'Olaf was here', do: 'save' });
    const shown = await ada.browser.post(at, { revision: seen, 'content.text': 'Ada was here', do: 'save' });
    expect(shown.status).toBe(409);
    expect(shown.html).toContain('Changed meanwhile by Olaf');
    expect(shown.html).toContain('Olaf was here');
    expect(shown.html).toContain('Ada was here');
    expect(await kept(block)).toMatchObject({ text: '<p>Olaf was here</p>' });
    const now = hiddenOn(shown.html, 'revision');
    await ada.browser.post(at, { revision: now, 'content.text': 'Ada was here', do: 'save' });
    expect(await kept(block)).toMatchObject({ text: '<p>Ada was here</p>' });
  });

  it('saves by itself, and says when; a change of somebody else stops it', async () => {
    const { block } = await add('text', { 'content.text': 'Draft' });
    const at = `${course.path}/blocks/${block}`;
    const send = async (revision: string, text: string) => {
      const answer = await ada.browser.sendForm(`${at}/autosave`, {
        revision,
        'content.text': text,
        do: 'save',
      });
      return {
        status: answer.status,
        ...((await answer.json()) as { revision?: number; said?: string; changed?: boolean }),
      };
    };
    const first = await send('1', 'Draft two');
    expect(first).toMatchObject({ status: 200, revision: 2 });
    expect(first.said).toContain('Saved 1 December 2026');
    expect(await send('1', 'From an old window')).toMatchObject({ status: 409, changed: true });
    expect(await send('2', ' ')).toMatchObject({ status: 422 });
    expect(await kept(block)).toMatchObject({ text: '<p>Draft two</p>' });
  });

  it('replaces what an import could not convert', async () => {
    const { block } = await add('text', { 'content.text': 'x' });
    const { updateBlock } = await import('./block.queries.ts');
    const source = { type: 'source', format: 'olx:schematic', source: '<schematic/>', note: '' } as const;
    await updateBlock(stage.db, {
      courseId: course.id,
      block: { id: block, title: '', optional: false, content: source },
      revision: 1,
      at: stage.clock.now(),
      by: null,
    });
    const at = `${course.path}/blocks/${block}`;
    const form = await ada.browser.get(at);
    expect(form.html).toContain('&lt;schematic/>');
    await ada.browser.post(at, {
      revision: hiddenOn(form.html, 'revision'),
      'content.replacement': 'A circuit, in words.',
      do: 'save',
    });
    expect(await kept(block)).toEqual({ type: 'text', text: '<p>A circuit, in words.</p>' });
  });
});
