import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../platform/archives/open-archive.ts';
import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import { elementsBelow, readXml } from '../../../../platform/xml/xml-tree.ts';
import type { CourseContent } from '../../content/course-content.ts';
import type { Question } from '../../content/questions.ts';
import { arbitraryContent } from '../../content/testing/arbitrary-content.ts';
import { commonCartridgeReader } from '../../import-package/cartridge/cartridge-reader.ts';
import { ownPackageReader } from '../../own-format/own-package-reader.ts';
import { sampleFolder, sampleFolders } from '../../sample/install-sample-courses.ts';
import { archiveOfPacked } from '../testing/archive-of-packed.ts';
import { filesToPack } from '../testing/files-to-pack.ts';
import { packCartridge } from './write-cartridge.ts';

const scene = { ids: { next: () => 'new-id', secret: () => 'secret' }, name: 'cours.imscc' };
const blocksOf = ({ sections }: CourseContent) =>
  sections.flatMap(({ units }) => units.flatMap(({ blocks }) => blocks));

describe('a course as a Common Cartridge', () => {
  it('is whole in itself: every item leads to a resource, every resource to a file', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryContent, async (content) => {
        const packed = packCartridge({ slug: 'cours', content, files: filesToPack });
        const archive = await archiveOfPacked(packed);
        const { root } = readXml(await archive.read('imsmanifest.xml'));
        const resources = elementsBelow(root, 'resource');
        const ids = resources.map(({ attributes }) => attributes['identifier']);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { attributes } of elementsBelow(root, 'item'))
          if (attributes['identifierref'] !== undefined) expect(ids).toContain(attributes['identifierref']);
        for (const { attributes } of elementsBelow(root, 'file'))
          expect(archive.has(attributes['href'] ?? ''), attributes['href']).toBe(true);
        for (const { path } of archive.entries.filter((each) => each.path.endsWith('.xml')))
          readXml(await archive.read(path));
        const questions = content.banks.flatMap((bank) => bank.questions);
        expect(packed.parts).toHaveLength(blocksOf(content).length + questions.length);
      }),
      { numRuns: 60 },
    );
  });

  it.each(sampleFolders)('%s is read again: titles, texts, questions and pictures', async (name) => {
    const folder = await openArchive(sampleFolder(name));
    const { content, files } = await ownPackageReader.read(folder, scene);
    const packed = packCartridge({
      slug: name,
      content,
      files: files.map((file) => ({
        ...file,
        type: 'application/octet-stream',
        bytes: folder.entries.find(({ path }) => path === file.path)?.bytes ?? 0,
        open: () => folder.open(file.path),
      })),
    });
    const again = await commonCartridgeReader.read(await archiveOfPacked(packed), scene);
    expect(again.content.about.title).toBe(content.about.title);
    expect(again.content.about.lang).toBe(content.about.lang);
    expect(again.content.sections.map(({ title }) => title)).toEqual(
      expect.arrayContaining(content.sections.map(({ title }) => title)),
    );
    const lost = again.items.filter(({ outcome }) => outcome === 'refused' || outcome === 'kept');
    expect(lost).toEqual([]);
    expect(again.notes.filter(({ code }) => code.includes('missing'))).toEqual([]);
    // all files but the posters' captions are named by a page
    expect(again.files.length).toBeGreaterThanOrEqual(files.length - 1);
    const gist = gistOf(content).filter(([type]) => type === 'single' || type === 'multiple');
    expect(gistOf(again.content)).toEqual(expect.arrayContaining(gist));
  });
});

/** Type, prompt and choices of every question. */
const gistOf = (content: CourseContent) =>
  blocksOf(content).flatMap(({ content: block }) =>
    block.type === 'questions' ? block.questions.map(gistOfQuestion) : [],
  );

const gistOfQuestion = (question: Question) => [
  question.type,
  wordsOfCourseText(question.prompt),
  'choices' in question
    ? question.choices.map(({ text, right, feedback }) => [
        wordsOfCourseText(text),
        right,
        wordsOfCourseText(feedback ?? ''),
      ])
    : [],
];
