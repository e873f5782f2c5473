import { describe, expect, it } from 'vitest';
import { elementsBelow, readXml, textIn, xmlCharacters, xmlInside } from './xml-tree.ts';

describe('XML that is not well-formed', () => {
  it.each([
    ['<a>salt & water</a>', 'salt &amp; water'],
    ['<a>1 < 2<b>c</b></a>', '1 &lt; 2<b>c</b>'],
    ['<a>one<br>two<hr></a>', 'one<br/>two<hr/>'],
    ['<a><p>open<b>bold</a>', '<p>open<b>bold</b></p>'],
    ['<a>caf&eacute; &amp; &unknown;<br></a>', 'café &amp; &amp;unknown;<br/>'],
    ['<x:a xmlns:x="u"><x:b y:c="1">d & e</x:b></x:a>', '<b c="1">d &amp; e</b>'],
  ])('%s is read as it was meant, and told', (text, inside) => {
    const { root, broken } = readXml(text);
    expect(xmlInside(root)).toBe(inside);
    expect(broken).toBeDefined();
  });

  it('stays as it is where it is well-formed', () => {
    const { root, broken } = readXml('<a><br/>x</a>');
    expect([xmlInside(root), broken]).toEqual(['<br/>x', undefined]);
  });

  it('expands nothing that a document type declares', () => {
    const { root } = readXml(
      '<!DOCTYPE a [<!ENTITY b "boom"><!ENTITY c SYSTEM "file:///etc/passwd">]><a>&b;&c; & </a>',
    );
    expect(textIn(root)).not.toMatch(/boom|root:/);
  });

  it('loses no element behind the mistake', () => {
    const { root } = readXml('<a><p>x & y</p><q/><r><s/></r></a>');
    expect(elementsBelow(root).map(({ name }) => name)).toEqual(['p', 'q', 'r', 's']);
  });
});

it('a page says in its own words how it is written', () => {
  const page = Buffer.from(
    '<html><head><meta charset="iso-8859-2"></head><body>\xbe</body></html>',
    'latin1',
  );
  expect(xmlCharacters(page)).toContain('ž'.normalize());
});
