export interface LanguageNames {
  /** Every language code known, two letters where there are two. */
  readonly codes: ReadonlySet<string>;
  /** Folded name -> tag. */
  readonly byName: ReadonlyMap<string, string>;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** English first: where two languages share a name, the English reading of it wins. */
const nameLocales = ['en', 'fr', 'es', 'de', 'pt', 'it', 'ru', 'zh', 'zh-Hant', 'ar', 'ja', 'nl', 'pl'];

/** Tags with a name of their own besides the plain languages. */
const dialects = [
  'zh-Hans',
  'zh-Hant',
  'pt-BR',
  'pt-PT',
  'en-GB',
  'en-US',
  'fr-CA',
  'es-419',
  'es-ES',
  'nl-BE',
];

/** Names in use that the tables lack. */
const others: Readonly<Record<string, string>> = {
  mandarin: 'zh',
  putonghua: 'zh',
  普通话: 'zh-Hans',
  汉语: 'zh-Hans',
  国语: 'zh',
  國語: 'zh-Hant',
  castilian: 'es',
  castellano: 'es',
  'spanish castilian': 'es',
  'latin american spanish': 'es-419',
  farsi: 'fa',
  flemish: 'nl-BE',
  valencian: 'ca',
  'haitian creole': 'ht',
  kreyol: 'ht',
  tagalog: 'tl',
  bahasa: 'id',
  'bahasa indonesia': 'id',
  'bahasa melayu': 'ms',
  anglais: 'en',
  'us english': 'en',
  'uk english': 'en-GB',
  'langue des signes francaise': 'fsl',
  'american sign language': 'ase',
};

/** What DisplayNames answers for codes that are no language: undetermined, multiple, no linguistic content. */
const noLanguages = new Set(['und', 'mul', 'zxx', 'mis']);

/** How names are compared: lower case, one space, without accents, brackets and quotation marks. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[()[\]（）"'’.]/g, ' ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

function* codesOf(letters: number, prefix = ''): Generator<string> {
  for (const letter of alphabet) {
    if (letters === 1) yield prefix + letter;
    else yield* codesOf(letters - 1, prefix + letter);
  }
}

function knownCodes(): Set<string> {
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
  const codes = new Set<string>();
  for (const letters of [2, 3]) {
    for (const code of codesOf(letters)) {
      // Three-letter codes of languages that have two letters are canonicalised ("fra" is "fr").
      if (!noLanguages.has(code) && english.of(code)) codes.add(new Intl.Locale(code).language);
    }
  }
  return codes;
}

function addNames(names: Map<string, string>, locale: string, codes: Iterable<string>): void {
  const table = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });
  const dialect = new Intl.DisplayNames([locale], {
    type: 'language',
    fallback: 'none',
    languageDisplay: 'standard',
  });
  for (const code of codes) {
    for (const name of [table.of(code), dialect.of(code)]) {
      if (name && !names.has(foldName(name))) names.set(foldName(name), code);
    }
  }
}

function build(): LanguageNames {
  const codes = knownCodes();
  const byName = new Map(Object.entries(others).map(([name, tag]) => [foldName(name), tag]));
  for (const locale of nameLocales) addNames(byName, locale, [...codes, ...dialects]);
  for (const code of [...codes, ...dialects]) {
    if (Intl.DisplayNames.supportedLocalesOf(code).length > 0) addNames(byName, code, [code]);
  }
  return { codes, byName };
}

let built: LanguageNames | undefined;

/** Built from the runtime's own tables on first use, in some 300 ms, then kept. */
export function languageNames(): LanguageNames {
  return (built ??= build());
}

let regions: ReadonlyMap<string, string> | undefined;

/** Folded English, French, Spanish or Portuguese name of a country or region -> ISO 3166-1 code or UN M.49 number. */
export function regionNames(): ReadonlyMap<string, string> {
  if (regions) return regions;
  const names = new Map([
    ['latin america', '419'],
    ['latam', '419'],
    ['uk', 'GB'],
    ['usa', 'US'],
    ['us', 'US'],
  ]);
  for (const locale of ['en', 'fr', 'es', 'pt']) {
    const table = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const code of codesOf(2)) {
      const name = table.of(code.toUpperCase());
      if (name && !names.has(foldName(name))) names.set(foldName(name), code.toUpperCase());
    }
  }
  return (regions = names);
}
