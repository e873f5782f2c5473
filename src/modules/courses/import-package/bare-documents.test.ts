import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { ArchiveRefused } from '../../../platform/archives/archive.ts';
import { testClock } from '../../../platform/testing/web.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { openPackage } from './open-package.ts';
import { packageReaders } from './readers.ts';
import { questionsOf, unitsOf } from './testing/read-checked.ts';
import { choices, correct, declare, item } from './testing/qti-items.ts';

const folder = await mkdtemp(join(tmpdir(), 'bare-documents-'));
afterAll(() => rm(folder, { recursive: true }));

/** What the first reader that recognises the document makes of it. */
async function brought(name: string, content: string | Buffer) {
  const path = join(folder, 'package');
  await writeFile(path, content);
  const archive = await openPackage(path, name);
  for (const reader of packageReaders)
    if (await reader.recognises(archive)) return reader.read(archive, { ids: systemIds(testClock()), name });
  return undefined;
}

const gift = '::Capital:: The capital of Peru is {=Lima ~Cusco}\n\n2 + 2 = {#4}';
const moodle = `<?xml version="1.0"?><quiz><question type="truefalse"><name><text>Sol</text></name><questiontext format="html"><text>L’argile retient l’eau.</text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;
const problem = `<problem display_name="Soils"><multiplechoiceresponse><choicegroup><choice correct="true">Clay</choice><choice correct="false">Sand</choice></choicegroup></multiplechoiceresponse></problem>`;
const qti = item(
  'q1',
  declare('single', 'identifier', correct('b')),
  `<choiceInteraction responseIdentifier="R" maxChoices="1">${choices('a', 'b')}</choiceInteraction>`,
);
const interop = `<questestinterop><item ident="i"><presentation><material><mattext>Pick</mattext></material><response_lid ident="r"><render_choice><response_label ident="A"><material><mattext>One</mattext></material></response_label><response_label ident="B"><material><mattext>Two</mattext></material></response_label></render_choice></response_lid></presentation><resprocessing><outcomes><decvar/></outcomes><respcondition><conditionvar><varequal respident="r">A</varequal></conditionvar><setvar>100</setvar></respcondition></resprocessing></item></questestinterop>`;

describe('a document that is not packed', () => {
  test.each([
    ['Fragen.gift', gift, 'markdown', 2],
    ['questions-gift.txt', gift, 'markdown', 2],
    ['Évaluation été.xml', moodle, 'moodle', 1],
    ['problem.xml', problem, 'olx', 1],
    ['vertical.xml', `<vertical display_name="Page">${problem}</vertical>`, 'olx', 1],
    [
      'whole.xml',
      `<course org="o" course="c"><chapter><sequential>${problem}</sequential></chapter></course>`,
      'olx',
      1,
    ],
    ['item.xml', qti, 'qti', 1],
    ['item.qti', qti, 'qti', 1],
    ['without ending', qti, 'qti', 1],
    ['old.xml', interop, 'qti', 1],
    ['utf16.xml', Buffer.from(`\ufeff${qti.replace('<?xml version="1.0"?>', '')}`, 'utf16le'), 'qti', 1],
  ])('%s is read', async (name, content, format, count) => {
    const read = await brought(name, content);
    expect(read?.format).toBe(format);
    expect(read && questionsOf(read)).toHaveLength(count);
    expect(read?.items.map(({ outcome }) => outcome)).toEqual(read?.items.map(() => 'converted'));
  });

  test('a page of Markdown names the course by its heading', async () => {
    const read = await brought('leçon.md', '---\nlang: fr\n---\n# Les sols\n\nDu **sable**.');
    expect(read?.content.about).toMatchObject({ title: 'Les sols', lang: 'fr' });
    expect(read && unitsOf(read)[0]?.blocks[0]?.content).toMatchObject({ type: 'text' });
  });

  test('files that lie elsewhere are missed by name', async () => {
    const read = await brought('page.markdown', '![A pit](pit.png) and [more](other.md)');
    expect(read?.items[0]).toMatchObject({ outcome: 'degraded' });
    expect(JSON.stringify(read?.items[0]?.notes)).toMatch(/pit\.png.*other\.md/);
  });

  test('a manifest alone is a thin cartridge', async () => {
    const link = '<webLink><title>Site</title><url href="https://example.org/"/></webLink>';
    const read = await brought(
      'export.xml',
      `<manifest identifier="m"><metadata><schema>IMS Thin Common Cartridge</schema><schemaversion>1.3.0</schemaversion></metadata><organizations><organization><item><item identifier="i" identifierref="r"><title>Site</title></item></item></organization></organizations><resources><resource identifier="r" type="imswl_xmlv1p3">${link}</resource></resources></manifest>`,
    );
    expect(read).toMatchObject({ format: 'common-cartridge', items: [{ outcome: 'converted' }] });
  });

  test.each([
    ['words.txt', 'Only words, without a question.'],
    ['picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ['binary.gift', Buffer.from([1, 0, 2, 0])],
    ['page.html', '<html><body>x</body></html>'],
  ])('%s is none', async (name, content) => {
    await expect(brought(name, content)).rejects.toBeInstanceOf(ArchiveRefused);
  });

  test('XML of something else is told apart', async () => {
    expect(await brought('feed.xml', '<rss><channel/></rss>')).toBeUndefined();
  });
});
