import type { Token } from 'markdown-it';
import { markdownFormat, pictureIdOf } from './markdown.ts';

const format = markdownFormat();

/** Every token with those inside it, in the order of the text. */
const inOrder = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token) => [token, ...inOrder(token.children ?? [])]);

/** Ids of the pictures that a text names, each once. */
export function picturesIn(markdown: string): string[] {
  const images = inOrder(format.parse(markdown, {})).filter(({ type }) => type === 'image');
  return [...new Set(images.flatMap((token) => pictureIdOf(String(token.attrGet('src') ?? '')) ?? []))];
}

/** Pictures of a text that are shown without saying what they show. */
export function picturesWithoutWords(markdown: string): number {
  return inOrder(format.parse(markdown, {})).filter(
    ({ type, content }) => type === 'image' && content.trim() === '',
  ).length;
}

/** The words of a text without its marks, blocks on lines of their own. */
export function plainTextOf(markdown: string): string {
  const lines = format.parse(markdown, {}).flatMap((token) => {
    if (token.type === 'inline') return inlineWords(token.children ?? []);
    return token.type === 'fence' || token.type === 'code_block' ? token.content.trim() : [];
  });
  return lines.filter((line) => line !== '').join('\n');
}

const inlineWords = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, content }) => {
      if (type === 'softbreak' || type === 'hardbreak') return ' ';
      return type === 'image' ? '' : content;
    })
    .join('')
    .trim();
