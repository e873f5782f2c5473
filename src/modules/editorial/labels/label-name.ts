import type { Lang } from '../../../platform/i18n/languages.ts';

/** The name of a label in a language; English, then any, where it has none in it. */
export function labelName(
  label: { readonly id: string; readonly names: Readonly<Record<string, string>> },
  lang: Lang,
): string {
  return label.names[lang] || label.names['en'] || Object.values(label.names).find(Boolean) || label.id;
}
