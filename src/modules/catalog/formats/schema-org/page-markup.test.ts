import { describe, expect, it } from 'vitest';
import { findCourses } from './course-nodes.ts';
import { readJsonLd } from './json-ld.ts';
import { addressOf, firstText, isNode, nodesOf, textsOf } from './linked-node.ts';
import type { LinkedNode } from './linked-node.ts';
import { readPageMarkup } from './page-markup.ts';
import { readTolerantJson } from './tolerant-json.ts';

const address = 'https://learn.example/fr/cours/1';
const jsonLdPage = (json: string) => `<html><script type="application/ld+json">${json}</script></html>`;
const namesOf = (nodes: readonly LinkedNode[]) => nodes.map((node) => firstText(node, 'name'));

describe('readTolerantJson', () => {
  it('reads valid JSON as it is', () => {
    expect(readTolerantJson(' {"a": [1, "x//y"]} ')).toEqual({ value: { a: [1, 'x//y'] }, repaired: false });
  });

  it.each([
    ['inside an HTML comment', '<!-- {"a":"b"} -->'],
    ['inside CDATA', '//<![CDATA[\n{"a":"b"}\n//]]>'],
    ['inside commented CDATA', '/*<![CDATA[*/{"a":"b"}/*]]>*/'],
    ['with a semicolon', '{"a":"b"};'],
    ['with trailing commas', '{"a":"b",}'],
    ['with comments', '{/* one */"a":"b" // two\n}'],
    ['with its quotes as entities', '{&quot;a&quot;:&quot;b&quot;}'],
  ])('reads it %s', (_name, text) => {
    expect(readTolerantJson(text)).toMatchObject({ value: { a: 'b' } });
  });

  it('keeps raw line breaks and tabs of strings, and apostrophes that were escaped', () => {
    expect(readTolerantJson('{"a":"one\ntwo\tthree","b":"l\\\'eau \\u00e9 \\q"}')).toEqual({
      value: { a: 'one\ntwo\tthree', b: "l'eau é q" },
      repaired: true,
    });
  });

  it.each(['', '{', '{"a":', '{"a":"b', 'undefined', '{"a" "b"}'])('says why it cannot read %j', (text) => {
    expect(readTolerantJson(text)).toMatchObject({ problem: expect.stringMatching(/^broken JSON: .+/) });
  });

  it('takes time in proportion to the text', () => {
    const hostile = `{"a":"${'\\'.repeat(200_000)}${'/*'.repeat(200_000)}${',]'.repeat(200_000)}`;
    expect(readTolerantJson(hostile)).toHaveProperty('problem');
  });
});

describe('readJsonLd', () => {
  it('reads a graph, lists and every way to write the vocabulary', () => {
    const nodes = readJsonLd([
      { '@context': 'http://schema.org', '@graph': [{ '@type': ['Course', 'Product'], name: 'A' }] },
      [
        { '@type': 'https://schema.org/Course', 'schema:name': 'B' },
        { '@type': 'schema:Course', 'http://schema.org/name': 'C' },
      ],
    ]);
    expect(nodes.map((node) => node.types)).toEqual([['Course', 'Product'], ['Course'], ['Course']]);
    expect(namesOf(nodes)).toEqual(['A', 'B', 'C']);
  });

  it('reads literals, language maps, sets and numbers', () => {
    const [node] = readJsonLd([
      {
        name: [
          { '@value': 'Été', '@language': 'fr' },
          { '@value': 'Summer', '@language': 'en' },
        ],
        abstract: { fr: 'x', en: 'y' },
        about: { '@set': ['a', 'b'] },
        price: 12.5,
      },
    ]);
    expect(textsOf(node!, 'name')).toEqual([
      { text: 'Été', language: 'fr' },
      { text: 'Summer', language: 'en' },
    ]);
    expect(textsOf(node!, 'abstract')).toHaveLength(2);
    expect(textsOf(node!, 'about').map((one) => one.text)).toEqual(['a', 'b']);
    expect(firstText(node!, 'price')).toBe('12.5');
  });

  it('puts the thing in the place of its @id, also across documents and in circles', () => {
    const [course] = readJsonLd([
      { '@type': 'Course', '@id': '#c', provider: { '@id': '#org' } },
      { '@type': 'Organization', '@id': '#org', name: 'Uni', knowsAbout: { '@id': '#c' } },
    ]);
    const [provider] = nodesOf(course!, 'provider');
    expect(firstText(provider!, 'name')).toBe('Uni');
    expect(nodesOf(provider!, 'knowsAbout')[0]).toBe(course);
  });

  it('reads addresses from texts, images and bare ids', () => {
    const [node] = readJsonLd([
      { image: [{ '@type': 'ImageObject', contentUrl: 'a.png' }], url: { '@id': 'https://x.example' } },
    ]);
    expect(addressOf(node!, 'image')).toBe('a.png');
    expect(addressOf(node!, 'url')).toBe('https://x.example');
  });

  it.each([[null], ['text'], [42], [[[]]], [{}], [{ '@graph': null }], [{ '@type': 7, '@id': [] }]])(
    'does not fall over %j',
    (json) => {
      expect(findCourses(readJsonLd([json])).courses).toEqual([]);
    },
  );

  it('leaves out what nests without end', () => {
    let deep: unknown = { '@type': 'Course', name: 'bottom' };
    for (let i = 0; i < 5000; i += 1) deep = { about: deep };
    expect(findCourses(readJsonLd([deep])).courses).toEqual([]);
  });
});

