import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editableCue, cleanCueText, plainCue } from './cue-text.ts';
import { readTime, sayTime, writeTime } from './cue-time.ts';
import { readCaptions } from './read-captions.ts';
import { writeSrt, writeVtt } from './write-captions.ts';

const codes = (given: Uint8Array | string, lang?: string) =>
  readCaptions(given, lang).problems.map((problem) => problem.code);
const texts = (given: Uint8Array | string, lang?: string) =>
  readCaptions(given, lang).cues.map((cue) => cue.text);

it('reads a line that is nothing but spaces for long', () => {
  const started = performance.now();
  const srt = `00:01.0 --> 00:02.0\n${' '.repeat(100_000)}here \t\n`;
  expect(codes(srt)).toContain('too-long');
  expect(cleanCueText(`${' '.repeat(50_000)}here \t`).text.trimStart()).toBe('here');
  expect(performance.now() - started).toBeLessThan(500);
});

describe('SubRip', () => {
  it('reads numbers, commas, marks and Windows line ends', () => {
    const srt =
      '\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\nBonjour\r\nà tous\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nSuite\r\n';
    const read = readCaptions(srt);
    expect(read).toMatchObject({ format: 'srt', problems: [] });
    expect(read.cues).toEqual([
      { start: 1000, end: 2500, text: 'Bonjour\nà tous' },
      { start: 3000, end: 4000, text: 'Suite' },
    ]);
  });

  it('does without numbers, hours and empty lines between cues', () => {
    const srt = '00:01.5 --> 00:02,250\nOne\n00:03.000 --> 00:04.000\nTwo\n3\n00:05.000 --> 00:06.000\nThree';
    const read = readCaptions(srt);
    expect(read.problems).toEqual([]);
    expect(read.cues.map((cue) => [cue.start, cue.end, cue.text])).toEqual([
      [1500, 2250, 'One'],
      [3000, 4000, 'Two'],
      [5000, 6000, 'Three'],
    ]);
  });

  it('tells a number that is said from the number of a cue', () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n\n00:00:03,000 --> 00:00:04,000\nThe year\n1984\n\n3\n00:00:05,000 --> 00:00:06,000\n7';
    expect(texts(srt)).toEqual(['42', 'The year\n1984', '7']);
  });

  it('keeps what stands after an empty line inside a cue, and says so', () => {
    const srt = '1\n00:00:01,000 --> 00:00:02,000\nfirst\n\nsecond\n\n2\n00:00:03,000 --> 00:00:04,000\nnext';
    expect(texts(srt)).toEqual(['first\nsecond', 'next']);
    expect(codes(srt)).toEqual(['joined']);
  });

  it('puts cues in order, keeps overlaps, and mends an end before its start', () => {
    const srt =
      '1\n00:00:05,000 --> 00:00:09,000\nB\n\n2\n00:00:01,000 --> 00:00:06,000\nA\n\n3\n00:00:07,000 --> 00:00:06,000\nC';
    const read = readCaptions(srt);
    expect(read.cues.map((cue) => [cue.start, cue.end, cue.text])).toEqual([
      [1000, 6000, 'A'],
      [5000, 9000, 'B'],
      [7000, 9000, 'C'],
    ]);
    expect(read.problems.map((problem) => problem.code)).toEqual(['times-wrong', 'out-of-order']);
  });

  it('leaves out what has no time and what says nothing, and counts it', () => {
    const srt =
      '1\n99:99:99:99 --> 00:00:02,000\nlost\n\n2\n00:00:03,000 --> 00:00:04,000\n \n\n3\n00:00:05,000 --> 00:00:06,000\nkept';
    expect(texts(srt)).toEqual(['kept']);
    expect(readCaptions(srt).problems).toEqual([
      { code: 'times-wrong', line: 2, count: 1 },
      { code: 'empty', line: 6, count: 1 },
    ]);
  });

  it('takes away marks and colours of other players', () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:02,000 X1:100 X2:200\n{\\an8}<font color="#fff">Loud</font> <b>words</b>';
    expect(texts(srt)).toEqual(['Loud <b>words</b>']);
    expect(codes(srt)).toEqual(['markup', 'settings']);
  });

  it('reads older encodings by the language of the file, and UTF-16', () => {
    const body = (text: string) => `1\n00:00:01,000 --> 00:00:02,000\n${text}\n`;
    const latin = Buffer.from(body('\x93\xc9t\xe9\x94 \x85'), 'latin1');
    expect(texts(latin, 'fr')).toEqual(['“Été” …']);
    expect(codes(latin, 'fr')).toEqual(['encoding']);
    expect(texts(Buffer.from(body('\xcf\xf0\xe8\xe2\xe5\xf2'), 'latin1'), 'ru')).toEqual(['Привет']);
    const wide = Buffer.from(`\ufeff${body('Été')}`, 'utf16le');
    expect(texts(wide)).toEqual(['Été']);
    expect(texts(wide.subarray(2))).toEqual(['Été']);
    expect(texts(Buffer.from(wide).swap16())).toEqual(['Été']);
  });
});

