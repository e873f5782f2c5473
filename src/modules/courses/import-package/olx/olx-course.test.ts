import { describe, expect, it } from 'vitest';
import { PackageUnreadable } from '../package-reader.ts';
import { courseOf, readLeafXml, readOlxFiles } from '../testing/olx-fixture.ts';

const codes = (notes: readonly { code: string }[] = []) => notes.map(({ code }) => code);

describe('the layout of an export', () => {
  it('is followed from file to file, policies over attributes', async () => {
    const read = await readOlxFiles({
      'c/course.xml': '<course url_name="r1" org="Org" course="C1"/>',
      'c/course/r1.xml': '<course><chapter url_name="ch"/><wiki slug="w"/></course>',
      'c/chapter/ch.xml': '<chapter display_name="Chapitre"><sequential url_name="sq"/></chapter>',
      'c/sequential/sq.xml':
        '<sequential display_name=""><vertical url_name="vé:1"/><vertical url_name="v2"/></sequential>',
      'c/vertical/vé/1.xml': '<vertical display_name="Première"><html url_name="h1"/></vertical>',
      'c/vertical/v2.xml': '<vertical display_name="Vide"/>',
      'c/html/h1.xml': '<html filename="texte" display_name="Texte"/>',
      'c/html/texte.html': '\ufeff<p>Été</p>',
      'c/policies/r1/policy.json': JSON.stringify({
        'course/r1': { display_name: 'Le cours', language: 'fr', lti_passports: ['a:b:SECRET'] },
        'vertical/v2': { display_name: 'Renommée', due: '2026-01-01' },
      }),
      'c/drafts/vertical/d1.xml': '<vertical/>',
      'c/about/overview.html': '<p onclick="x()">Présentation</p>',
      'c/about/short_description.html': 'En bref',
    });
    expect(read.content.about).toMatchObject({
      title: 'Le cours',
      lang: 'fr',
      summary: 'En bref',
      description: '<p>Présentation</p>',
      providers: ['Org'],
    });
    const [section] = read.content.sections;
    expect(section).toMatchObject({
      title: 'Chapitre',
      units: [{ title: 'Première' }, { title: 'Renommée', blocks: [] }],
    });
    expect(section?.units[0]?.group).toBeUndefined();
    expect(section?.units[0]?.blocks[0]).toMatchObject({
      id: 'h1',
      title: '',
      content: { text: '<p>Été</p>' },
    });
    expect(codes(read.notes)).toEqual(
      expect.arrayContaining(['drafts-left-out', 'secrets-dropped', 'dates-left-out']),
    );
    expect(JSON.stringify(read)).not.toContain('SECRET');
  });

  it('may be all in one file, without names, with levels left out', async () => {
    const read = await readOlxFiles({
      'course.xml': `<course org="O" course="C" language="en"><chapter display_name="One"><sequential display_name="S">
        <html>Directly</html><vertical><html display_name="In"><b>deep</b></html><vertical><html>deeper</html></vertical></vertical>
        </sequential><html>In the chapter</html></chapter><sequential display_name="Two"><vertical><html>x</html></vertical></sequential></course>`,
    });
    expect(
      read.content.sections.map(({ title, units }) => [title, units.map(({ blocks }) => blocks.length)]),
    ).toEqual([
      ['One', [1, 2, 1]],
      ['Two', [1]],
    ]);
    expect(read.items).toHaveLength(5);
    expect(new Set(read.items.map(({ id }) => id)).size).toBe(5);
  });

  it('names the same id twice, or itself, without harm', async () => {
    const read = await readOlxFiles({
      'course.xml':
        '<course org="O" url_name="r"><chapter url_name="a"><sequential url_name="a"><vertical url_name="a"/></sequential></chapter></course>',
      'vertical/a.xml': '<vertical><html url_name="a">x</html><vertical url_name="a"/></vertical>',
    });
    const [section] = read.content.sections;
    const ids = [
      section?.id,
      section?.units[0]?.id,
      ...(section?.units[0]?.blocks ?? []).map(({ id }) => id),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells what is named and not there, or cannot be read', async () => {
    const read = await readOlxFiles({
      'course.xml':
        '<course org="O" url_name="r"><chapter url_name="gone"/><chapter><sequential><vertical><problem url_name="p"/><problem url_name="deep"/><html url_name="h"/></vertical></sequential></chapter></course>',
      'problem/deep.xml': '<problem>' + '<a>'.repeat(5000),
    });
    expect(read.notes).toContainEqual({ code: 'part-missing', values: { name: 'chapter/gone' } });
    expect(read.items.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['p', 'refused'],
      ['deep', 'kept'],
      ['h', 'refused'],
    ]);
  });

  it('without a course is none', async () => {
    await expect(readOlxFiles({ 'course.xml': '<course org="O"/>' })).rejects.toBeInstanceOf(
      PackageUnreadable,
    );
    await expect(
      readOlxFiles({ 'course/course.xml': '<course id="2"><fullname/></course>' }),
    ).rejects.toMatchObject({
      note: { code: 'olx-no-course' },
    });
  });

  it('brings tabs and textbooks behind the sections', async () => {
    const read = await readOlxFiles({
      ...courseOf('<html>x</html>'),
      'course/policies/2026/policy.json': JSON.stringify({
        'course/2026': {
          tabs: [
            { type: 'static_tab', name: 'Biblio', url_slug: 'b1' },
            { type: 'static_tab', name: 'Perdu', url_slug: 'b2' },
          ],
          pdf_textbooks: [
            { tab_title: 'Manuel', id: 'm', chapters: [{ title: 'Un', url: '/static/un.pdf' }] },
          ],
        },
      }),
      'course/tabs/b1.html': '<p>Livres</p>',
      'course/static/un.pdf': '%PDF',
    });
    expect(read.content.sections.map(({ title }) => title)).toEqual(['Un', 'Biblio', 'Manuel']);
    expect(read.content.sections[2]?.units[0]?.blocks[0]?.content).toMatchObject({
      type: 'file',
      label: 'Un',
    });
    expect(read.items.map(({ type, outcome }) => [type, outcome])).toEqual([
      ['html', 'converted'],
      ['static_tab', 'converted'],
      ['static_tab', 'refused'],
      ['textbook', 'converted'],
    ]);
  });

  it('never resolves an entity of its own', async () => {
    const { blocks } = await readLeafXml('<html url_name="h"/>', {
      'course/html/h.xml':
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd"><!ENTITY b "boom">]><html display_name="E">&e;&b;<p>&eacute;</p></html>',
    });
    expect(JSON.stringify(blocks)).not.toMatch(/root:|boom/);
    expect(JSON.stringify(blocks)).toContain('é');
  });
});

