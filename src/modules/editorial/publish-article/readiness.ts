import type { Lang } from '../../../platform/i18n/languages.ts';
import { picturesWithoutWords } from '../../../platform/rich-text/plain-markdown.ts';
import { type ArticleContent, type ArticleText, begunLangs, isBegun } from '../article/article-content.ts';

export type Lack = 'nothing' | 'title' | 'summary' | 'body' | 'cover-alt' | 'picture-alt';

/** What an article still lacks before readers may see it. */
export interface Missing {
  readonly lang: Lang;
  readonly lack: Lack;
}

/** Each language that was begun must be whole; the article's own language must be there. */
export function missingIn(content: ArticleContent): Missing[] {
  if (!isBegun(content.texts[content.lang])) return [{ lang: content.lang, lack: 'nothing' }];
  return begunLangs(content).flatMap((lang) => {
    const text = content.texts[lang];
    return text ? lacksOf(text, content.cover !== undefined).map((lack) => ({ lang, lack })) : [];
  });
}

function lacksOf(text: ArticleText, hasCover: boolean): Lack[] {
  const blank = (part: string): boolean => part.trim() === '';
  return [
    ...(['title', 'summary', 'body'] as const).filter((part) => blank(text[part])),
    ...(hasCover && blank(text.coverAlt) ? (['cover-alt'] as const) : []),
    ...(picturesWithoutWords(text.body) > 0 ? (['picture-alt'] as const) : []),
  ];
}
