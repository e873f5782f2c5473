import { Icon } from './icon.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface Step {
  readonly label: string;
  readonly href?: string | undefined;
  readonly state: 'done' | 'current' | 'todo';
}

export interface StepsProps {
  readonly t: Translator;
  readonly label: string;
  readonly items: readonly Step[];
}

/** Where one is in something that takes several pages. */
export function Steps({ t, label, items }: StepsProps) {
  return (
    <nav class="steps" aria-label={label}>
      <ol>
        {items.map((step, place) => (
          <li
            key={step.label}
            class={step.state}
            aria-current={step.state === 'current' ? 'step' : undefined}
          >
            <span class="step-sign" aria-hidden="true">
              {step.state === 'done' ? <Icon name="check" /> : t.number(place + 1)}
            </span>
            <span>
              {step.href === undefined ? step.label : <a href={step.href}>{step.label}</a>}
              {step.state !== 'todo' && <span class="unseen"> ({t(`ui.step.${step.state}`)})</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
