import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Select, type SelectProps } from '../../../platform/ui/select.tsx';

export interface CompareFormProps {
  readonly t: Translator;
  readonly action: string;
  /** The states to choose from; both lists have the same. */
  readonly options: SelectProps['options'];
  readonly from: number;
  readonly to: number;
}

/** Chooses two states of something, to be shown what differs: `?from=&to=`. */
export function CompareForm({ t, action, options, from, to }: CompareFormProps) {
  return (
    <form method="get" action={action} class="adding">
      <Select
        id="from"
        name="from"
        label={t('courses.history.from')}
        value={String(from)}
        options={options}
      />
      <Select id="to" name="to" label={t('courses.history.to')} value={String(to)} options={options} />
      <Button>{t('courses.history.compare')}</Button>
    </form>
  );
}
