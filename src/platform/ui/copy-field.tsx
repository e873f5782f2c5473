import { Icon } from './icon.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface CopyFieldProps {
  readonly t: Translator;
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** A text to take along (address, key). The button shows itself only where script can copy. */
export function CopyField({ t, id, label, value }: CopyFieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="copy">
        <input class="input" id={id} value={value} readonly dir="ltr" />
        <button class="btn small" type="button" data-copy={id} hidden>
          <Icon name="copy" />
          {t('ui.copy')}
        </button>
      </div>
    </div>
  );
}
