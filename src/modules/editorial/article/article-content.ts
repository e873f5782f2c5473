import type { Lang } from '../../../platform/i18n/languages.ts';
import { langs } from '../../../platform/i18n/languages.ts';

/** An article in one language. */
export interface ArticleText {
  readonly title: string;
  /** One or two sentences: what lists, feeds and letters show. */
  readonly summary: string;
  /** Markdown; see platform/rich-text. */
  readonly body: string;
  /** What the cover picture shows. */
  readonly coverAlt: string;
  /** Rises with every change of this text: two people may write in two languages at once. */
  readonly version: number;
}

/** Everything that an article says, in all its languages. */
export interface ArticleContent {
  /** The language that readers of others get. */
  readonly lang: Lang;
  readonly texts: Readonly<Partial<Record<Lang, ArticleText>>>;
  readonly labels: readonly string[];
  /** Id of a picture. */
  readonly cover?: string;
  /** Whose name stands under the title. */
  readonly byline: 'author' | 'site';
}

export const emptyText: ArticleText = { title: '', summary: '', body: '', coverAlt: '', version: 0 };

export const textLimits = { title: 160, summary: 400, body: 60_000, alt: 300 } as const;

/** Whether there is anything in it. */
export const isBegun = (text: ArticleText | undefined): text is ArticleText =>
  text !== undefined && [text.title, text.summary, text.body].some((part) => part.trim() !== '');

/** Languages in which something was written, in the order of the interface. */
export const begunLangs = (content: Pick<ArticleContent, 'texts'>): Lang[] =>
  langs.filter((lang) => isBegun(content.texts[lang]));

/** The language in which a reader gets an article: their own, else the article's first. */
export const langFor = (texts: Readonly<Partial<Record<Lang, unknown>>>, main: Lang, wanted: Lang): Lang =>
  texts[wanted] === undefined ? main : wanted;

/** The content without texts that nobody began. */
export function withoutEmptyTexts(content: ArticleContent): ArticleContent {
  const texts = Object.fromEntries(begunLangs(content).map((lang) => [lang, content.texts[lang]]));
  return { ...content, texts };
}
