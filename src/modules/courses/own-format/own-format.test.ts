import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockContent } from '../content/blocks.ts';
import { courseContent, type CourseContent } from '../content/course-content.ts';
import { question } from '../content/questions.ts';
import { arbitraryContent, fileIds } from '../content/testing/arbitrary-content.ts';
import { archiveOf } from '../import-package/testing/archive-of.ts';
import { ownPackageReader } from './own-package-reader.ts';
import { type CourseFileSource, packageFiles, writeOwnPackage } from './write-package.ts';
import { filesOfBlock } from '../publish-course/outline-of.ts';

const scene = { ids: { next: () => 'new-id', secret: () => 'secret' }, name: 'cours.zip' };

const source = (id: string, name: string): CourseFileSource => ({
  id,
  name,
  open: () => Promise.resolve(Readable.from([Buffer.from(`bytes of ${id}`)])),
});
const sources = fileIds.map((id) => source(id, 'Présentation générale.pdf'));

const packed = (content: CourseContent, files = sources): Map<string, string> =>
  new Map(
    packageFiles(content, files).map((file) => [
      file.path,
      typeof file.content === 'string' ? file.content : 'bytes',
    ]),
  );

const read = (texts: ReadonlyMap<string, string>) =>
  ownPackageReader.read(archiveOf(Object.fromEntries(texts)), scene);

const small = courseContent.parse({
  about: { title: 'Le jardin partagé', lang: 'fr' },
  sections: [
    {
      id: 's1',
      title: 'Semer',
      units: [
        {
          id: 'u1',
          title: 'La terre',
          blocks: [
            {
              id: 'b1',
              content: {
                type: 'video',
                file: 'f1',
                tracks: [
                  { lang: 'fr', vtt: 'WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour\n' },
                  { lang: 'fr', kind: 'chapters', vtt: 'WEBVTT\n' },
                ],
              },
            },
            { id: 'b2', content: { type: 'text', text: '<p>Une</p>\n<p>Deux</p>' } },
          ],
        },
      ],
    },
  ],
  banks: [{ id: 'bank', title: 'Révisions', questions: [{ type: 'essay', id: 'q1', prompt: '<p>?</p>' }] }],
});

describe('a course in the own format', () => {
  it('comes back whole: nothing is lost, added or changed', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryContent, async (content) => {
        const again = await read(packed(content));
        expect(again.content).toEqual(content);
        expect(again.items.filter(({ outcome }) => outcome !== 'converted')).toEqual([]);
        expect(new Set(again.files.map(({ id }) => id))).toEqual(new Set(filesOfBlock(content)));
      }),
      { numRuns: 150 },
    );
  });

  it('names files as people do, accents and all, and twice the same name is two files', async () => {
    const names = [
      ...packed(small, [...sources, source('f4', '../a:b\\c.png'), source('f5', ' .. ')]).keys(),
    ];
    expect(names.slice(-5)).toEqual([
      'files/Présentation générale.pdf',
      'files/Présentation générale (2).pdf',
      'files/Présentation générale (3).pdf',
      'files/_a_b_c.png',
      'files/f5',
    ]);
    const { files } = await read(packed(small));
    expect(files).toEqual([
      { id: 'f1', name: 'Présentation générale.pdf', path: 'files/Présentation générale.pdf' },
    ]);
  });

  it('can be read by people: captions as files, texts by line, nothing that goes without saying', () => {
    const texts = packed(small);
    expect(texts.get('captions/b1.fr.vtt')).toBe('WEBVTT\n\n00:00.000 --> 00:02.000\nBonjour\n');
    expect(texts.has('captions/b1.fr.chapters.vtt')).toBe(true);
    const unit = JSON.parse(texts.get('units/u1.json') ?? '') as { blocks: unknown[] };
    expect(unit.blocks[1]).toEqual({
      id: 'b2',
      content: { type: 'text', text: { lines: ['<p>Une</p>\n', '<p>Deux</p>'] } },
    });
  });

  it('is the same bytes each time', async () => {
    const zip = async () => {
      const sink = new PassThrough();
      const [bytes] = await Promise.all([buffer(sink), writeOwnPackage(small, sources, sink)]);
      return bytes;
    };
    const [one, other] = [await zip(), await zip()];
    expect(one.length).toBeGreaterThan(500);
    expect(one.equals(other)).toBe(true);
  });

  it('fails as a file fails, and does not hang', async () => {
    const broken = { id: 'f1', name: 'a.bin', open: () => Promise.reject(new Error('no such bytes')) };
    const sink = new PassThrough().resume();
    await expect(writeOwnPackage(small, [broken], sink)).rejects.toThrow('no such bytes');
  });
});

