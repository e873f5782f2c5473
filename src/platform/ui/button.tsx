import type { ComponentChildren } from 'preact';
import { classes } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

/** `first` is the one thing to do here (one a screen); `plain` the others; `quiet` a link with a big target. */
export type ButtonKind = 'first' | 'plain' | 'quiet' | 'danger';

interface ButtonLook {
  readonly kind?: ButtonKind | undefined;
  readonly icon?: IconName | undefined;
  readonly wide?: boolean | undefined;
  readonly small?: boolean | undefined;
  readonly children: ComponentChildren;
}

export interface ButtonProps extends ButtonLook {
  readonly type?: 'submit' | 'button' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly form?: string | undefined;
  readonly formAction?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly pressed?: boolean | undefined;
}

export interface LinkButtonProps extends ButtonLook {
  readonly href: string;
  /** Another site: opens in a new tab, tells it nothing about where one came from. */
  readonly outside?: boolean | undefined;
  /** Region that the enhancer swaps instead of loading the page. */
  readonly swap?: string | undefined;
}

const look = ({ kind = 'plain', wide, small }: Omit<ButtonLook, 'children'>) =>
  classes('btn', kind !== 'plain' && kind, wide && 'wide', small && 'small');

export function Button({
  type = 'submit',
  name,
  value,
  form,
  formAction,
  disabled,
  pressed,
  ...rest
}: ButtonProps) {
  return (
    <button
      class={look(rest)}
      type={type}
      name={name}
      value={value}
      form={form}
      formaction={formAction}
      disabled={disabled}
      aria-pressed={pressed}
    >
      {rest.icon && <Icon name={rest.icon} />}
      {rest.children}
    </button>
  );
}

export function LinkButton({ href, outside, swap, ...rest }: LinkButtonProps) {
  const away = outside ? { target: '_blank', rel: 'noopener noreferrer' } : {};
  return (
    <a class={look(rest)} href={href} data-swap={swap} {...away}>
      {rest.icon && <Icon name={rest.icon} />}
      {rest.children}
      {outside && <Icon name="out" />}
    </a>
  );
}
