import type { Translator } from '../../../platform/i18n/translator.ts';
import type { SaidChange } from './told-change.ts';

/** Changes with their days, what they were in words, and who said it. */
export function ChangeList({
  t,
  changes,
}: {
  readonly t: Translator;
  readonly changes: readonly SaidChange[];
}) {
  return (
    <ol class="plain change-list">
      {changes.map(({ id, at, day, lines, by }) => (
        <li key={id}>
          <time dateTime={at}>{t.day(day)}</time>
          <div>
            {lines.map((line) => (
              <div key={line}>{line}</div>
            ))}
            {by !== undefined && <div class="soft small">{by}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
