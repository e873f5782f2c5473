import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import { readXml } from '../../../../platform/xml/xml-tree.ts';
import { openArchive } from '../../../../platform/archives/open-archive.ts';
import { type CourseContent, courseContent } from '../../content/course-content.ts';
import type { Question } from '../../content/questions.ts';
import { arbitraryContent } from '../../content/testing/arbitrary-content.ts';
import { olxReader } from '../../import-package/olx/olx-reader.ts';
import { ownPackageReader } from '../../own-format/own-package-reader.ts';
import { sampleFolder, sampleFolders } from '../../sample/install-sample-courses.ts';
import type { PackedCourse } from '../packed-course.ts';
import { archiveOfPacked } from '../testing/archive-of-packed.ts';
import { filesToPack } from '../testing/files-to-pack.ts';
import { takingOwnWords } from './take-own-words.ts';
import { packOlx } from './write-olx.ts';

const ids = { next: () => 'new-id', secret: () => 'secret' };
const scene = { ids, name: 'cours.tar.gz' };
const reader = takingOwnWords(olxReader);

const pack = (content: CourseContent) => packOlx({ slug: 'cours', content, files: filesToPack });
const read = async (packed: PackedCourse, how = reader) => how.read(await archiveOfPacked(packed), scene);

describe('a course as OLX', () => {
  it('is well-formed, and comes back whole with what OLX has no word for', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryContent, async (content) => {
        const packed = pack(content);
        for (const { path, content: text } of packed.files)
          if (path.endsWith('.xml') && typeof text === 'string') readXml(text);
        const again = await read(packed);
        expect(again.content).toEqual(content);
        expect(packed.parts).toHaveLength(
          content.sections.flatMap(({ units }) => units.flatMap(({ blocks }) => blocks)).length,
        );
      }),
      { numRuns: 100 },
    );
  });

  it('says what is graded, with weights, also to who does not know our own words', async () => {
    const set = (id: string) => ({
      id,
      content: {
        type: 'questions',
        questions: [{ id: 'q', type: 'text', prompt: '<p>?</p>', accepted: [{ text: 'x' }] }],
      },
    });
    const unit = (id: string, group: string, ...blocks: object[]) => ({ id, title: id, group, blocks });
    const work = (id: string, ...blocks: string[]) => ({ id, title: id, blocks });
    const content = courseContent.parse({
      about: { title: 'T', lang: 'en' },
      rules: {
        completion: {
          points: 0.6,
          grading: [
            {
              id: 'h',
              title: 'Homework',
              weight: 40,
              drop: 1,
              works: [work('w1', 'a', 'b'), work('w2', 'c')],
            },
            { id: 'e', title: 'Exam', weight: 60, works: [work('w3', 'd')] },
          ],
        },
      },
      sections: [
        {
          id: 's',
          title: 'S',
          units: [
            unit('u1', 'One', set('a'), set('b')),
            unit('u2', 'Two', set('c')),
            unit('u3', 'Three', set('d')),
            unit('u4', 'Four', set('play')),
          ],
        },
      ],
    });
    const { rules } = (await read(pack(content), olxReader)).content;
    expect(rules.completion).toMatchObject({
      points: 0.6,
      grading: [
        { title: 'Homework', weight: 0.4, drop: 1, works: [{ blocks: ['a', 'b'] }, { blocks: ['c'] }] },
        { title: 'Exam', weight: 0.6, works: [{ blocks: ['d'] }] },
      ],
    });
  });

  it('is no package of our own format, and every reference leads somewhere', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryContent, async (content) => {
        const archive = await archiveOfPacked(pack(content));
        expect(await ownPackageReader.recognises(archive)).toBe(false);
        const paths = new Set(archive.entries.map(({ path }) => path));
        for (const folder of ['chapter', 'sequential', 'vertical'])
          for (const path of [...paths].filter((each) => each.startsWith(`course/${folder}/`))) {
            const { root } = readXml(await archive.read(path));
            for (const child of root.children)
              if (typeof child !== 'string')
                expect(paths).toContain(`course/${child.name}/${child.attributes['url_name'] ?? ''}.xml`);
          }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what OLX itself says', () => {
  const sample = async (name: string) => {
    const archive = await openArchive(sampleFolder(name));
    return (await ownPackageReader.read(archive, scene)).content;
  };
  const withoutOwn = (packed: PackedCourse): PackedCourse => ({
    ...packed,
    files: packed.files.filter(({ path }) => !path.startsWith('course/passerelle/')),
  });

  const asked = new Set(['single', 'multiple', 'dropdown', 'number', 'text']);
  const allAsked = (questions: readonly Question[]) => questions.every(({ type }) => asked.has(type));
  /** What both can say of a question. */
  const gist = (question: Question) => ({
    type: question.type,
    prompt: wordsOfCourseText(question.prompt),
    explanation: wordsOfCourseText(question.explanation ?? ''),
    ...('choices' in question && {
      choices: question.choices.map(({ text, right, feedback }) => [
        wordsOfCourseText(text),
        right,
        wordsOfCourseText(feedback ?? ''),
      ]),
    }),
    ...(question.type === 'number' && { answer: question.answers[0], unit: question.unit }),
    ...(question.type === 'text' && { accepted: question.accepted.map(({ text }) => text) }),
  });

  it.each(sampleFolders)(
    '%s is read again without our own words: outline, texts, questions',
    async (name) => {
      const content = await sample(name);
      const used = content.sections.flatMap(({ units }) => units.flatMap(({ blocks }) => blocks));
      const packed = packOlx({ slug: 'cours', content, files: [] });
      const again = await read(withoutOwn(packed), olxReader);
      const outline = (one: CourseContent) =>
        one.sections.map(({ title, units }) => [title, units.map((unit) => [unit.id, unit.title])]);
      expect(outline(again.content)).toEqual(outline(content));
      const blocks = new Map(
        again.content.sections.flatMap(({ units }) =>
          units.flatMap((unit) => unit.blocks.map((block) => [block.id, block] as const)),
        ),
      );
      const full = packed.parts.filter(({ said, type }) => said === 'full' && type === 'text');
      expect(full.length).toBeGreaterThan(5);
      for (const block of used) {
        if (block.content.type === 'questions')
          expect(blocks.get(block.id)?.content.type, block.id).toMatch(/questions|text/);
        const read = blocks.get(block.id)?.content;
        if (
          block.content.type === 'questions' &&
          read?.type === 'questions' &&
          allAsked(block.content.questions)
        )
          expect(read.questions.slice(0, block.content.questions.length).map(gist), block.id).toEqual(
            block.content.questions.map(gist),
          );
        if (block.content.type === 'text' && !block.content.text.includes('file:'))
          expect(blocks.get(block.id)?.content).toEqual(block.content);
      }
      expect(again.items.filter(({ outcome }) => outcome === 'refused' || outcome === 'kept')).toEqual([]);
    },
  );
});

