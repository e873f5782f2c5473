import type { ComponentChildren } from 'preact';
import { classes } from './class-names.ts';

export interface Definition {
  readonly term: string;
  readonly value: ComponentChildren;
}

export interface DefinitionsProps {
  readonly items: readonly Definition[];
  /** Values at the line's end, as for prices. */
  readonly spread?: boolean | undefined;
}

/** Terms and what they are worth here. */
export function Definitions({ items, spread }: DefinitionsProps) {
  return (
    <dl class={classes('definitions', spread && 'spread')}>
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
