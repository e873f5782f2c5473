/** Parts of the world, as the United Nations divide it. */
export const continents = ['africa', 'americas', 'asia', 'europe', 'oceania'] as const;
export type Continent = (typeof continents)[number];

const countries: Record<Continent, string> = {
  africa:
    'DZ AO BJ BW BF BI CM CV CF TD KM CG CD CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU MA MZ NA NE NG RW ST SN SC SL SO ZA SS SD TZ TG TN UG ZM ZW',
  americas: 'AR BS BB BZ BO BR CA CL CO CR CU DO EC SV GT GY HT HN JM MX NI PA PY PE TT US UY VE PR SR',
  asia: 'AF AM AZ BH BD BT BN KH CN CY GE HK IN ID IR IQ IL JP JO KZ KW KG LA LB MY MV MN MM NP KP OM PK PS PH QA SA SG KR LK SY TW TJ TH TL TR TM AE UZ VN YE',
  europe:
    'AL AD AT BY BE BA BG HR CZ DK EE FI FR DE GR HU IS IE IT XK LV LI LT LU MT MD MC ME NL MK NO PL PT RO RU SM RS SK SI ES SE CH UA GB VA',
  oceania: 'AU FJ KI MH FM NR NZ PW PG WS SB TO TV VU',
};

export interface FoundPlace {
  readonly country: string;
  readonly continent: Continent;
}

/** Languages whose texts are searched for countries. */
export const placeLanguages = ['fr', 'en', 'es', 'pt', 'ru', 'zh'] as const;

interface Named extends FoundPlace {
  /** How the country is called in the language; in Russian without its ending. */
  readonly start: string;
  readonly isStem: boolean;
}

const known = new Map<string, ReadonlyMap<string, readonly Named[]>>();

/** Names of countries by their first two letters, the longest first. */
function namesFor(lang: string): ReadonlyMap<string, readonly Named[]> {
  const made = known.get(lang) ?? makeNames(lang);
  known.set(lang, made);
  return made;
}

function makeNames(lang: string): ReadonlyMap<string, readonly Named[]> {
  const display = new Intl.DisplayNames(lang, { type: 'region' });
  const byStart = new Map<string, Named[]>();
  for (const continent of continents)
    for (const code of countries[continent].split(' ')) {
      const name = display.of(code) ?? code;
      // in Russian it is a word of every second sentence
      if (lang === 'ru' && code === 'TG') continue;
      // a short stem would be the beginning of other words
      const stem = lang === 'ru' ? name.replace(/[аяийьыео]$/, '') : name;
      const isStem = lang === 'ru' && stem.length >= 4;
      const named = { country: name, continent, start: isStem ? stem : name, isStem };
      const list = byStart.get(named.start.slice(0, 2)) ?? [];
      byStart.set(named.start.slice(0, 2), [...list, named]);
    }
  for (const [start, list] of byStart)
    byStart.set(
      start,
      list.toSorted((a, b) => b.start.length - a.start.length),
    );
  return byStart;
}

/** Whether this word alone is a country in the language. */
export const isCountry = (lang: string, word: string): boolean =>
  (namesFor(lang).get(word.slice(0, 2)) ?? []).some(({ country }) => country === word);

/** Countries in a text, as the language calls them, each time that one stands there. */
export function placesIn(text: string, lang: string): FoundPlace[] {
  const names = namesFor(lang);
  const starts = lang === 'zh' ? /\p{Script=Han}/gu : /(?<![\p{L}\p{M}])\p{Lu}/gu;
  const found: FoundPlace[] = [];
  let end = 0;
  for (const { index } of text.matchAll(starts)) {
    if (index < end) continue;
    const named = (names.get(text.slice(index, index + 2)) ?? []).find((each) =>
      standsAt(text, index, each, lang),
    );
    if (!named) continue;
    found.push({ country: named.country, continent: named.continent });
    end = index + named.start.length;
  }
  return found;
}

const russianEnding = /^(?:[аеиоуыьюяй]|ей|ой|ою|ом|ем|ём|ам|ям|ах|ях|ии|ию|ия|ами|ями)?(?!\p{L})/u;

function standsAt(text: string, index: number, { start, isStem }: Named, lang: string): boolean {
  if (!text.startsWith(start, index)) return false;
  const after = text.slice(index + start.length, index + start.length + 4);
  if (lang === 'zh') return true;
  return isStem ? russianEnding.test(after) : !/^[\p{L}\p{M}]/u.test(after);
}
