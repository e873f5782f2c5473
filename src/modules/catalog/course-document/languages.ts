import { shown } from './degradation.ts';
import { foldName as fold, languageNames, regionNames } from './language-names.ts';

/** Languages whose regional forms readers tell apart although one of the regions is the default of the language. */
const regional = new Set(['pt']);

function known(language: string): boolean {
  return languageNames().codes.has(language);
}

/**
 * The tag in the form the catalogue uses: "en-US" is "en" (the region is the expected one), "en-GB" stays, Chinese
 * carries its script rather than its region, Portuguese always keeps its region. undefined when the language is none.
 */
function tidyTag(locale: Intl.Locale): string | undefined {
  const { language, region, script } = locale;
  if (!known(language)) return undefined;
  if (language === 'zh') {
    const writing = script ?? (region && new Intl.Locale(`zh-${region}`).maximize().script);
    return writing ? `zh-${writing}` : 'zh';
  }
  const expected = new Intl.Locale(language).maximize();
  const parts = [language];
  if (script && script !== expected.script) parts.push(script);
  if (region && (region !== expected.region || regional.has(language))) parts.push(region);
  return parts.join('-');
}

function fromTag(text: string): string | undefined {
  const tag = text.replaceAll('_', '-').replace(/[.@].*$/, '');
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(tag)) return undefined;
  try {
    return tidyTag(new Intl.Locale(tag));
  } catch {
    return undefined; // Well-formed to the eye, not to BCP 47 ("en-12345678-x").
  }
}

const simplified = /^(simplified|simplifie|simplificado|mandarin|china|prc|mainland china|chine|简体|hans)/;
const traditional = /^(traditional|traditionnel|tradicional|taiwan|hong kong|macau|繁体|繁體|hant)/;

/** "Chinese" + "Simplified", "Portuguese" + "Brazil", "Spanish" + "Spain Modern": the base tag, narrowed. */
function narrowed(base: string, qualifier: string): string | undefined {
  if (base === 'zh') {
    if (traditional.test(qualifier)) return 'zh-Hant';
    return simplified.test(qualifier) ? 'zh-Hans' : undefined;
  }
  const words = qualifier.split(' ');
  for (let size = words.length; size > 0; size--) {
    const region = regionNames().get(words.slice(0, size).join(' '));
    if (region) return tidyTag(new Intl.Locale(`${base.split('-')[0] ?? base}-${region}`));
  }
  return undefined;
}

const named = (text: string): string | undefined => {
  const tag = languageNames().byName.get(fold(text));
  return tag && fromTag(tag);
};

/** The word "language" around a name: "langue française" has no entry, "اللغة العربية" is "العربية". */
const languageWord =
  /^(?:اللغة|لغة|langue|idioma|lengua|língua|язык|język)\s+|\s+(?:languages?|язык|dili|język)$/iu;

function fromName(text: string): string | undefined {
  const whole = named(text) ?? named(text.replace(languageWord, ''));
  if (whole) return whole;
  const parts = /^(.+?)\s*(?:\s([-–—])\s|([-–—,/:]|[(（[]))\s*(.+)$/.exec(text);
  if (parts?.[1] && parts[4]) {
    const base = named(parts[1]);
    // After a comma or a slash stands another language rather than a remark.
    if (base) return narrowed(base, fold(parts[4])) ?? (/[,/]/.test(parts[3] ?? '') ? undefined : base);
  }
  const head = /^(.+?)\s+(?:with|avec|con|com|mit|transcripts?|subtitles?)\b/i.exec(text)?.[1];
  return head ? fromName(head) : undefined;
}

/**
 * The BCP 47 tag of one language, from a code ("fr", "fra", "fr_FR", "zh-cn" -> "zh-Hans") or a name in English,
 * French, its own or some other big language ("Français", "中文", "Chinese - Simplified", "English with transcripts").
 * undefined when it names no language that is known.
 */
export function readLanguage(value: string): string | undefined {
  const text = value.trim();
  if (text === '' || text.length > 80) return undefined;
  if (remembered.has(text)) return remembered.get(text);
  const tag = fromTag(text) ?? fromName(text);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(text, tag);
  return tag;
}

/** A feed names the same few languages a hundred thousand times. */
const remembered = new Map<string, string | undefined>();
const mostRemembered = 2_000;

export interface LanguagesReading {
  /** In the order given, each once. */
  readonly tags: readonly string[];
  readonly problems: readonly string[];
}

/** Separators of lists; a name that holds one ("Portuguese, Brazil") is tried whole first. */
const separator = /\s*[,;/|、，\n]\s*|\s+(?:and|et|und|e|y|и|&)\s+/;

function readOne(text: string, found: Set<string>, problems: string[]): void {
  const whole = readLanguage(text);
  if (whole) {
    found.add(whole);
    return;
  }
  for (const part of text.split(separator).filter(Boolean)) {
    const tag = readLanguage(part);
    if (tag) found.add(tag);
    else problems.push(`not a language: ${shown(part)}`);
  }
}

/** Reads one text ("English, Français and Русский") or a list of texts; null and blank say nothing. */
export function readLanguages(value: unknown): LanguagesReading {
  const found = new Set<string>();
  const problems: string[] = [];
  const items: readonly unknown[] = Array.isArray(value) ? value.slice(0, 200) : [value];
  for (const item of items) {
    if (item === null || item === undefined) continue;
    if (typeof item !== 'string') problems.push(`not a language: ${shown(item)}`);
    else if (item.trim() !== '') readOne(item.trim().slice(0, 2000), found, problems);
  }
  return { tags: [...found], problems };
}
