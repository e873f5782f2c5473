import type { Translator } from '../../../../platform/i18n/translator.ts';

const units = ['kB', 'MB', 'GB'] as const;

/** "3.4 MB", in thousands as disks and mobile contracts count. */
export function sayBytes(t: Translator, bytes: number): string {
  const power = bytes < 1e6 ? 0 : bytes < 1e9 ? 1 : 2;
  const value = Math.max(bytes > 0 ? 0.1 : 0, bytes / 1000 ** (power + 1));
  const shown = t.number(value, { digits: value < 10 ? 1 : 0 });
  return t(`courses.player.${units[power] ?? 'GB'}`, { size: shown });
}
