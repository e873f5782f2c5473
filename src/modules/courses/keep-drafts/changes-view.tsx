import { directionOf, isLang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Change } from './word-changes.ts';

interface ChangesViewProps {
  readonly t: Translator;
  readonly lang: string;
  readonly changes: readonly Change[];
}

/** A text with what went struck through and what came underlined; said in words too. */
export function ChangesView({ t, lang, changes }: ChangesViewProps) {
  if (changes.every(({ kind }) => kind === 'same')) return <p class="soft">{t('courses.history.same')}</p>;
  return (
    <p class="changes" lang={lang} dir={isLang(lang) ? directionOf(lang) : 'auto'}>
      {changes.map(({ kind, text }, at) => {
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Tag = kind === 'gone' ? 'del' : 'ins';
        return (
          <Tag key={at}>
            <span class="unseen" lang={t.lang}>
              {' '}
              {t(`courses.history.${kind}`)}{' '}
            </span>
            {text}
          </Tag>
        );
      })}
    </p>
  );
}