describe('what the reader makes of a package that is not as it should be', () => {
  const changed = (path: string, change: (told: Record<string, unknown>) => unknown): Map<string, string> => {
    const texts = packed(small);
    const told = JSON.parse(texts.get(path) ?? '{}') as Record<string, unknown>;
    return texts.set(path, JSON.stringify(change(told)));
  };
  const manifest = 'passerelle-course.json';

  it('refuses a newer version, and says which it knows', async () => {
    await expect(read(changed(manifest, (told) => ({ ...told, version: 2 })))).rejects.toMatchObject({
      note: { code: 'own-newer-version', values: { version: 2, known: 1 } },
    });
  });

  it.each([
    ['no JSON', new Map([[manifest, '{']]), 'own-part-broken'],
    ['another format', changed(manifest, (told) => ({ ...told, format: 'x' })), 'own-manifest-broken'],
    ['no title', changed(manifest, (told) => ({ ...told, about: { lang: 'fr' } })), 'own-manifest-broken'],
    ['no sections', changed(manifest, (told) => ({ ...told, sections: 3 })), 'own-manifest-broken'],
  ])('refuses a manifest: %s', async (_, texts, code) => {
    await expect(read(texts)).rejects.toMatchObject({ note: { code } });
  });

  it('is found in a folder that was zipped whole, and with a byte order mark', async () => {
    const texts = new Map([...packed(small)].map(([path, text]) => [`Mon cours/${path}`, text]));
    const path = `Mon cours/${manifest}`;
    texts.set(path, `\uFEFF${texts.get(path) ?? ''}`);
    expect(await ownPackageReader.recognises(archiveOf(Object.fromEntries(texts)))).toBe(true);
    const { content, files } = await read(texts);
    expect(content).toEqual(small);
    expect(files[0]?.path).toBe('Mon cours/files/Présentation générale.pdf');
  });

  it('keeps a block that it does not know, to be reworked, and its neighbours', async () => {
    const { content, items } = await read(
      changed('units/u1.json', (told) => ({
        ...told,
        blocks: [
          { id: 'x', title: 'Hologramme', content: { type: 'hologram' } },
          ...(told.blocks as unknown[]),
        ],
      })),
    );
    expect(content.sections[0]?.units[0]?.blocks[0]).toMatchObject({
      id: 'new-id',
      title: 'Hologramme',
      content: { type: 'source', format: 'passerelle:hologram' },
    });
    expect(items.map(({ outcome }) => outcome)).toEqual(['kept', 'converted', 'converted', 'converted']);
    expect(items[0]?.notes[0]?.code).toBe('own-block-kept');
  });

  it('tells what is missing: a unit, captions, a file', async () => {
    const texts = packed(small);
    texts.delete('captions/b1.fr.vtt');
    texts.delete('files/Présentation générale.pdf');
    const { items, files } = await read(texts);
    expect(files).toEqual([]);
    expect(items[0]).toMatchObject({ outcome: 'degraded' });
    expect(items[0]?.notes.map(({ code }) => code)).toEqual(['own-captions-missing', 'own-file-missing']);
    texts.delete('units/u1.json');
    const { notes, content } = await read(texts);
    expect(content.sections[0]?.units).toEqual([]);
    expect(notes).toContainEqual({ code: 'own-part-missing', values: { path: 'units/u1.json' } });
  });

  it('gives another id where two blocks have the same, and refuses a question of a bank that is none', async () => {
    const twice = changed('units/u1.json', (told) => {
      const [, text] = told.blocks as unknown[];
      return { ...told, blocks: [text, text] };
    });
    const { content, items } = await read(
      twice.set(
        'banks/bank.json',
        JSON.stringify({ id: 'bank', title: 'B', questions: [{ type: 'oracle' }] }),
      ),
    );
    expect(content.sections[0]?.units[0]?.blocks.map(({ id }) => id)).toEqual(['b2', 'new-id']);
    expect(items.at(-1)).toMatchObject({ outcome: 'refused', type: 'oracle' });
  });

  it('takes rules that it cannot read for the usual ones, and says so', async () => {
    const { content, notes } = await read(changed(manifest, (told) => ({ ...told, rules: { kind: 'zzz' } })));
    expect(content.rules.kind).toBe('mooc');
    expect(notes.map(({ code }) => code)).toContain('own-rules-broken');
  });
});

describe('the courses that the tests make up', () => {
  it('hold every type of block and of question', () => {
    const contents = fc.sample(arbitraryContent, 400);
    const blocks = contents.flatMap(({ sections }) =>
      sections.flatMap(({ units }) => units.flatMap((unit) => unit.blocks.map(({ content }) => content))),
    );
    const questions = contents.flatMap(({ banks }) => banks.flatMap((bank) => bank.questions));
    const types = (parts: readonly { type: string }[]) => new Set(parts.map(({ type }) => type)).size;
    expect(types(blocks)).toBe(blockContent.options.length);
    expect(types(questions)).toBe(question.options.length);
  });
});
