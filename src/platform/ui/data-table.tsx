import type { ComponentChildren } from 'preact';
import { classes } from './class-names.ts';
import type { Translator } from '../i18n/translator.ts';

export interface Column {
  readonly label: string;
  /** Figures: set at the line's end, one under the other. */
  readonly numeric?: boolean | undefined;
}

export interface DataTableProps {
  readonly t: Translator;
  readonly caption: string;
  /** The caption is said to screen readers only, where a heading already shows it. */
  readonly captionUnseen?: boolean | undefined;
  readonly columns: readonly Column[];
  /** The first cell of each row names the row. */
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** What to say when there is no row. */
  readonly empty?: ComponentChildren;
}

/** A table that scrolls sideways inside itself where it is too wide, never the page. */
export function DataTable({ t, caption, captionUnseen, columns, rows, empty }: DataTableProps) {
  const place = (column: number) => (columns[column]?.numeric ? 'numeric' : undefined);
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={caption}>
      <table class="table">
        <caption class={classes(captionUnseen && 'unseen')}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, at) => (
              <th key={at} scope="col" class={place(at)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, at) =>
                at === 0 ? <th scope="row">{cell}</th> : <td class={place(at)}>{cell}</td>,
              )}
            </tr>
          ))}
          {rows.length === 0 && (
            <tr>
              <td class="table-empty" colspan={columns.length}>
                {empty ?? t('ui.table.empty')}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
