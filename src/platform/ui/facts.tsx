import type { ComponentChildren } from 'preact';

export interface FactsProps {
  readonly items: readonly ComponentChildren[];
}

/** Several short facts in one line, a dot between them; each stays whole as long as it fits. Nothing where there is none. */
export function Facts({ items }: FactsProps) {
  const said = items.filter(Boolean);
  if (said.length === 0) return null;
  return (
    <ul class="facts">
      {said.map((item, place) => (
        <li key={place}>
          <bdi>{item}</bdi>
        </li>
      ))}
    </ul>
  );
}
