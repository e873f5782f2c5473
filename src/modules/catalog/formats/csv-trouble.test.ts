import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { csv } from './csv.ts';
import { course, edxHeader, edxRow, read, today } from './csv-reading.ts';
import { textInput } from './text-input.ts';

describe('csv in hostile shapes', () => {
  it('reads tabs, pipes, a sep= line, lines above the header, byte order marks and Windows-1252', async () => {
    expect(await course('title\turl\nÉté\thttps://e.org/x\n')).toMatchObject({ title: 'Été' });
    expect(await course('title|url\nA, B; C|https://e.org/x\n')).toMatchObject({ title: 'A, B; C' });
    expect(await course('sep=;\ntitle;url\nA;https://e.org/x\n')).toMatchObject({ key: 'x' });
    expect(
      await course('Export of our courses\n\n;;\ntitle;url;level\nA;https://e.org/x;beginner\n'),
    ).toMatchObject({ key: 'x' });
    expect(await course('\uFEFFtitle;url\nA;https://e.org/x\n')).toMatchObject({ title: 'A' });
    expect(await course(Buffer.from('titre;prix\nÉlectricité à 50;50\n', 'latin1'))).toMatchObject({
      title: 'Électricité à 50',
    });
    expect(
      await course(Buffer.from('\uFEFFtitre;url\nÉté\u20ac;https://e.org/x\n', 'utf16le')),
    ).toMatchObject({
      title: 'Été€',
    });
  });

  it('goes on after bad rows, and says what was wrong with each', async () => {
    const text =
      'title,level,url,description\n' +
      'A,beginner,https://e.org/a,fine\n' +
      ',beginner,https://e.org/b,no title\n' +
      '\n , ,,""\n' +
      'title,level,url,description\n' +
      'C,beginner,https://e.org/c,one, two, and three\n' +
      'D\n' +
      'E,beginner,https://e.org/e,"open\n' +
      'F,beginner,https://e.org/f,last';
    const records = await read(text);
    expect(records.map((record) => (record.kind === 'course' ? record.document.key : record.reason))).toEqual(
      ['a', expect.stringMatching(/^line 3: .*title/), 'line 6: the header once more', 'c', 'd', 'e', 'f'],
    );
    expect(records[3]).toMatchObject({
      document: { description: 'one, two, and three' },
      degraded: [
        { field: 'row', reason: expect.stringMatching(/^line 7: 6 columns instead of 4: .*put together/) },
      ],
    });
    expect(records[4]).toMatchObject({
      degraded: [{ field: 'row', reason: 'line 8: 1 columns instead of 4' }],
    });
    expect(records[5]).toMatchObject({ document: { description: 'open' }, degraded: [{ field: 'row' }] });
  });

  it('takes the first column of two with the same name that says something', async () => {
    expect(await course('title,title,url\nA,B,https://e.org/x\n')).toMatchObject({ title: 'A' });
    expect(await course('title,title,url\n,B,https://e.org/x\n')).toMatchObject({ title: 'B' });
  });

  it('names a wrong price, a wrong day and a wrong address instead of guessing', async () => {
    const text = 'title,price,start,url,language,rating\nA,49,2027-02-31,javascript:alert(1),Klingonese,9\n';
    const [record] = await read(text);
    if (record?.kind !== 'course') throw new Error('refused');
    expect(record.document).toEqual({ key: 'a', title: 'A' });
    expect(record.degraded.map((one) => one.field).sort()).toEqual([
      'costs',
      'languages',
      'rating',
      'runs[0].start',
      'url',
    ]);
  });

  it('takes placeholders for nothing said', async () => {
    const text = 'title,summary,description,price,level,language\nA,N/A,pending,-,null,none\n';
    expect(await read(text)).toEqual([{ kind: 'course', document: { key: 'a', title: 'A' }, degraded: [] }]);
  });

  it('reads no further ahead than a few hundred rows, however long the file', async () => {
    let made = 0;
    async function* bytes(): AsyncGenerator<Buffer> {
      yield Buffer.from('id,title,description,url\n');
      for (; made < 1_000_000; made += 1) {
        yield Buffer.from(`${made},Course ${made},"${'x'.repeat(400)}",https://e.org/${made}\n`);
      }
    }
    const input = { location: 'made', open: async () => Readable.from(bytes()) };
    let read = 0;
    for await (const record of csv.read(input, { today })) {
      expect(record.kind).toBe('course');
      read += 1;
      if (read === 2000) break;
    }
    expect(made).toBeLessThan(3000);
  });
});

describe('the mapping', () => {
  it('wins over the names, for any column, with units', async () => {
    const text = 'A,B,C,title,D\nx1,Real title,12,Wrong,4\n';
    const mapping = { A: 'key', B: 'title', C: 'price:EUR', title: 'summary', D: 'duration:hours' };
    expect(await course(text, { mapping })).toEqual({
      key: 'x1',
      title: 'Real title',
      summary: 'Wrong',
      costs: [{ kind: 'access', amount: 1200, currency: 'EUR', checkedOn: today }],
      effort: { totalHours: 4 },
    });
  });

  it('says which columns there are when none is a title, and how to map them', async () => {
    await expect(read('foo;bar\n1;2\n')).rejects.toThrow(
      /Columns seen: "foo", "bar"\. .*\{"foo":"title"\}.*key, title, summary/,
    );
    await expect(read('')).rejects.toThrow(/nothing in/);
  });

  it('says which name of the mapping is wrong', async () => {
    await expect(read('a,title\n1,2\n', { mapping: { a: 'titel' } })).rejects.toThrow(
      /"a" to "titel", which is no field/,
    );
    await expect(read('a,title\n1,2\n', { mapping: { zz: 'key' } })).rejects.toThrow(
      /"zz", which is not in the header/,
    );
  });
});

describe('recognising csv', () => {
  const sure = (text: string, location = '/x/feed'): number =>
    csv.detect(text, textInput(text, { location }));

  it('is sure of known headers, doubtful of bare files, and leaves JSON and XML alone', () => {
    expect(sure(`${edxHeader}\n${edxRow('A B')}\n`)).toBeGreaterThan(0.85);
    expect(sure('titre;lien;langue;niveau\nA;https://e.org;fr;débutant\n')).toBeGreaterThan(0.6);
    expect(sure('foo,bar\n1,2\n', '/x/list.csv')).toBeGreaterThan(0.4);
    expect(sure('foo bar')).toBe(0);
    expect(sure('{"title": "x", "url": "y"}')).toBe(0);
    expect(sure('<rss><title>a, b</title></rss>')).toBe(0);
  });
});