describe('findCourses', () => {
  it('finds courses in lists and pages, each once, and not those only spoken of', () => {
    const nodes = readJsonLd([
      {
        '@type': 'WebPage',
        mainEntity: {
          '@type': 'ItemList',
          itemListElement: [
            {
              '@type': 'ListItem',
              item: {
                '@type': 'Course',
                '@id': '#a',
                name: 'A',
                coursePrerequisites: { '@type': 'Course', name: 'Before' },
              },
            },
            { '@type': 'Course', name: 'B' },
          ],
        },
        about: { '@id': '#a' },
        review: { '@type': 'Review', itemReviewed: { '@type': 'Course', name: 'Other' } },
      },
    ]);
    expect(namesOf(findCourses(nodes).courses)).toEqual(['A', 'B']);
  });

  it('names the pages of a list that only links', () => {
    const nodes = readJsonLd([
      {
        '@type': 'ItemList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, url: 'https://x.example/1' },
          { '@type': 'ListItem', url: '/2' },
        ],
      },
    ]);
    expect(findCourses(nodes)).toEqual({ courses: [], listed: ['https://x.example/1', '/2'] });
  });

  it('takes a run that stands alone as a course', () => {
    expect(namesOf(findCourses(readJsonLd([{ '@type': 'CourseInstance', name: 'Spring' }])).courses)).toEqual(
      ['Spring'],
    );
  });
});

describe('readPageMarkup', () => {
  it('reads the facts of the page', () => {
    const page = readPageMarkup(
      '<!doctype html><html lang="fr"><head><base href="/fr/"><link rel="canonical" href="cours/1"></head></html>',
      'https://learn.example/x?utm=1',
    );
    expect(page).toMatchObject({ language: 'fr', base: 'https://learn.example/fr/', canonical: address });
  });

  it('reads JSON-LD blocks, broken ones beside whole ones', () => {
    const html =
      '<SCRIPT type="application/LD+JSON; charset=utf-8">{"@type":"Course","name":"Good"}</SCRIPT>' +
      jsonLdPage('{"@type":"Course", "name":') +
      jsonLdPage('{"@type":"BreadcrumbList", ');
    const page = readPageMarkup(html, address);
    expect(namesOf(page.jsonLd)).toEqual(['Good']);
    expect(page.problems).toHaveLength(1);
  });

  it('reads microdata: nesting, itemref, meta, links, time and stray items', () => {
    const html = `<div itemscope itemtype="http://schema.org/Course" itemref="more">
      <h1 itemprop="name">Sols &amp; eaux</h1><a itemprop="url" href="../2">x</a>
      <div itemprop="provider" itemscope itemtype="https://schema.org/Organization"><span itemprop="name">Uni</span></div>
      <div itemprop="description"><p>Un.</p><p>Deux.</p></div><meta itemprop="inLanguage" content="fr"></div>
      <p id="more"><time itemprop="startDate" datetime="2026-10-01">1 oct.</time></p>
      <i itemprop="review" itemscope itemtype="http://schema.org/Review"><b itemprop="name">R</b></i>`;
    const { microdata } = readPageMarkup(html, address);
    const [course] = findCourses(microdata).courses;
    expect(course?.types).toEqual(['Course']);
    expect(firstText(course!, 'name')).toBe('Sols & eaux');
    expect(firstText(course!, 'url')).toBe('https://learn.example/fr/2');
    expect(firstText(course!, 'provider')).toBe('Uni');
    expect(firstText(course!, 'description')).toBe('<p>Un.</p><p>Deux.</p>');
    expect(firstText(course!, 'inLanguage')).toBe('fr');
    expect(firstText(course!, 'startDate')).toBe('2026-10-01');
    expect(course!.properties.has('review')).toBe(false);
    expect(microdata.map((node) => node.types[0])).toEqual(['Course', 'Review']);
  });

  it('reads RDFa by vocab, by the default prefix and by a declared one, and leaves other vocabularies', () => {
    const html = `<html prefix="s: https://schema.org/ og: http://ogp.me/ns#"><meta property="og:title" content="No">
      <div vocab="https://schema.org/" typeof="Course" resource="#c"><span property="name">A</span>
        <div property="provider" typeof="Organization"><span property="name">Uni</span></div></div>
      <div typeof="schema:Course"><b property="schema:name">B</b><b property="name">not ours</b></div>
      <div typeof="s:Course"><b property="s:name">C</b></div>
      <div vocab="http://other.example/" typeof="Course"><b property="name">D</b></div></html>`;
    const { rdfa } = readPageMarkup(html, address);
    expect(namesOf(rdfa)).toEqual(['A', 'B', 'C']);
    expect(rdfa[0]!.id).toBe(`${address}#c`);
    const provider = rdfa[0]!.properties.get('provider')?.[0];
    expect(provider && isNode(provider) && firstText(provider, 'name')).toBe('Uni');
  });

  it('refuses a page that nests without end', () => {
    const page = readPageMarkup(`${'<div>'.repeat(50_000)}<p itemscope itemtype="Course">`, address);
    expect(page.problems).toEqual(['the page nests deeper than 300 elements']);
  });
});
