import type { ComponentChildren } from 'preact';

export interface EmptyStateProps {
  /** What is missing, said kindly. */
  readonly title: string;
  /** Why, and what usually helps. */
  readonly text?: string | undefined;
  /** What to do next: links and buttons, the best first. */
  readonly actions?: ComponentChildren;
  readonly children?: ComponentChildren;
  readonly level?: 2 | 3 | undefined;
}

/** Nothing here yet, and what to do about it; the bridge waits to be built. */
export function EmptyState({ title, text, actions, children, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <div class="empty">
      <svg class="empty-arc" viewBox="0 0 160 56" aria-hidden="true">
        <path class="ground" d="M4 52h152" />
        <path class="unbuilt" d="M14 52C34 4 126 4 146 52" />
        <path class="arch" d="M14 52C20 37.6 32 27.5 46 22" />
      </svg>
      <Heading>{title}</Heading>
      {text !== undefined && <p>{text}</p>}
      {children}
      {actions && <div class="row">{actions}</div>}
    </div>
  );
}
