import type { ComponentChildren } from 'preact';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface FilterSheetProps {
  readonly t: Translator;
  /** How many filters are on. */
  readonly chosen: number;
  /** The search form, submitted by the button at the foot. */
  readonly form: string;
  /** The button's words: "show 214 courses". */
  readonly apply: string;
  readonly children: ComponentChildren;
}

/** Facets: a column beside the list on a wide screen, a sheet that unfolds over the page on a phone. No script. */
export function FilterSheet({ t, chosen, form, apply, children }: FilterSheetProps) {
  return (
    <details class="sheet" id={`${form}-filters`}>
      <summary class="btn">
        <span class="sheet-open">
          <Icon name="filter" />
          {chosen > 0 ? t('ui.filters.chosen', { n: chosen }) : t('ui.filters')}
        </span>
        <span class="sheet-close">
          <Icon name="close" />
          {t('ui.close')}
        </span>
      </summary>
      <div class="sheet-body">{children}</div>
      <div class="sheet-foot">
        <Button kind="first" form={form} wide>
          {apply}
        </Button>
      </div>
    </details>
  );
}
