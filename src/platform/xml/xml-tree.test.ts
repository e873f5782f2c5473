import { describe, expect, test } from 'vitest';
import {
  elementAt,
  elementsBelow,
  elementsOf,
  readXml,
  textAt,
  textIn,
  xmlInside,
  xmlSource,
  XmlUnreadable,
} from './xml-tree.ts';

describe('a document as a tree', () => {
  const { root } = readXml(
    '<?xml version="1.0"?><a:set xmlns:a="urn:a" xml:lang="fr"><item n="1">Un <b>deux</b> trois</item><item/></a:set>',
  );

  test('drops prefixes and keeps order', () => {
    expect(root.name).toBe('set');
    expect(root.attributes).toEqual({ lang: 'fr' });
    expect(elementsOf(root, 'item')).toHaveLength(2);
    expect(elementAt(root, 'item', 'b')?.name).toBe('b');
    expect(textAt(root, 'item')).toBe('Un deux trois');
    expect(elementsBelow(root, 'b').map(textIn)).toEqual(['deux']);
  });

  test('is written again so that HTML reads it', () => {
    expect(xmlInside(readXml('<p>a &lt; b<br/><i/></p>').root)).toBe('a &lt; b<br/><i></i>');
    expect(xmlSource(readXml('<q t="&quot;"><![CDATA[<x>]]></q>').root)).toBe('<q t="&quot;">&lt;x&gt;</q>');
  });

  test('reads other encodings', () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1');
    expect(textIn(readXml(latin).root)).toBe('é');
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('<a>é</a>', 'utf16le')]);
    expect(textIn(readXml(wide).root)).toBe('é');
    expect(textIn(readXml(Buffer.from('\ufeff<a>é</a>')).root)).toBe('é');
  });
});

describe('a document that is not as it should be', () => {
  test('entities of a document type are never expanded or fetched', () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY l "lol"><!ENTITY m "&l;&l;&l;">]><a>&x;&m;</a>';
    const tree = readXml(bomb);
    expect(textIn(tree.root)).toBe('&x;&m;');
    expect(tree.broken).toBeDefined();
  });

  test('entities that HTML names are read', () => {
    const tree = readXml('<a>&nbsp;&eacute;&amp;</a>');
    expect(textIn(tree.root)).toBe('\u00a0é&');
    expect(tree.broken).toBeUndefined();
  });

  test('a text that breaks off is read as far as it goes, and that is told', () => {
    const tree = readXml('<a><b>one</b><b>tw');
    expect(elementsOf(tree.root, 'b')).toHaveLength(2);
    expect(tree.broken).toMatch(/unclosed/);
  });

  test('endless nesting and a text without elements are refused', () => {
    expect(() => readXml('<a>'.repeat(100_000))).toThrow(XmlUnreadable);
    expect(() => readXml('plain words')).toThrow(XmlUnreadable);
    expect(() => readXml('')).toThrow(XmlUnreadable);
  });
});
