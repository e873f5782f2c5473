import { describe, expect, it } from 'vitest';
import { CsvSplitter, type CsvRecord } from './csv-records.ts';

function split(
  text: string,
  options: { delimiter?: string; width?: number; size?: number } = {},
): CsvRecord[] {
  const splitter = new CsvSplitter({ delimiter: options.delimiter ?? ',' });
  splitter.width = options.width;
  const records: CsvRecord[] = [];
  const size = options.size ?? text.length + 1;
  for (let at = 0; at < text.length; at += size) {
    for (const record of splitter.push(text.slice(at, at + size))) records.push(record);
  }
  for (const record of splitter.end()) records.push(record);
  return records;
}

const fields = (text: string, options = {}): (readonly string[])[] =>
  split(text, options).map((record) => record.fields);

describe('CsvSplitter', () => {
  it('reads a long line once, and gives up on one without end', () => {
    const long = `a,${'x'.repeat(10_000_000)}\nb,c\n`;
    expect(split(long, { size: 8_000 }).map((record) => record.fields[0])).toEqual(['a', 'b']);
    expect(() => split('x'.repeat(40_000_000), { size: 64_000 })).toThrow(/^line 1 is longer/);
  });

  it('reads quoted delimiters, doubled quotes and line breaks, cut anywhere', () => {
    const text = 'a,"b, ""c""\r\nd",e\r\n"",,"x"\n"last",1,2';
    const wanted = [
      ['a', 'b, "c"\r\nd', 'e'],
      ['', '', 'x'],
      ['last', '1', '2'],
    ];
    for (const size of [1, 2, 3, 5, 100]) expect(fields(text, { size })).toEqual(wanted);
  });

  it('knows the line of each record and skips blank lines', () => {
    const records = split('a,b\n\n   \n"x\ny",1\r\r\nz,2');
    expect(records.map((record) => record.line)).toEqual([1, 4, 7]);
  });

  it('ends lines at a lone carriage return too', () => {
    expect(fields('a,b\rc,d\r', { size: 1 })).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keeps a quote inside an unquoted field, and one that closes nothing', () => {
    expect(fields('5" screen,b\n"say "hello" to",c\n')).toEqual([
      ['5" screen', 'b'],
      ['say "hello" to', 'c'],
    ]);
    expect(split('"say "hello" to",c\n')[0]).toMatchObject({ mended: true });
  });

  it('loses one line at most to a quote that is never closed', () => {
    const text = 'a,"never closed,c\nd,e,f\ng,h,i\n';
    for (const size of [1, 4, 100]) {
      expect(fields(text, { size, width: 3 })).toEqual([
        ['a', 'never closed', 'c'],
        ['d', 'e', 'f'],
        ['g', 'h', 'i'],
      ]);
    }
  });

  it('gives back the rows that a stray quote swallowed until the next quote', () => {
    const text = 'a,"stray,c\nd,e,f\ng,"h, quoted",i\nj,k,l\n';
    expect(fields(text, { width: 3 })).toEqual([
      ['a', 'stray', 'c'],
      ['d', 'e', 'f'],
      ['g', 'h, quoted', 'i'],
      ['j', 'k', 'l'],
    ]);
  });

  it('keeps a text of several lines that holds quotes and delimiters', () => {
    const text = 'a,"He said "hi, you" there\nand went, home",c\n';
    expect(fields(text, { width: 3 })).toEqual([['a', 'He said "hi, you" there\nand went, home', 'c']]);
  });

  it('does not wait for ever for a closing quote', () => {
    const rows = 'd,e\n'.repeat(400_000);
    const records = split(`a,"open\n${rows}`, { width: 2, size: 65_536 });
    expect(records).toHaveLength(400_001);
    expect(records[0]!.fields).toEqual(['a', 'open']);
  });

  it('keeps a long description with many line breaks', () => {
    const long = 'line\n'.repeat(2000);
    expect(fields(`a,"${long}"\nb,c\n`, { width: 2, size: 1000 })).toEqual([
      ['a', long],
      ['b', 'c'],
    ]);
  });

  it('reads tabs and semicolons', () => {
    expect(fields('a;b,c;"d;e"', { delimiter: ';' })).toEqual([['a', 'b,c', 'd;e']]);
    expect(fields('a\t\tb', { delimiter: '\t' })).toEqual([['a', '', 'b']]);
  });
});
