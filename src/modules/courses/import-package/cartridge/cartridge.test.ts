import { describe, expect, test } from 'vitest';
import { cartridge, item, resource } from '../testing/cartridge.ts';
import { archiveOf } from '../testing/archive-of.ts';
import { blocksOf, codesOf, contentsOf, countsOf, readChecked, unitsOf } from '../testing/read-checked.ts';
import { commonCartridgeReader } from './cartridge-reader.ts';

const read = (archive: Parameters<typeof readChecked>[1]) => readChecked(commonCartridgeReader, archive);

describe('the outline', () => {
  const page = { 'a.html': '<p>A</p>', 'b.html': '<p>B</p>', 'c.html': '<p>C</p>' };
  const resources = ['a', 'b', 'c'].map((id) => resource(id, 'webcontent', `${id}.html`)).join('');

  test('keeps depth as groups, headings above what follows them, and places in their order', async () => {
    const items =
      item(
        's1',
        'Week 1',
        item('h', 'Read first') +
          item('i1', 'Clay', '', 'a') +
          item('f', 'More', item('f2', 'Deeper', item('i2', 'Sand', '', 'b'))),
      ) + item('s2', 'Week 2', item('i3', 'Silt', '', 'c'));
    const course = await read(cartridge({ items, resources }, page));
    expect(course.content.about).toMatchObject({ title: 'Soils', lang: 'en-GB' });
    expect(course.content.sections.map(({ title }) => title)).toEqual(['Week 1', 'Week 2']);
    expect(unitsOf(course).map(({ title, group }) => [title, group])).toEqual([
      ['Clay', 'Read first'],
      ['Sand', 'More › Deeper'],
      ['Silt', undefined],
    ]);
    expect(course.items).toHaveLength(4);
  });

  test('a page placed twice is a link the second time; a place without content is refused and named', async () => {
    const items = item(
      's1',
      'One',
      item('i1', 'Clay', '', 'a') + item('i2', 'Clay again', '', 'a') + item('i3', 'Gone', '', 'nowhere'),
    );
    const course = await read(cartridge({ items, resources: resource('a', 'webcontent', 'a.html') }, page));
    expect(contentsOf(course, 'text').map(({ text }) => text)).toEqual([
      '<p>A</p>',
      '<p><a href="unit:unit-i1">Clay again</a></p>',
    ]);
    expect(countsOf(course.items)).toEqual({ converted: 2, degraded: 0, kept: 0, refused: 1 });
    expect(codesOf(course.items[2])).toEqual(['resource-missing']);
  });

  test('what no place names is an item too, beside the outline', async () => {
    const extra =
      resource('x', 'webcontent', 'x.pdf') +
      resource('css', 'webcontent', 'style.css') +
      resource(
        't',
        'webcontent',
        'key.html',
        '<metadata><lom><educational><intendedEndUserRole><value>Instructor</value></intendedEndUserRole></educational></lom></metadata>',
      );
    const files = { ...page, 'x.pdf': 'pdf', 'style.css': 'p{}', 'key.html': '<p>Answers</p>' };
    const course = await read(
      cartridge({ items: item('s', 'One', item('i', 'Clay', '', 'a')), resources: resources + extra }, files),
    );
    expect(course.content.sections.at(-1)?.title).toBe('Beside the outline');
    expect(course.items.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['i', 'converted'],
      ['b', 'converted'],
      ['c', 'converted'],
      ['t', 'kept'],
      ['x', 'converted'],
      ['css', 'refused'],
    ]);
    expect(contentsOf(course, 'source')).toMatchObject([{ source: '<p>Answers</p>' }]);
  });
});

