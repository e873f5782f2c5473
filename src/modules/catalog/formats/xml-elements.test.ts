import { describe, expect, it } from 'vitest';
import { textInput } from './text-input.ts';
import { childText, xmlElements } from './xml-elements.ts';
import type { StreamedElement } from './xml-elements.ts';

async function read(xml: string | Uint8Array, pieceBytes = 7): Promise<StreamedElement[]> {
  const all: StreamedElement[] = [];
  const input = textInput(xml, { pieceBytes });
  for await (const item of xmlElements(input, {
    wanted: (name) => name === 'course',
    ignored: new Set(['content']),
  })) {
    all.push(item);
  }
  return all;
}

const titles = async (xml: string | Uint8Array) =>
  (await read(xml)).map((item) => childText(item.element, 'title'));

describe('xmlElements', () => {
  it('hands out each wanted element with children, text and attributes by local name', async () => {
    const [item] = await read(
      '<a:r xmlns:a="u"><a:course a:id="1" xml:lang="fr">x<a:title>T &amp; é</a:title>y</a:course></a:r>',
    );
    expect(item).toEqual({
      element: {
        name: 'course',
        attributes: { id: '1', lang: 'fr' },
        text: 'xy',
        children: [{ name: 'title', attributes: {}, text: 'T & é', children: [] }],
      },
      problems: [],
    });
  });

  it('survives white space and a byte order mark before the declaration, CDATA and undeclared prefixes', async () => {
    const xml =
      '\ufeff\n \n<?xml version="1.0"?><r><z:course><title><![CDATA[<b>A</b>]]></title></z:course></r>';
    expect(await titles(xml)).toEqual(['<b>A</b>']);
  });

  it('reads the encoding that the declaration names, and UTF-16', async () => {
    const xml =
      '<?xml version="1.0" encoding="ISO-8859-1"?><r><course><title>Électricité</title></course></r>';
    expect(await titles(Buffer.from(xml, 'latin1'))).toEqual(['Électricité']);
    const wide = Buffer.from('\ufeff<r><course><title>Électricité</title></course></r>', 'utf16le');
    expect(await titles(wide)).toEqual(['Électricité']);
  });

  it('never expands entities of a document type, internal or external', async () => {
    const xml =
      '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>' +
      '<r><course><title>&b;&f;</title></course></r>';
    const [item] = await read(xml);
    expect(childText(item!.element, 'title')).toBe('&b;&f;');
    expect(item!.problems.join(' ')).toMatch(/entity/i);
  });

  it('reads on after a misspelt or missing end tag and says so', async () => {
    const items = await read(
      '<r><course><title>One</titel></title></course><course><title>Two</title></course></r>',
    );
    expect(items.map((item) => childText(item.element, 'title'))).toEqual(['One', 'Two']);
    expect(items.map((item) => item.problems.length)).toEqual([1, 0]);
  });

  it('leaves out the content of ignored names', async () => {
    const [item] = await read('<r><course><title>T</title><content>QUJD</content></course></r>');
    expect(childText(item!.element, 'content')).toBeUndefined();
  });

  it('says where it breaks off, after having handed out what came before', async () => {
    const seen: string[] = [];
    const reading = async () => {
      const input = textInput('<r><course><title>One</title></course><course><title>Tw');
      for await (const { element } of xmlElements(input, { wanted: (name) => name === 'course' })) {
        seen.push(childText(element, 'title') ?? '');
      }
    };
    await expect(reading()).rejects.toThrow(/breaks off inside <title>/);
    expect(seen).toEqual(['One']);
  });

  it('refuses what is no XML and what nests without end', async () => {
    await expect(read('')).rejects.toThrow(/no XML element/);
    await expect(read('just text')).rejects.toThrow(/no XML element/);
    await expect(read('<a>'.repeat(100_000))).rejects.toThrow(/deeper than 200/);
  });

  it('cuts one endless record instead of the memory', async () => {
    const [item] = await read(
      `<r><course><title>T</title><x>${'y'.repeat(5 * 2 ** 20)}</x></course></r>`,
      65_536,
    );
    expect(childText(item!.element, 'title')).toBe('T');
    expect(item!.problems[0]).toMatch(/more than 4194304 characters/);
  });
});
