import type { ComponentChildren } from 'preact';
import { classes } from './class-names.ts';
import { Icon } from './icon.tsx';

/** `open`: one can act now; `soon`: there is a date to mind; `bridge`: a skill or a choice; `past`: over. */
export type ChipTone = 'plain' | 'open' | 'soon' | 'bridge' | 'past' | 'bad';

export interface ChipProps {
  readonly tone?: ChipTone | undefined;
  readonly href?: string | undefined;
  /** Says what pressing does ("remove the filter French"), and shows a cross. */
  readonly removeLabel?: string | undefined;
  readonly swap?: string | undefined;
  readonly children: ComponentChildren;
}

export function Chip({ tone = 'plain', href, removeLabel, swap, children }: ChipProps) {
  const look = classes('chip', tone !== 'plain' && tone);
  if (href === undefined) return <span class={look}>{children}</span>;
  return (
    <a class={look} href={href} aria-label={removeLabel} data-swap={swap}>
      {children}
      {removeLabel !== undefined && <Icon name="close" />}
    </a>
  );
}
