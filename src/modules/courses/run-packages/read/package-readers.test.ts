import { describe, expect, it } from 'vitest';
import { systemIds } from '../../../../platform/time/ids.ts';
import { courseContent } from '../../content/course-content.ts';
import { PackageUnreadable } from '../../import-package/package-reader.ts';
import { archiveOf } from '../testing/archive-of.ts';
import { cleanEntry } from './package-path.ts';
import { runPackageReaders } from './package-readers.ts';

const scene = { ids: systemIds({ now: () => new Date(0) }), name: 'piece.zip' };

async function read(files: Readonly<Record<string, string>>) {
  const archive = archiveOf(files);
  for (const reader of runPackageReaders)
    if (await reader.recognises(archive)) {
      const found = await reader.read(archive, scene);
      courseContent.parse(found.content);
      return found;
    }
  return undefined;
}

const scorm12 = (
  items: string,
  resources: string,
  more = '',
): string => `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>${more}</metadata>
  <organizations default="b">
    <organization identifier="a"><title>Second</title><item identifier="z" identifierref="r2"><title>Last</title></item></organization>
    <organization identifier="b"><title>Baking &amp; more</title>${items}</organization>
  </organizations>
  <resources>${resources}<resource identifier="r2" type="webcontent" adlcp:scormtype="asset" href="plain.html"/></resources>
</manifest>`;

describe('SCORM', () => {
  it('has a unit for each SCO, a section for each organisation and folder, the default one first', async () => {
    const found = await read({
      'imsmanifest.xml': scorm12(
        `<item identifier="i1" identifierref="r1" parameters="?page=1"><title>Flour</title>
           <adlcp:masteryscore>80</adlcp:masteryscore><adlcp:datafromlms>level=2</adlcp:datafromlms></item>
         <item identifier="f"><title>Dough</title>
           <item identifier="i2" identifierref="r1"><title>Kneading</title><adlcp:prerequisites type="aicc_script">i1</adlcp:prerequisites></item>
           <item identifier="i3" identifierref="gone"><title>Gone</title></item>
           <item identifier="i4" identifierref="r3"><title>Elsewhere</title></item>
           <item identifier="i5" identifierref="r1" isvisible="false"><title>Hidden</title></item></item>`,
        `<resource identifier="r1" type="webcontent" adlcp:scormtype="sco" href="a%20b/start%C3%A9.html"/>
         <resource identifier="r3" type="webcontent" adlcp:scormtype="sco" href="https://evil.example/x.html"/>`,
        `<imsmd:lom xmlns:imsmd="u"><imsmd:general><imsmd:language>fr</imsmd:language></imsmd:general></imsmd:lom>`,
      ),
      'a b/starté.html': '',
      'plain.html': '',
    });
    expect(found?.content.about).toMatchObject({ title: 'Baking & more', lang: 'fr' });
    const units = found?.content.sections.map(({ title, units: of }) => [
      title,
      of.map((unit) => unit.title),
    ]);
    expect(units).toEqual([
      ['Baking & more', ['Flour']],
      ['Dough', ['Kneading']],
      ['Second', ['Last']],
    ]);
    expect(found?.content.sections[0]?.units[0]?.blocks[0]?.content).toMatchObject({
      kind: 'scorm-1.2',
      entry: 'a b/starté.html?page=1',
      mastery: 0.8,
      points: 1,
      launchData: 'level=2',
    });
    expect(found?.content.sections[2]?.units[0]?.blocks[0]?.content).toMatchObject({
      kind: 'html',
      points: 0,
    });
    expect(found?.content.rules.completion).toMatchObject({ seen: 1, passed: 1 });
    expect(found?.items.map(({ id, outcome, notes }) => [id, outcome, notes[0]?.code])).toEqual([
      ['i1', 'converted', undefined],
      ['i2', 'degraded', 'package-sequencing'],
      ['z', 'converted', undefined],
      ['i3', 'refused', 'package-file-missing'],
      ['i4', 'refused', 'package-outside'],
    ]);
  });

  it('is refused when its manifest cannot be read or starts nothing', async () => {
    for (const manifest of [
      'adlcp: no xml at all',
      scorm12('', '').replace(/<organization identifier="a">.*<\/organization>\n/, ''),
    ])
      await expect(read({ 'imsmanifest.xml': manifest, 'plain.html': '' })).rejects.toThrow(
        PackageUnreadable,
      );
  });

  it('leaves common cartridges to those who read them', async () => {
    const cartridge =
      '<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" identifier="adlcp"/>';
    expect(await read({ 'imsmanifest.xml': cartridge })).toBeUndefined();
  });

  it('starts no file outside of the package', () => {
    for (const href of [
      '../up.html',
      '/../up.html',
      'a/../../up.html',
      'javascript:alert(1)',
      '//evil.example/x',
      'data:text/html,x',
      '',
      '%2e%2e/up.html',
    ])
      expect(cleanEntry(href)).toBeUndefined();
    expect(cleanEntry('a\\b.html?x=1#top', '&y=2')).toEqual({ path: 'a/b.html', rest: '?x=1&y=2#top' });
    expect(cleanEntry('./b%zz.html', '#end')).toEqual({ path: 'b%zz.html', rest: '#end' });
  });
});

describe('other packages', () => {
  it('cmi5: blocks in blocks become sections, and what cannot count yet says so', async () => {
    const title = (text: string) => `<title><langstring lang="es-MX">${text}</langstring></title>`;
    const found = await read({
      'cmi5.xml': `<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
        <course id="c">${title('Pan')}</course>
        <au id="1" masteryScore="0.7">${title('Harina')}<url>one.html?x=1</url></au>
        <block id="b">${title('Masa')}<au id="2">${title('Amasar')}<url>https://elsewhere.example/2</url></au>
          <block id="d">${title('Horno')}<au id="3">${title('Hornear')}<url>three.html</url></au></block></block>
      </courseStructure>`,
      'one.html': '',
      'three.html': '',
    });
    expect(found?.content.about).toMatchObject({ title: 'Pan', lang: 'es-MX' });
    expect(found?.content.sections.map(({ title: said }) => said)).toEqual(['Pan', 'Horno']);
    expect(found?.items.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['1', 'degraded'],
      ['3', 'degraded'],
      ['2', 'refused'],
    ]);
    expect(found?.notes.map(({ code }) => code)).toEqual(['package-needs-record-store']);
  });

  it('pages with an index are one piece, wherever their one folder begins', async () => {
    const page = '<!doctype html><html lang="pt-BR"><title>Pão &amp; água</title>';
    const found = await read({ 'site/index.html': page, 'site/a.css': '' });
    expect(found?.content.about).toMatchObject({ title: 'Pão & água', lang: 'pt-BR' });
    expect(found?.content.sections[0]?.units[0]?.blocks[0]?.content).toMatchObject({
      entry: 'site/index.html',
    });
    expect(await read({ 'a/index.html': '', 'b/index.html': '' })).toBeUndefined();
    expect(await read({ 'notes.txt': '' })).toBeUndefined();
  });

  it('a page that is made to be searched for ever is read at once', async () => {
    const started = performance.now();
    const found = await read({ 'index.html': '<title <html '.repeat(20_000) });
    expect(found?.content.about).toMatchObject({ title: 'piece', lang: 'en' });
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('is the same course each time it is read', async () => {
    const files = { 'index.html': '<title>One</title>' };
    expect(await read(files)).toEqual(await read(files));
  });
});
