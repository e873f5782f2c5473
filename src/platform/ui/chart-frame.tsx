import type { ComponentChildren } from 'preact';
import { DataTable, type Column } from './data-table.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface ChartFrameProps {
  readonly t: Translator;
  /** What is shown, as a sentence that says the finding where there is one. */
  readonly label: string;
  readonly legend?: readonly string[] | undefined;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  readonly children: ComponentChildren;
}

/** A drawing with its sentence above and its figures behind, so that nothing is told by the picture alone. */
export function ChartFrame({ t, label, legend = [], columns, rows, children }: ChartFrameProps) {
  return (
    <figure class="chart">
      <figcaption>{label}</figcaption>
      {legend.length > 1 && (
        <ul class="legend">
          {legend.map((name, place) => (
            <li key={name} class={`series-${place}`}>
              <svg viewBox="0 0 22 8" aria-hidden="true">
                <path d="M1 4h20" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
      {children}
      <details class="behind">
        <summary>{t('ui.table.behind')}</summary>
        <DataTable t={t} caption={label} captionUnseen columns={columns} rows={rows} />
      </details>
    </figure>
  );
}
