import type { Translator } from '../i18n/translator.ts';

export interface FacetOption {
  readonly value: string;
  readonly label: string;
  /** Language of the label when it is not the page's. */
  readonly lang?: string | undefined;
  readonly count: number;
  readonly checked?: boolean | undefined;
}

export interface FacetListProps {
  readonly t: Translator;
  readonly name: string;
  readonly legend: string;
  readonly options: readonly FacetOption[];
  /** The search form that the boxes belong to. */
  readonly form?: string | undefined;
  /** How many stand open; the chosen ones always do. */
  readonly shown?: number | undefined;
  /** Counts stop there and are written "5,000+". */
  readonly cap?: number | undefined;
}

/** Boxes to tick, each with how many it would leave; the rarer ones fold away. */
export function FacetList({ t, name, legend, options, form, shown = 6, cap = Infinity }: FacetListProps) {
  const open = options.filter((option, place) => place < shown || option.checked);
  const folded = options.filter((option) => !open.includes(option));
  const line = (option: FacetOption) => (
    <label key={option.value} class="facet">
      <input type="checkbox" name={name} value={option.value} checked={option.checked} form={form} />
      <span lang={option.lang}>{option.label}</span>
      <span class="facet-count">
        {t.number(Math.min(option.count, cap))}
        {option.count > cap && '+'}
      </span>
    </label>
  );
  if (options.length === 0) return null;
  return (
    <fieldset class="facets">
      <legend>{legend}</legend>
      {open.map(line)}
      {folded.length > 0 && (
        <details id={`${form ?? 'facets'}-more-${name}`}>
          <summary>{t('ui.showMore', { n: folded.length })}</summary>
          {folded.map(line)}
        </details>
      )}
    </fieldset>
  );
}
