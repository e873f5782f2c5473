import { directionOf, isLang } from '../i18n/languages.ts';
import type { PictureOf } from './render-markdown.ts';
import { renderMarkdown } from './render-markdown.ts';

export interface RichTextProps {
  readonly markdown: string;
  /** BCP 47 tag of the text. */
  readonly lang: string;
  readonly pictureOf: PictureOf;
  /** "Table", in the reader's language. */
  readonly tableLabel: string;
}

/** A text that somebody wrote, as running text in its own language and direction. */
export function RichText({ markdown, lang, pictureOf, tableLabel }: RichTextProps) {
  const html = renderMarkdown(markdown, { pictureOf, tableLabel });
  const dir = isLang(lang) ? directionOf(lang) : 'auto';
  return <div class="prose rich-text" lang={lang} dir={dir} dangerouslySetInnerHTML={{ __html: html }} />;
}