describe('OLX that was changed after it left', () => {
  const content = courseContent.parse({
    about: { title: 'Semer', lang: 'fr', subjects: ['Jardin'] },
    rules: { charter: '<p>Je partage.</p>' },
    sections: [
      {
        id: 's1',
        title: 'Un',
        opensAfter: 7,
        units: [
          {
            id: 'u1',
            title: 'Terre',
            minutes: 4,
            blocks: [
              { id: 'b1', content: { type: 'text', text: '<p>Avant</p>' } },
              {
                id: 'b2',
                content: { type: 'glossary', entries: [{ id: 'g', term: 'Humus', meaning: '<p>Terre</p>' }] },
              },
              { id: 'b3', content: { type: 'discussion', topic: '<p>Et vous ?</p>' } },
            ],
          },
        ],
      },
    ],
  });
  const changed = (path: string, text: string): PackedCourse => {
    const packed = pack(content);
    return {
      ...packed,
      files: packed.files.map((one) => (one.path === path ? { ...one, content: text } : one)),
    };
  };

  it('gives the new words of what was changed, and ours of the rest', async () => {
    const again = await read(changed('course/html/b1.html', '<p>Après</p>'));
    expect(again.content.rules.charter).toBe('<p>Je partage.</p>');
    const [section] = again.content.sections;
    expect(section).toMatchObject({ id: 's1', opensAfter: 7 });
    expect(section?.units[0]).toMatchObject({ id: 'u1', minutes: 4 });
    expect(section?.units[0]?.blocks.map(({ content: one }) => one)).toEqual([
      { type: 'text', text: '<p>Après</p>' },
      content.sections[0]?.units[0]?.blocks[1]?.content,
      content.sections[0]?.units[0]?.blocks[2]?.content,
    ]);
  });

  it('does not bring back what was taken out there', async () => {
    const again = await read(
      changed('course/vertical/u1.xml', '<vertical display_name="Sol"><html url_name="b1"/></vertical>'),
    );
    expect(again.content.sections[0]?.units[0]).toMatchObject({ title: 'Sol', blocks: [{ id: 'b1' }] });
  });

  it('is plain OLX where our own words are broken', async () => {
    const again = await read(changed('course/passerelle/sums.json', '{'));
    expect(again.content.sections[0]?.units[0]?.blocks[0]?.content).toEqual({
      type: 'text',
      text: '<p>Avant</p>',
    });
  });
});