describe('what learners met only in part', () => {
  const leaves = (inside: string) => readOlxFiles(courseOf(inside));

  it('is told: conditions, variants, groups, what only staff saw', async () => {
    const read = await leaves(`
      <conditional><html url_name="c">x</html></conditional>
      <split_test><vertical><html url_name="s1">x</html></vertical><vertical><html url_name="s2">x</html></vertical></split_test>
      <randomize><html url_name="r1">x</html><html url_name="r2">x</html></randomize>
      <html url_name="g" group_access="{&quot;50&quot;: [1]}">x</html>
      <html url_name="t" visible_to_staff_only="true">x</html>`);
    expect(read.items.map(({ id, outcome, notes }) => [id, outcome, notes[0]?.code])).toEqual([
      ['c', 'degraded', 'condition-left-out'],
      ['s1', 'degraded', 'variant-first'],
      ['s2', 'kept', 'variant-kept'],
      ['r1', 'degraded', 'variant-first'],
      ['r2', 'kept', 'variant-kept'],
      ['g', 'degraded', 'groups-left-out'],
      ['t', 'kept', 'staff-only'],
    ]);
  });

  it('is drawn from a bank of the course', async () => {
    const problem = (name: string) =>
      `<problem url_name="${name}"><numericalresponse answer="1"><label>${name}</label><textline/></numericalresponse></problem>`;
    const read = await leaves(
      `<library_content url_name="lc" max_count="2" display_name="Banque">${problem('a')}${problem('b')}${problem('c')}<problem url_name="d"><customresponse/></problem></library_content>`,
    );
    expect(read.items).toMatchObject([
      { id: 'lc', outcome: 'degraded', notes: [{ code: 'bank-problems-kept' }, { code: 'bank-drawn' }] },
    ]);
    expect(read.content.banks).toMatchObject([
      { id: 'bank-lc', title: 'Banque', questions: [{ id: 'a-1' }, { id: 'b-1' }, { id: 'c-1' }] },
    ]);
    expect(read.content.sections[0]?.units[0]?.blocks.map(({ content }) => content)).toMatchObject([
      { type: 'questions', rules: { draw: [{ bank: 'bank-lc', count: 2 }] } },
      { type: 'source' },
    ]);
  });
});

describe('a library', () => {
  it('becomes a bank, and a set that asks it', async () => {
    const read = await readOlxFiles({
      'library/library.xml':
        '<library org="O" library="L" display_name="Banque"><problem url_name="p1"/><html url_name="h1">Lire</html></library>',
      'library/problem/p1.xml':
        '<problem><optionresponse><optioninput options="(\'a\',\'b\')" correct="a"/></optionresponse></problem>',
    });
    expect(read.content.banks).toMatchObject([{ title: 'Banque', questions: [{ type: 'dropdown' }] }]);
    expect(read.content.sections[0]?.units[0]?.blocks.map(({ content }) => content.type)).toEqual([
      'questions',
      'text',
    ]);
    expect(read.items.map(({ outcome }) => outcome)).toEqual(['converted', 'converted']);
  });
});
