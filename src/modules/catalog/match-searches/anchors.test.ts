import { describe, expect, it } from 'vitest';
import { facetAnchors, wordAnchors } from './anchors.ts';
import { parseExpression } from './tsquery.ts';

const weights: Readonly<Record<string, number>> = { rare: 1, seldom: 10, often: 500 };
const anchorsOf = (text: string) => wordAnchors(parseExpression(text), (lexeme) => weights[lexeme] ?? 100);

describe('the anchors of words', () => {
  it.each([
    ["'often' & 'rare'", ['rare']],
    ["('often' & 'rare') | ('often' & 'seldom')", ['rare', 'seldom']],
    ["('rare' | 'often') & 'seldom'", ['seldom']],
    ["'often' <1> 'seldom'", ['seldom']],
    ["'often' & !('rare')", ['often']],
    ["('rare') | ('rare')", ['rare']],
  ])('of %s are the rarest that every match has one of', (text, anchors) => {
    expect(anchorsOf(text)).toEqual(anchors);
  });

  it.each(["!('rare')", "'rare' | !('often')"])('of %s are none: courses without any word match', (text) => {
    expect(anchorsOf(text)).toBeUndefined();
  });
});

describe('the anchors of facets', () => {
  it('are the values of the narrowest facet, all of them', () => {
    expect(facetAnchors({ language: ['fr'], provider: ['a', 'b'] })).toEqual(['provider=a', 'provider=b']);
    expect(facetAnchors({ kind: ['mooc'], cost: ['free'] })).toEqual(['cost=free']);
    expect(facetAnchors({})).toEqual([]);
  });
});
