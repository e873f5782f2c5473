import type { ComponentChildren } from 'preact';
import { classes } from './class-names.ts';

export interface CardProps {
  /** A few words above the title that say what kind of thing this is. */
  readonly eyebrow?: string | undefined;
  readonly title?: string | undefined;
  readonly href?: string | undefined;
  readonly level?: 2 | 3 | undefined;
  readonly cover?: ComponentChildren;
  /** What one can do with it; stands at the card's foot. */
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
}

/** A box for one thing to decide about; with `href` the whole card can be pressed, and reads as one link. */
export function Card({ eyebrow, title, href, level = 3, cover, actions, children }: CardProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article class={classes('card', href !== undefined && 'pressable')}>
      {cover && <div class="card-cover">{cover}</div>}
      {eyebrow !== undefined && <p class="eyebrow">{eyebrow}</p>}
      {title !== undefined && (
        <Heading>
          {href === undefined ? (
            <bdi>{title}</bdi>
          ) : (
            <a href={href}>
              <bdi>{title}</bdi>
            </a>
          )}
        </Heading>
      )}
      {children}
      {actions && <div class="card-actions row">{actions}</div>}
    </article>
  );
}
