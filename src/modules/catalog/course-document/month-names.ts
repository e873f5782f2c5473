const locales = ['en', 'fr', 'es', 'pt', 'de', 'it', 'nl', 'ca', 'ru', 'uk', 'pl'];

/** Abbreviations in use that no locale table knows. */
const others: Readonly<Record<string, number>> = {
  sept: 9,
  set: 9,
  setiembre: 9,
  maerz: 3,
  mrz: 3,
  janv: 1,
  fevr: 2,
  avr: 4,
  juil: 7,
  aout: 8,
  ene: 1,
  dic: 12,
};

let table: ReadonlyMap<string, number> | undefined;

/** Lower case, without accents and dots: "Févr." and "fevr" are one name. */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

function monthWord(format: Intl.DateTimeFormat, month: number): string | undefined {
  const part = format.formatToParts(Date.UTC(2024, month - 1, 15)).find((one) => one.type === 'month');
  return part && /\p{L}/u.test(part.value) ? foldWord(part.value) : undefined;
}

/** A name may mean two months in two languages ("mai" does not, "mar" does not): the first locale wins. */
function buildTable(): ReadonlyMap<string, number> {
  const names = new Map(Object.entries(others));
  for (const locale of locales) {
    for (const month of ['long', 'short'] as const) {
      for (const day of [undefined, 'numeric'] as const) {
        const format = new Intl.DateTimeFormat(locale, { month, ...(day && { day }), timeZone: 'UTC' });
        for (let number = 1; number <= 12; number++) {
          const word = monthWord(format, number);
          if (word && !names.has(word)) names.set(word, number);
        }
      }
    }
  }
  return names;
}

/** 1 to 12 for a month's name or abbreviation in English, French, Spanish, Portuguese, German and some more. */
export function monthNumber(word: string): number | undefined {
  table ??= buildTable();
  return table.get(foldWord(word));
}
