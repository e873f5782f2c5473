import { Button } from './button.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface SearchBoxProps {
  readonly t: Translator;
  /** Path that answers; the form is a plain GET. */
  readonly action: string;
  /** Name of the form: facets and sorting elsewhere on the page join it by `form={id}`. */
  readonly id: string;
  /** What is searched, for those who do not see the placeholder. */
  readonly label: string;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly placeholder?: string | undefined;
  /** Regions that follow the typing where there is script, parted by spaces. */
  readonly live?: string | undefined;
  /** What else the address must keep. */
  readonly keep?: readonly (readonly [name: string, value: string])[] | undefined;
}

/** The big search field with its one button. */
export function SearchBox({
  t,
  action,
  id,
  label,
  name = 'q',
  value,
  placeholder,
  live,
  keep = [],
}: SearchBoxProps) {
  return (
    <form
      class="search"
      role="search"
      aria-label={label}
      method="get"
      action={action}
      id={id}
      data-live={live}
    >
      {keep.map(([key, held]) => (
        <input key={key + held} type="hidden" name={key} value={held} />
      ))}
      <input
        type="search"
        id={`${id}-words`}
        name={name}
        value={value}
        placeholder={placeholder}
        aria-label={label}
        autocomplete="off"
        enterkeyhint="search"
        maxlength={200}
      />
      <Button kind="first" icon="search">
        <span>{t('ui.search')}</span>
      </Button>
    </form>
  );
}