describe('WebVTT', () => {
  it('keeps names, places, notes, regions and harmless styles', () => {
    const vtt = `WEBVTT - a title\n\nSTYLE\n::cue(b) { color: yellow }\n\nREGION\nid:low\nwidth:40%\n\nNOTE for the editor\n\nintro\n00:01.000 --> 00:02.000 align:start line:-2 region:low\n<v Ada>Good <i.x>morning</i>\n\n00:03.000 --> 00:04.000\n<c.loud>x</c> <00:03.500>y\n\nNOTE\nthe end\nof it\n`;
    const read = readCaptions(vtt);
    expect(read.problems).toEqual([]);
    expect(read.cues[0]).toEqual({
      start: 1000,
      end: 2000,
      id: 'intro',
      settings: 'align:start line:-2 region:low',
      text: '<v Ada>Good <i>morning</i></v>',
    });
    expect(read.blocks.map((block) => [block.kind, block.after])).toEqual([
      ['style', 0],
      ['region', 0],
      ['note', 0],
      ['note', 2],
    ]);
    expect(readCaptions(writeVtt(read))).toEqual(read);
  });

  it('begins without an empty line after its header, as some files do', () => {
    expect(texts('WEBVTT\n00:00:00.500 --> 00:00:02.000\nA crow.')).toEqual(['A crow.']);
    expect(texts('WEBVTT\nKind: captions\nLanguage: en\n\n00:00.500 --> 00:02.000\nA crow.')).toEqual([
      'A crow.',
    ]);
  });

  it('leaves out styles that could fetch or hide something', () => {
    for (const css of [
      '::cue { background: url(https://x.example/a) }',
      '@import "x";',
      'body { display: none }',
      '::cue{}</style><script>',
    ])
      expect(codes(`WEBVTT\n\nSTYLE\n${css}\n\n00:01.000 --> 00:02.000\nx`)).toContain('style');
  });

  it('makes hostile markup harmless', () => {
    const said = (text: string) => texts(`WEBVTT\n\n00:01.000 --> 00:02.000\n${text}`)[0];
    expect(said('<script>alert(1)</script>Hi')).toBe('alert(1)Hi');
    expect(said('<img src=x onerror=alert(1)>Hi')).toBe('Hi');
    expect(said('<b onclick="x">Hi</b>')).toBe('<b>Hi</b>');
    expect(said('<v "><script>">Hi')).toBe('<v ">&gt;"&gt;Hi</v>'.replace('>&gt;"', '>"'));
    expect(said('a < b && c > d')).toBe('a &lt; b &amp;&amp; c &gt; d');
    expect(said('&lt;script&gt;')).toBe('&lt;script&gt;');
    expect(said('&#60;script&#62; &#0;&#xD800;')).toBe('&lt;script&gt;');
    expect(said('x\u202eevil\u0000')).toBe('xevil');
    expect(said('</b></c>Hi<b><i>open')).toBe('Hi<b><i>open</i></b>');
  });

  it('drops settings that nobody knows, and reads what older files call middle', () => {
    const read = readCaptions('WEBVTT\n\n00:01.000 --> 00:02.000 align:middle position:200% onload:x\nx');
    expect(read.cues[0]?.settings).toBe('align:center');
    expect(read.problems.map((problem) => problem.code)).toEqual(['settings']);
  });
});

