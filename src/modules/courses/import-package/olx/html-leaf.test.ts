import { describe, expect, it } from 'vitest';
import { readLeafXml } from '../testing/olx-fixture.ts';

const html = (inside: string, files = {}) =>
  readLeafXml('<html url_name="h1"/>', {
    'course/html/h1.xml': '<html filename="h1" display_name="Texte"/>',
    'course/html/h1.html': inside,
    ...files,
  });
const first = (read: Awaited<ReturnType<typeof html>>) => read.blocks[0]?.content;

describe('texts', () => {
  it('keep their links and pictures, whatever they are called', async () => {
    const read = await html(
      `<a href="/static/Pr%C3%A9sentation_g%C3%A9n%C3%A9rale.pdf">pdf</a> <img src="/asset-v1:O+C+R+type@asset+block@sous_dossier@a.png" alt="a">
       <a href="/c4x/O/C/asset/b.txt#p">b</a> <a href="/jump_to_id/h1">ici</a> <a href="/courses/course-v1:O+C+R/jump_to/block-v1:O+C+R+type@vertical+block@v1">là</a>
       <a href="/courses/O/C/R/courseware/ch/sq/">section</a> <a href="/courses/O/C/R/progress">progrès</a> <a href="https://example.org/static/x.png">x</a>
       <img src="https://example.org/y.png" alt="y"> <img src="/static/absent.png" alt="Un absent">`,
      {
        ['course/static/Présentation générale.pdf'.normalize('NFD')]: 'x',
        'course/static/sous dossier/a.png': 'x',
        'course/static/b.txt': 'x',
        'course/static/unused.txt': 'x',
      },
    );
    const text = first(read);
    expect(text).toMatchObject({ type: 'text' });
    const shown = JSON.stringify(text);
    expect(read.files.map(({ name }) => name).sort()).toEqual([
      'Présentation générale.pdf',
      'a.png',
      'b.txt',
    ]);
    for (const file of read.files) expect(shown).toContain(`file:${file.id}`);
    expect(shown.match(/unit:v1/g)).toHaveLength(3);
    expect(shown).toContain('https://example.org/static/x.png');
    expect(shown).toContain('progrès');
    expect(shown).toContain('Un absent');
    expect(read.item?.outcome).toBe('converted');
    expect(read.item?.notes.map(({ code }) => code).sort()).toEqual([
      'file-missing',
      'link-lost',
      'picture-linked',
    ]);
    expect(read.notes).toEqual(
      expect.arrayContaining([
        { code: 'files-unused', values: { n: 1 } },
        { code: 'files-missing', values: { n: 1 } },
      ]),
    );
  });

  it('have films, pages and files of frames beside them, in order', async () => {
    const read = await html(
      `<div><p>Avant</p><iframe src="//www.youtube.com/embed/abcdefghijk?rel=0"></iframe><p>Entre <iframe src="https://player.vimeo.com/video/12345"></iframe> deux</p>
       <iframe src="https://example.org/tool" title="Outil" height="300"></iframe><object data="/static/doc.pdf"><embed src="/static/doc.pdf"></object>
       <video><source src="/static/f.mp4"></video><iframe src="https://tube.example.org/videos/embed/abcdefgh-1234"></iframe><p>Après</p></div>`,
      { 'course/static/doc.pdf': 'x', 'course/static/f.mp4': 'x' },
    );
    expect(read.blocks.map(({ content }) => content)).toMatchObject([
      { type: 'text', text: '<p>Avant</p>' },
      { type: 'video', link: { site: 'youtube', url: 'https://www.youtube.com/watch?v=abcdefghijk' } },
      { type: 'text', text: expect.stringContaining('Entre') as string },
      { type: 'video', link: { site: 'vimeo', url: 'https://vimeo.com/12345' } },
      { type: 'embed', url: 'https://example.org/tool', label: 'Outil', height: 300 },
      { type: 'file', label: 'doc.pdf' },
      { type: 'video', file: 'f-mp4' },
      { type: 'video', link: { site: 'peertube' } },
      { type: 'text', text: '<p>Après</p>' },
    ]);
    expect(read.item?.outcome).toBe('converted');
  });

  it('lose their scripts, and say so where that counts', async () => {
    const plain = await html('<style>p{}</style><p onmouseover="x()">a</p><script>fetch("/x")</script>');
    expect(plain.item).toMatchObject({ outcome: 'degraded', notes: [{ code: 'script-left-out' }] });
    expect(first(plain)).toEqual({ type: 'text', text: '<p>a</p>' });
    const looks = await html(
      '<p id="a">a</p><script>document.getElementById("a").style.color = "red"; // fetch</script>',
    );
    expect(looks.item).toMatchObject({ outcome: 'converted', notes: [{ code: 'looks-left-out' }] });
    const filled = await html('<div id="app"></div><script src="/static/app.js"></script>');
    expect(filled.item).toMatchObject({ outcome: 'kept', notes: [{ code: 'script-fills' }] });
    const empty = await html('<p>&nbsp;</p>');
    expect(empty).toMatchObject({
      item: { outcome: 'converted', notes: [{ code: 'nothing-shown' }] },
      blocks: [],
    });
  });

  it('turn buttons of opinion into a poll, and panels into details', async () => {
    const poll = await html(
      `<div><p>Utile ?</p><button onclick="vote(1)">Oui</button><button onclick="vote(2)" aria-label="Non"></button></div>`,
    );
    expect(first(poll)).toMatchObject({
      type: 'poll',
      question: '<p>Utile ?</p>',
      options: [{ text: 'Oui' }, { text: 'Non' }],
    });
    const fold = await html(
      '<div onclick="f()"><h4><span class="icon">+</span>Plus</h4><div style="height: 0px"><p>Caché</p></div></div>',
    );
    expect(JSON.stringify(first(fold))).toMatch(
      /<details><summary>.*Plus.*<\/summary><p>Caché<\/p><\/details>/,
    );
    expect(fold.item?.outcome).toBe('converted');
  });

  it('keep mathematics, tables, code and quotes', async () => {
    const read = await html(
      '<p>[mathjaxinline]x^2[/mathjaxinline]</p><table><tr><th>a</th></tr></table><pre><code>a &lt; b</code></pre><blockquote>q</blockquote>[mathjax]y[/mathjax]',
    );
    expect(first(read)).toMatchObject({
      text: expect.stringMatching(/\\\(x\^2\\\).*<th>a<\/th>.*a &lt; b.*<blockquote>.*\\\[y\\\]/s) as string,
    });
  });

  it('nest without end without harm', async () => {
    const read = await html(`${'<div>'.repeat(20_000)}au fond`);
    expect(JSON.stringify(first(read))).toContain('au fond');
    expect(read.item?.outcome).toBe('degraded');
  });
});
