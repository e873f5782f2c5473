import { Icon } from './icon.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface ErrorSummaryProps {
  readonly t: Translator;
  /** In the order of the form; `id` is the field's. */
  readonly errors: readonly { readonly id: string; readonly message: string }[];
}

/** Stands above a form that came back (422): how many answers need another look, each a link to its field. */
export function ErrorSummary({ t, errors }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <div class="notice bad" role="alert" tabindex={-1} data-errors>
      <Icon name="alert" />
      <div>
        <h2>{t('ui.errors', { n: errors.length })}</h2>
        <ul>
          {errors.map((error) => (
            <li key={error.id}>
              <a href={`#${error.id}`}>{error.message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