describe('content', () => {
  test('links lead to units and files of the course, whatever platform wrote them', async () => {
    const html = `<html><body>
      <a href="b.html">relative</a> <a href="$IMS-CC-FILEBASE$/notes%20%C3%A9t%C3%A9.pdf?canvas_download=1">file</a>
      <a href="%24WIKI_REFERENCE%24/pages/wiki-b">wiki</a> <a href="$CANVAS_OBJECT_REFERENCE$/quizzes/b">object</a>
      <a href="../gone.html">gone</a> <a href="https://example.org/">out</a> <a href="javascript:alert(1)">bad</a>
      <img src="../web_resources/p.png" alt="Layers"><img src="https://tracker.example/x.gif" alt="Map"></body></html>`;
    const files = {
      'wiki_content/wiki-a.html': html,
      'wiki_content/b.html': '<p>B</p>',
      'wiki_content/wiki-b.html': '<p>W</p>',
      'web_resources/notes été.pdf': 'x',
      'web_resources/p.png': 'x',
    };
    const resources =
      resource('a', 'webcontent', 'wiki_content/wiki-a.html') +
      resource('b', 'webcontent', 'wiki_content/b.html') +
      resource('w', 'webcontent', 'wiki_content/wiki-b.html');
    const course = await read(
      cartridge({ items: item('s', 'S', item('i', 'A', '', 'a')), resources }, files),
    );
    const [first] = contentsOf(course, 'text');
    expect(first?.text).toContain('<a href="unit:unit-b">relative</a>');
    expect(first?.text).toContain('<a href="unit:unit-b">object</a>');
    expect(first?.text).toContain('<a href="unit:unit-w">wiki</a>');
    expect(first?.text).toMatch(/<a href="file:[\w-]+">file<\/a>/);
    expect(first?.text).toMatch(/<img src="file:[\w-]+" alt="Layers"/);
    expect(course.files.map(({ name }) => name).sort()).toEqual(['notes été.pdf', 'p.png']);
    expect(course.items[0]?.outcome).toBe('degraded');
    expect(codesOf(course.items[0])).toEqual(expect.arrayContaining(['link-missing', 'picture-elsewhere']));
  });

  test('films and frames of a page become blocks between its texts, with captions', async () => {
    const html = `<div><p>Before</p><iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk?rel=0" title="Erosion"></iframe><p>Between</p>
      <video src="f.mp4"><track src="f.srt" srclang="fr" kind="captions"></video><table><tr><td>cell <audio src="s.mp3"></audio></td></tr></table>After</div>`;
    const files = {
      'a.html': html,
      'f.mp4': 'x',
      's.mp3': 'x',
      'f.srt': '1\n00:00:01,000 --> 00:00:02,000\nBonjour\n',
    };
    const course = await read(cartridge({ resources: resource('a', 'webcontent', 'a.html') }, files));
    expect(blocksOf(course).map(({ content }) => content.type)).toEqual([
      'text',
      'video',
      'text',
      'video',
      'text',
      'audio',
      'text',
    ]);
    const [linked, kept] = contentsOf(course, 'video');
    expect(linked?.link).toEqual({ site: 'youtube', url: 'https://www.youtube.com/watch?v=abcdefghijk' });
    expect(kept?.tracks[0]).toMatchObject({ lang: 'fr', kind: 'captions' });
    expect(kept?.tracks[0]?.vtt).toContain('Bonjour');
  });

  test('links, thin ones too, discussions and tools', async () => {
    const thin =
      '<resource identifier="l2" type="imswl_xmlv1p3"><webLink><title>Thin</title><url href="https://example.org/thin" target="_iframe"/></webLink></resource>';
    const tool = `<cartridge_basiclti_link xmlns:blti="b"><blti:title>Lab</blti:title><blti:launch_url>http://lab.example/launch?key=abc&amp;x=1</blti:launch_url>
      <blti:custom><property name="shared_secret">s3cr3t</property><property name="room">7</property></blti:custom></cartridge_basiclti_link>`;
    const files = {
      'l.xml': '<webLink><title>Film</title><url href="https://vimeo.com/12345"/></webLink>',
      'd.xml':
        '<topic><title>Say</title><text texttype="text/plain">Is 1 &lt; 2?</text><attachments><attachment href="n.pdf"/></attachments></topic>',
      'n.pdf': 'x',
      't.xml': tool,
    };
    const resources =
      resource('l', 'imswl_xmlv1p1', 'l.xml') +
      thin +
      resource('d', 'imsdt_xmlv1p2', 'd.xml') +
      resource('t', 'imsbasiclti_xmlv1p0', 't.xml');
    const course = await read(cartridge({ resources, version: '1.3.0' }, files));
    expect(contentsOf(course, 'video')[0]?.link).toEqual({ site: 'vimeo', url: 'https://vimeo.com/12345' });
    expect(contentsOf(course, 'embed')).toMatchObject([{ url: 'https://example.org/thin', label: 'Thin' }]);
    expect(contentsOf(course, 'discussion')[0]?.topic).toMatch(/^Is 1 &lt; 2\?<p><a href="file:/);
    expect(contentsOf(course, 'tool')).toEqual([
      { type: 'tool', url: 'http://lab.example/launch?x=1', label: 'Lab', settings: { room: '7' } },
    ]);
    expect(codesOf(course.items.find(({ id }) => id === 't'))).toEqual([
      'tool-not-connected',
      'secrets-dropped',
    ]);
  });

  test('assignments with their rubric, and work that is not handed in', async () => {
    const rubrics =
      '<rubrics><rubric identifier="r"><criteria><criterion><criterion_id>c</criterion_id><description>Depth</description><ratings><rating><description>Deep</description><points>4</points><id>b1</id></rating></ratings></criterion></criteria></rubric></rubrics>';
    const work = (
      ways: string,
    ) => `<assignment><title>Dig</title><text texttype="text/html">&lt;p&gt;Dig a hole.&lt;/p&gt;</text><instructor_text texttype="text/plain">Look for roots</instructor_text><gradable points_possible="4">true</gradable>
      <extensions><assignment><rubric_identifierref>r</rubric_identifierref><submission_types>${ways}</submission_types><peer_reviews>true</peer_reviews><peer_review_count>2</peer_review_count><due_at>2014-01-01</due_at></assignment></extensions></assignment>`;
    const files = {
      'w.xml': work('online_upload'),
      'n.xml': work('on_paper'),
      'course_settings/rubrics.xml': rubrics,
    };
    const course = await read(
      cartridge(
        {
          resources:
            resource('w', 'assignment_xmlv1p0', 'w.xml') + resource('n', 'assignment_xmlv1p0', 'n.xml'),
        },
        files,
      ),
    );
    expect(contentsOf(course, 'assignment')).toMatchObject([
      {
        task: '<p>Dig a hole.</p>',
        takes: 'files',
        points: 4,
        assessedBy: 'peers',
        peers: { owes: 2, gets: 2 },
        criteria: [{ title: 'Depth', levels: [{ title: 'Deep', points: 4 }] }],
      },
    ]);
    expect(contentsOf(course, 'done')).toHaveLength(1);
    expect(contentsOf(course, 'source').map(({ source }) => source)).toEqual([
      'Look for roots',
      'Look for roots',
    ]);
    expect(codesOf(course.items[0])).toContain('dates-left-out');
  });
});

describe('hostile and broken packages', () => {
  test('no manifest and a manifest that is no XML are told as such', async () => {
    const scene = { ids: undefined as never, name: 'x' };
    await expect(commonCartridgeReader.read(archiveOf({ 'a.txt': 'x' }), scene)).rejects.toMatchObject({
      note: { code: 'reader-manifest-missing' },
    });
    await expect(
      commonCartridgeReader.read(archiveOf({ 'imsmanifest.xml': 'hello' }), scene),
    ).rejects.toMatchObject({ note: { code: 'reader-manifest-unreadable' } });
    expect(await commonCartridgeReader.recognises(archiveOf({ 'a.txt': 'x' }))).toBe(false);
    expect(
      await commonCartridgeReader.recognises(
        archiveOf({ 'imsmanifest.xml': '<manifest><schema>ADL SCORM</schema></manifest>' }),
      ),
    ).toBe(false);
  });

  test('entities are not expanded, scripts do not pass, paths do not lead out', async () => {
    const head =
      '<!DOCTYPE manifest [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const html =
      '<p onclick="alert(1)">Hi<script>alert(1)</script><svg onload="alert(1)"><script>1</script></svg><a href="java&#10;script:alert(1)">x</a><iframe src="data:text/html,x"></iframe></p>';
    const resources =
      resource('a', 'webcontent', 'a.html') + resource('out', 'webcontent', '../../../etc/passwd');
    const course = await read(cartridge({ head, title: '&x;&b;', resources }, { 'a.html': html }));
    expect(course.content.about.title).toBe('&x;&b;');
    expect(course.notes.map(({ code }) => code)).toContain('reader-xml-broken');
    expect(countsOf(course.items)).toEqual({ converted: 0, degraded: 1, kept: 0, refused: 1 });
    expect(JSON.stringify(course.content)).not.toContain('alert');
  });

  test('a manifest without end is refused; dependencies in a circle and endless pages do no harm', async () => {
    const deep = `${'<item identifier="x">'.repeat(5000)}`;
    await expect(
      commonCartridgeReader.read(cartridge({ items: deep, resources: '' }), {
        ids: undefined as never,
        name: 'x',
      }),
    ).rejects.toMatchObject({ note: { code: 'reader-manifest-unreadable' } });
    const circle =
      resource(
        'd',
        'imsdt_xmlv1p1',
        'd.xml',
        '<dependency identifierref="d"/><dependency identifierref="e"/>',
      ) + resource('e', 'webcontent', 'e.html', '<dependency identifierref="d"/>');
    const course = await read(
      cartridge(
        { resources: circle },
        {
          'd.xml': '<topic><title>T</title><text>x</text></topic>',
          'e.html': `${'<div>'.repeat(20_000)}end`,
        },
      ),
    );
    expect(course.items).toHaveLength(2);
    expect(JSON.stringify(course.content)).toContain('end');
  });

  test('a document that cannot be read is kept as it is', async () => {
    const course = await read(
      cartridge(
        {
          resources:
            resource('d', 'imsdt_xmlv1p1', 'd.xml') +
            resource('q', 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment', 'q.xml'),
        },
        { 'd.xml': 'no xml at all', 'q.xml': '<questestinterop/>' },
      ),
    );
    expect(course.items.map(({ outcome }) => outcome)).toEqual(['kept', 'kept']);
    expect(contentsOf(course, 'source')[0]?.source).toBe('no xml at all');
  });
});
