import { seedOf } from './seed.ts';

export interface AvatarProps {
  readonly name: string;
  /** Picture served by us; the initials stand in for it. */
  readonly src?: string | undefined;
  readonly large?: boolean | undefined;
}

/** First letters of the first and the last word; whole first character in scripts without spaces. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = [...(words[0] ?? '')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return `${first}${last}`.toLocaleUpperCase();
}

/** A face, or the initials on a tint that stays the same for a name. The name itself stands beside it. */
export function Avatar({ name, src, large }: AvatarProps) {
  const look = `avatar tint-${seedOf(name) % 4}${large ? ' large' : ''}`;
  if (src !== undefined)
    return (
      <img class={look} src={src} alt="" width={large ? 88 : 44} height={large ? 88 : 44} loading="lazy" />
    );
  return (
    <span class={look} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