describe('other input', () => {
  it('reads the time lists of Open edX', () => {
    const lists = JSON.stringify({ start: [0, 1500], end: [1200, 2000], text: ['One &amp; two', 'Three'] });
    expect(readCaptions(lists)).toMatchObject({
      format: 'lists',
      cues: [
        { start: 0, end: 1200, text: 'One &amp; two' },
        { start: 1500, end: 2000, text: 'Three' },
      ],
    });
    expect(codes('{"start":[1], broken')).toEqual(['no-cues']);
  });

  it('says of anything else that there are no cues', () => {
    for (const given of ['', 'Just a text.', '\u0000\u0001', '<html>', '-->', 'a --> b'])
      expect(codes(given)).toContain('no-cues');
    expect(codes(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toContain('no-cues');
  });

  it('never throws, and what it wrote it reads back the same', () => {
    const piece = fc.constantFrom(
      '\n',
      '\n\n',
      '-->',
      '00:01.000 --> 00:02.000',
      '<b>',
      '</b>',
      '<v A>',
      '&lt;',
      '&',
      '<',
      '1',
      'NOTE',
      'STYLE',
      'REGION',
      'text',
      '\r\n',
      '{\\an1}',
      '<c',
      '>',
      '&amp;lt;',
      '<lang fr>',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.boolean(), (pieces, isVtt) => {
        const first = readCaptions((isVtt ? 'WEBVTT\n\n' : '') + pieces.join(''));
        const again = readCaptions(writeVtt(first));
        expect(again.cues).toEqual(first.cues);
        expect(again.problems.filter((problem) => problem.code !== 'no-cues')).toEqual([]);
      }),
    );
  });

  it('reads an edited text as it was meant', () => {
    const text = fc.array(
      fc.constantFrom('a', ' ', '<', '>', '&', '&lt;', '<b>', '</b>', ';', 'lt', '#39;'),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(text, (pieces) => {
        const cleaned = cleanCueText(pieces.join('')).text;
        expect(cleanCueText(editableCue(cleaned)).text).toBe(cleaned);
        const srt = writeSrt({ cues: [{ start: 0, end: 1000, text: cleaned || 'x' }], blocks: [] });
        expect(plainCue(readCaptions(srt).cues[0]?.text ?? '')).toBe(plainCue(cleaned || 'x'));
      }),
    );
  });
});

describe('a time', () => {
  it('is read as people write it', () => {
    expect(['1:02', '01:02:03.5', '0:00:00,007', '5', '12.25', '75:00'].map(readTime)).toEqual([
      62_000, 3_723_500, 7, 5000, 12_250, 4_500_000,
    ]);
    expect(['', 'x', '1:2:3:4:5', '-1', '999:00:00'].map(readTime)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is written so that it can be read', () => {
    expect(writeTime(3_723_007)).toBe('01:02:03.007');
    expect(writeTime(-5, ',')).toBe('00:00:00,000');
    expect([sayTime(62_000), sayTime(3_723_000)]).toEqual(['1:02', '1:02:03']);
  });
});

it('says in plain words what is heard', () => {
  expect(plainCue('<v Ada>Good\n<i>morning</i> &amp; bye</v>')).toBe('Ada: Good morning & bye');
  expect(plainCue('<ruby>漢<rt>kan</rt></ruby>')).toBe('漢');
});
