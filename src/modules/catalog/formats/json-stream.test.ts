import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { FeedUnreadable } from './feed-format.ts';
import { BrokenLine } from './json-lines.ts';
import type { JsonPiece, JsonShape } from './json-shape.ts';
import { jsonPieces } from './json-stream.ts';
import { textInput } from './text-input.ts';

const shape: JsonShape = { lists: ['results', 'data.items'], values: ['next', 'pagination.next'] };

async function piecesOf(content: string | Uint8Array, pieceBytes = 65_536): Promise<JsonPiece[]> {
  const pieces: JsonPiece[] = [];
  for await (const piece of jsonPieces(textInput(content, { pieceBytes }), shape)) pieces.push(piece);
  return pieces;
}

/** What was yielded before the failure, and the failure. */
async function broken(content: string): Promise<{ pieces: JsonPiece[]; error: unknown }> {
  const pieces: JsonPiece[] = [];
  try {
    for await (const piece of jsonPieces(textInput(content), shape)) pieces.push(piece);
  } catch (error) {
    return { pieces, error };
  }
  throw new Error('it was read to its end');
}

const values = (pieces: readonly JsonPiece[]) => pieces.map((piece) => piece.value);

describe('where records are found', () => {
  test.each([1, 3, 7, 65_536])('in a bare array, in pieces of %i bytes', async (pieceBytes) => {
    expect(values(await piecesOf('[{"a":1},{"b":"é中"},3]', pieceBytes))).toEqual([
      { a: 1 },
      { b: 'é中' },
      3,
    ]);
  });

  test('in lists of an object, with the values beside them', async () => {
    const pieces = await piecesOf(
      '{"next":null,"junk":[1,{"results":[9]}],"results":[{"a":1}],"data":{"items":[{"b":2}]},"pagination":{"next":"p2"}}',
    );
    expect(pieces).toEqual([
      { path: 'next', value: null },
      { path: 'results', value: { a: 1 } },
      { path: 'data.items', value: { b: 2 } },
      { path: 'pagination.next', value: 'p2' },
    ]);
  });

  test('in a list that was written as an object keyed by numbers', async () => {
    expect(values(await piecesOf('{"results":{"0":{"a":1},"1":{"a":2}}}'))).toEqual([{ a: 1 }, { a: 2 }]);
  });

  test('in lines, of records or of pages; a broken line is told and passed over', async () => {
    const pieces = await piecesOf('{"a":1}\n\n{"a":2,}\r\n{"results":[{"a":3}]}\n{"a":4}');
    expect(values(pieces)).toEqual([{ a: 1 }, expect.any(BrokenLine), { a: 3 }, { a: 4 }]);
    expect(values(pieces)[1]).toMatchObject({ reason: 'line 3 is not JSON: "{"a":2,}"' });
  });

  test('as a lone record when no list is there; an empty list has none', async () => {
    expect(values(await piecesOf('{\n"title":"one"}'))).toEqual([{ title: 'one' }]);
    expect(values(await piecesOf('{"results":[]}'))).toEqual([]);
    expect(values(await piecesOf('[]'))).toEqual([]);
  });

  test('after a byte order mark and blank lines, before padding', async () => {
    expect(values(await piecesOf('\ufeff\n\n  [{"a":1}]\n\0\0'))).toEqual([{ a: 1 }]);
    const utf16 = Buffer.from('\ufeff[{"a":"é"}]', 'utf16le');
    expect(values(await piecesOf(utf16))).toEqual([{ a: 'é' }]);
  });
});

describe('what is unreadable', () => {
  test.each([
    ['', /nothing in it/],
    ['  \n ', /nothing in it/],
    ['<html></html>', /begins with a page or XML/],
    ['title,summary\n', /not JSON, it begins with "title,summary/],
    ['%PDF-1.7', /not JSON/],
  ])('%j', async (content, message) => {
    const { error } = await broken(content);
    expect(error).toBeInstanceOf(FeedUnreadable);
    expect(String(error)).toMatch(message);
  });

  test.each(['[{"a":1},{"b":', '[{"a":1},{"b":2', '{"results":[{"a":1}', '[{"a":1}', '[{"a":1},{"b":tru'])(
    'cut off: %s, after what came before',
    async (content) => {
      const { pieces, error } = await broken(content);
      expect(values(pieces)).toEqual([{ a: 1 }]);
      expect(error).toBeInstanceOf(FeedUnreadable);
      expect(String(error)).toMatch(/breaks off after 1 records/);
    },
  );

  test.each(['{"a":01}', '{"a":1,}', "{'a':1}", '{"a":NaN}', '{"a":"\n"}'])(
    'what is nearly JSON: %s',
    async (content) => {
      expect((await broken(content)).error).toBeInstanceOf(FeedUnreadable);
    },
  );

  test('a second document after the first', async () => {
    const { pieces, error } = await broken('[{"a":1}] [{"b":2}]');
    expect(values(pieces)).toEqual([{ a: 1 }]);
    expect(error).toBeInstanceOf(FeedUnreadable);
  });
});

describe('hostile input', () => {
  test('a million brackets', async () => {
    const { error } = await broken('['.repeat(1_000_000));
    expect(error).toBeInstanceOf(FeedUnreadable);
  });

  test('deep nesting in one record does not stop the next', async () => {
    const depth = 20_000;
    const pieces = await piecesOf(`[${'{"a":'.repeat(depth)}1${'}'.repeat(depth)},{"b":2}]`);
    expect(pieces).toHaveLength(2);
    expect(pieces[1]?.value).toEqual({ b: 2 });
  });

  test('names of prototypes are names like others', async () => {
    await piecesOf('[{"__proto__":{"polluted":1},"constructor":1}]');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('memory does not grow with the number of records: 110 MB pass through a heap of 64', () => {
    const script = `
      import { Readable } from 'node:stream';
      import { jsonPieces } from '${new URL('./json-stream.ts', import.meta.url).href}';
      const record = JSON.stringify({ title: 'x'.repeat(900) });
      function* many() {
        for (let index = 0; index < 120_000; index++) yield (index === 0 ? '[' : ',') + record;
        yield ']';
      }
      const input = { location: 'many', open: async () => Readable.from(many(), { objectMode: false }) };
      let count = 0;
      for await (const piece of jsonPieces(input, { lists: [] })) count++;
      console.log(count);`;
    const args = ['--max-old-space-size=64', '--input-type=module', '--eval', script];
    const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(run.stdout.trim(), run.stderr.slice(-2_000)).toBe('120000');
  });
});
