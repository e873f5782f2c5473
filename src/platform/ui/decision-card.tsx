import type { ComponentChildren } from 'preact';
import { Chip, type ChipTone } from './chip.tsx';
import { type Definition, Definitions } from './definitions.tsx';

export interface DecisionCardProps {
  /** Names the box for those who jump between regions ("how to take this course"). */
  readonly label: string;
  readonly state: { readonly text: string; readonly tone: ChipTone };
  /** The date in words: "starts on Monday 12 January". */
  readonly headline: string;
  /** "in 7 weeks · 4 weeks · 3 h a week". */
  readonly note?: string | undefined;
  readonly costs?: readonly Definition[] | undefined;
  /** "prices checked on 20 November". */
  readonly costsNote?: string | undefined;
  /** The one primary button. */
  readonly action?: ComponentChildren;
  /** At most four quiet links. */
  readonly links?: readonly { readonly href: string; readonly label: string }[] | undefined;
  /** What follows from taking it; stands under a rule. */
  readonly children?: ComponentChildren;
}

/** Everything one needs to decide: state, date, real costs, the way in. */
export function DecisionCard(props: DecisionCardProps) {
  const { label, state, headline, note, costs = [], costsNote, action, links = [], children } = props;
  return (
    <aside class="card decision" aria-label={label}>
      <div>
        <Chip tone={state.tone}>{state.text}</Chip>
      </div>
      <p class="decision-date">{headline}</p>
      {note !== undefined && <p class="small soft">{note}</p>}
      {costs.length > 0 && <Definitions items={costs} spread />}
      {costsNote !== undefined && <p class="small soft">{costsNote}</p>}
      {action}
      {links.length > 0 && (
        <ul class="decision-links">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
      {children && <div class="decision-more">{children}</div>}
    </aside>
  );
}
