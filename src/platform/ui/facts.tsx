import type { ComponentChildren } from 'preact';

export interface FactsProps {
  readonly items: readonly ComponentChildren[];
}

/** Several short facts in one line, a dot between them; each stays whole as long as it fits. */
export function Facts({ items }: FactsProps) {
  return (
    <ul class="facts">
      {items.filter(Boolean).map((item, place) => (
        <li key={place}>
          <bdi>{item}</bdi>
        </li>
      ))}
    </ul>
  );
}
