import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../platform/archives/open-archive.ts';
import { elementsBelow, readXml, textIn } from '../../../../platform/xml/xml-tree.ts';
import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import { type CourseContent, courseContent } from '../../content/course-content.ts';
import type { Question } from '../../content/questions.ts';
import { arbitraryContent } from '../../content/testing/arbitrary-content.ts';
import { qtiReader } from '../../import-package/qti/qti-reader.ts';
import { ownPackageReader } from '../../own-format/own-package-reader.ts';
import { sampleFolder, sampleFolders } from '../../sample/install-sample-courses.ts';
import { archiveOfPacked } from '../testing/archive-of-packed.ts';
import { filesToPack } from '../testing/files-to-pack.ts';
import { packQti } from './write-qti.ts';

const pack = (content: Parameters<typeof packQti>[0]['content']) =>
  packQti({ slug: 'cours', content, files: filesToPack });

describe('the questions of a course as QTI 3.0', () => {
  it('are items with all that they name: responses, choices, files, dependencies', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryContent, async (content) => {
        const packed = pack(content);
        const archive = await archiveOfPacked(packed);
        const { root } = readXml(await archive.read('imsmanifest.xml'));
        const resources = elementsBelow(root, 'resource');
        const ids = resources.map(({ attributes }) => attributes['identifier']);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { attributes } of elementsBelow(root, 'dependency'))
          expect(ids).toContain(attributes['identifierref']);
        for (const { attributes } of elementsBelow(root, 'file'))
          expect(archive.has(attributes['href'] ?? '')).toBe(true);
        for (const { path } of archive.entries.filter((each) => each.path.startsWith('items/')))
          checkItem(readXml(await archive.read(path)).root);
        expect(packed.parts.filter(({ notes, said }) => said === 'left-out' && notes.length === 0)).toEqual(
          [],
        );
      }),
      { numRuns: 80 },
    );
  });

  function checkItem(item: ReturnType<typeof readXml>['root']) {
    expect(item.name).toBe('qti-assessment-item');
    const declared = elementsBelow(item, 'qti-response-declaration').map(
      ({ attributes }) => attributes['identifier'],
    );
    expect(declared.length).toBeGreaterThan(0);
    const body = elementsBelow(item, 'qti-item-body');
    const used = elementsBelow(item)
      .concat(body)
      .flatMap(({ attributes }) => attributes['response-identifier'] ?? []);
    for (const id of used) expect(declared).toContain(id);
    const names = elementsBelow(
      item,
      'qti-simple-choice',
      'qti-simple-associable-choice',
      'qti-hotspot-choice',
    ).map(({ attributes }) => attributes['identifier']);
    expect(new Set(names).size).toBe(names.length);
    for (const identifier of names) expect(identifier).toMatch(/^[A-Za-z_][\w-]*$/);
    for (const right of elementsBelow(item, 'qti-correct-response'))
      for (const value of elementsBelow(right, 'qti-value'))
        if (names.length > 0) for (const part of textIn(value).split(' ')) expect(names).toContain(part);
  }

  it('keep drawing at random from banks, time and attempts', async () => {
    const content = courseContent.parse({
      about: { title: 'T', lang: 'fr' },
      banks: [
        {
          id: 'b',
          title: 'B',
          questions: [1, 2, 3].map((n) => ({ id: `q${n}`, type: 'essay', prompt: '<p>?</p>' })),
        },
      ],
      sections: [
        {
          id: 's',
          title: 'S',
          units: [
            {
              id: 'u',
              title: 'U',
              blocks: [
                {
                  id: 'exam',
                  title: 'Épreuve',
                  content: {
                    type: 'questions',
                    questions: [],
                    rules: { attempts: 2, minutes: 1.5, draw: [{ bank: 'b', count: 2 }] },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
    const archive = await archiveOfPacked(pack(content));
    const { root } = readXml(await archive.read('tests/test-exam.xml'));
    expect(elementsBelow(root, 'qti-selection')[0]?.attributes['select']).toBe('2');
    expect(elementsBelow(root, 'qti-time-limits')[0]?.attributes['max-time']).toBe('90');
    expect(elementsBelow(root, 'qti-item-session-control')[0]?.attributes['max-attempts']).toBe('2');
    expect(elementsBelow(root, 'qti-assessment-item-ref')).toHaveLength(3);
  });

  it.each(sampleFolders)('of %s are all asked', async (name) => {
    const folder = await openArchive(sampleFolder(name));
    const { content } = await ownPackageReader.read(folder, {
      ids: { next: () => 'x', secret: () => 'x' },
      name,
    });
    const { parts } = packQti({ slug: name, content, files: [] });
    const questions = parts.filter(({ type }) => type.startsWith('question'));
    expect(questions.length).toBeGreaterThan(14);
    expect(questions.filter(({ said }) => said === 'left-out')).toEqual([]);
  });

  it.each(sampleFolders)('of %s are read again: choices, pairs, orders, numbers', async (name) => {
    const folder = await openArchive(sampleFolder(name));
    const { content } = await ownPackageReader.read(folder, scene);
    const packed = packQti({ slug: name, content, files: [] });
    const archive = await archiveOfPacked(packed);
    expect(await qtiReader.recognises(archive)).toBe(true);
    const again = await qtiReader.read(archive, scene);
    const questionsOf = (one: CourseContent) => [
      ...one.banks.flatMap(({ questions }) => questions),
      ...one.sections.flatMap(({ units }) =>
        units.flatMap(({ blocks }) =>
          blocks.flatMap(({ content: block }) => (block.type === 'questions' ? block.questions : [])),
        ),
      ),
    ];
    expect(again.items.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    const before = questionsOf(content).map(gist);
    const after = questionsOf(again.content).map(gist);
    expect(after).toEqual(expect.arrayContaining(before));
  });

  it('name the competencies that they test, and it is read again', async () => {
    const question = { id: 'q', type: 'essay', prompt: '<p>?</p>', competencies: ['graft'] };
    const block = { id: 'b', content: { type: 'questions', questions: [question], competencies: ['prune'] } };
    const content = courseContent.parse({
      about: { title: 'T', lang: 'en' },
      rules: {
        competencies: [
          { id: 'prune', title: 'Prunes' },
          { id: 'graft', title: 'Grafts & buds' },
          { id: 'mow', title: 'Mows' },
        ],
      },
      sections: [{ id: 's', title: 'S', units: [{ id: 'u', title: 'U', blocks: [block] }] }],
    });
    const { content: again } = await qtiReader.read(await archiveOfPacked(pack(content)), scene);
    expect(again.rules.competencies.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
      { id: 'graft', title: 'Grafts & buds' },
      { id: 'prune', title: 'Prunes' },
    ]);
    expect(again.sections[0]?.units[0]?.blocks[0]?.content).toMatchObject({
      competencies: ['prune', 'graft'],
    });
  });

  it('say what one choice is worth, and it is read again', async () => {
    const choice = (id: string, right: boolean, credit?: number) => ({
      id,
      text: id,
      right,
      ...(credit !== undefined && { credit }),
    });
    const kinds = [
      { type: 'single', choices: [choice('a', true), choice('b', false, 0.5), choice('c', false, -0.25)] },
      {
        type: 'multiple',
        credit: 'shares',
        least: -0.5,
        choices: [choice('d', true), choice('e', true), choice('f', false, -0.5)],
      },
      {
        type: 'multiple',
        credit: 'each',
        choices: [choice('g', true), choice('h', false), choice('i', false)],
      },
      { type: 'multiple', credit: 'all', choices: [choice('j', true), choice('k', false)] },
    ];
    const menus = [
      { text: 'one', right: true },
      { text: 'uno', right: true },
      { text: 'two', right: false, credit: 0.5 },
      { text: 'six', right: false },
    ];
    const gaps = [
      { id: 'g1', choices: menus },
      { id: 'g2', accepted: [{ text: '3' }], tolerance: 0.5 },
    ];
    const gap = {
      type: 'gap',
      body: '<p>{{gap:g1}} and {{gap:g2}}</p>',
      gaps,
      said: { right: '<p>Well</p>', wrong: '<p>Read</p>' },
    };
    const questions = [...kinds, gap].map((each, at) => ({
      id: `q${at}`,
      prompt: '<p>?</p>',
      points: 2,
      ...each,
    }));
    const block = { id: 'b', content: { type: 'questions', questions } };
    const content = courseContent.parse({
      about: { title: 'T', lang: 'en' },
      sections: [{ id: 's', title: 'S', units: [{ id: 'u', title: 'U', blocks: [block] }] }],
    });
    const packed = pack(content);
    expect(packed.parts.flatMap(({ notes }) => notes)).toEqual([]);
    const again = await qtiReader.read(await archiveOfPacked(packed), scene);
    const asked = again.content.sections[0]?.units[0]?.blocks[0]?.content;
    expect(asked).toMatchObject({
      questions: [
        ...kinds.map(({ choices, ...each }) => ({
          points: 2,
          ...each,
          choices: choices.map(({ id: _id, ...worth }) => worth),
        })),
        {
          type: 'gap',
          said: gap.said,
          gaps: [{ choices: menus }, { accepted: [{ text: '3' }], tolerance: 0.5 }],
        },
      ],
    });
    expect(new Set(again.items.map(({ outcome }) => outcome))).toEqual(new Set(['converted']));
  });
});

const scene = { ids: { next: () => 'x', secret: () => 'x' }, name: 'questions.zip' };

/** What both can say of a question; a unit stands behind the field there, and the words of a text with gaps are one. */
const gist = (question: Question) => ({
  type: question.type === 'dropdown' ? 'single' : question.type,
  prompt: question.type === 'gap' ? '' : wordsOfCourseText(question.prompt).replace(/\s*…\s\S+$/, ''),
  ...('choices' in question && {
    right: question.choices.flatMap(({ text, right }) => (right ? [wordsOfCourseText(text)] : [])),
  }),
  ...(question.type === 'order' && { items: question.items.map(({ text }) => wordsOfCourseText(text)) }),
});
