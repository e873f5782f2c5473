import type { Translator } from '../../../platform/i18n/translator.ts';
import type { ArticleVersion } from './article-history.queries.ts';

/** "Version 4: written in French, 1 December 2026 at 09:30, Edda Editor". */
export function sayVersion(t: Translator, { number, deed, lang, at, editor }: ArticleVersion): string {
  const what =
    deed === 'wrote' && lang !== null
      ? t('editorial.history.wrote', { language: t.languageName(lang) })
      : t(`editorial.history.${deed === 'wrote' ? 'settings' : deed}`);
  const values = { n: number, what, moment: t.moment(at) };
  return editor === null
    ? t('editorial.history.line', values)
    : t('editorial.history.line-by', { ...values, name: editor });
}
