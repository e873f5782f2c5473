import type { NewsBody } from '../../notify/index.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { automaticFacts } from '../automatic-news/automatic-sections.tsx';
import { type AutomaticSection, itemsFor } from '../automatic-news/automatic-section.ts';

/** What a letter says, in its language. */
export interface LetterContent {
  readonly articles: readonly { readonly title: string; readonly summary: string; readonly slug: string }[];
  readonly sections: readonly AutomaticSection[];
}

export const isEmptyLetter = ({ articles, sections }: LetterContent): boolean =>
  articles.length === 0 && sections.length === 0;

/** The letter as it is sent: an editor's word, the week's articles, then what was computed, labelled as such. */
export function letterBody(t: Translator, word: string, { articles, sections }: LetterContent): NewsBody {
  const paragraphs = word.split(/\n{2,}/).flatMap((part) => part.trim() || []);
  const rules = sections.map(
    ({ kind }) => `${t(`editorial.automatic.${kind}`)} – ${t(`editorial.automatic.${kind}.rule`)}`,
  );
  return {
    paragraphs: [...paragraphs, ...rules],
    lines: [
      ...articles.map(({ title, summary, slug }) => ({
        label: title,
        note: summary,
        path: `/news/${encodeURIComponent(slug)}`,
      })),
      ...sections.flatMap(({ kind, items }) =>
        itemsFor(items, t.lang).map((item) => ({
          label: item.title,
          path: item.path,
          note: [t(`editorial.automatic.${kind}`), ...automaticFacts(t, item)].join(' · '),
        })),
      ),
    ],
  };
}
