import type { Translator } from '../../../platform/i18n/translator.ts';

const signs = [
  ['## …', 'courses.help.heading'],
  ['**…**', 'courses.help.strong'],
  ['*…*', 'courses.help.emphasis'],
  ['[…](https://…)', 'courses.help.link'],
  ['- …', 'courses.help.list'],
  ['1. …', 'courses.help.numbers'],
  ['> …', 'courses.help.quote'],
  ['`…`', 'courses.help.code'],
  ['| … | … |', 'courses.help.table'],
  ['\\( x^2 \\)', 'courses.help.maths'],
  ['<aside class="tip">…</aside>', 'courses.help.callout'],
] as const;

/** How formatting is written in a plain field. */
export function MarkdownHelp({ t }: { readonly t: Translator }) {
  return (
    <details class="write-help" id="write-help">
      <summary>{t('courses.help.title')}</summary>
      <dl>
        {signs.map(([sign, key]) => (
          <div key={sign}>
            <dt>
              <code dir="ltr">{sign}</code>
            </dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
