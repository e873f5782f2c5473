/** Signs and words of money, each with what is said of it. Words that are currencies of several countries stay one. */
const signs: readonly (readonly [currency: string, sign: RegExp])[] = [
  ['EUR', /€|\bEUR\b|(?<!\p{L})(?:euros?|евро)(?!\p{L})|欧元|يورو/giu],
  // a dollar sign stands beside an amount; elsewhere it is a formula or a program
  [
    'dollar',
    /(?<!R)\$ ?\d|\d ?\$(?!\p{L})|\b(?:USD|CAD|AUD)\b|(?<!\p{L})(?:dollars?|d[oó]lar(?:es)?|доллар\p{L}{0,3})(?!\p{L})|美元|دولار/giu,
  ],
  ['GBP', /£|\bGBP\b|(?<!\p{L})(?:pounds sterling|livres? sterling|libras? esterlinas?)(?!\p{L})|英镑/giu],
  ['CFA', /\b(?:XOF|XAF|F?CFA)\b|(?<!\p{L})francs? CFA(?!\p{L})/giu],
  ['CHF', /\bCHF\b|(?<!\p{L})francs? suisses?(?!\p{L})|(?<!\p{L})Swiss francs?(?!\p{L})/giu],
  ['BRL', /R\$|\bBRL\b|(?<!\p{L})reais(?!\p{L})/gu],
  [
    'peso',
    /\b(?:MXN|ARS|COP|CLP)\b|(?<!\p{L})pesos?(?= (?:mexicanos?|argentinos?|colombianos?|chilenos?))/giu,
  ],
  ['RUB', /₽|\bRUB\b|(?<!\p{L})(?:roubles?|rublos?|рубл\p{L}{1,3})(?!\p{L})|卢布/giu],
  ['CNY', /\bCNY\b|(?<!\p{L})(?:yuans?|юан\p{L}{1,3})(?!\p{L})|人民币|(?<=\d\s?)元/giu],
  ['JPY', /\bJPY\b|(?<!\p{L})yens?(?!\p{L})|日元/giu],
  ['INR', /₹|\bINR\b|(?<!\p{L})(?:rupees?|roupies?|rupias?)(?!\p{L})/giu],
  ['dirham', /\b(?:MAD|AED)\b|(?<!\p{L})dirhams?(?!\p{L})|درهم/giu],
  ['dinar', /\b(?:DZD|TND|KWD)\b|(?<!\p{L})dinar(?:es|s)?(?!\p{L})|دينار/giu],
  ['NGN', /₦|\bNGN\b|(?<!\p{L})nairas?(?!\p{L})/giu],
  ['TRY', /₺|\bTRY\b(?= ?\d)/gu],
];

/** Currencies in a text, each time that one stands there: "EUR", "dollar". */
export const currenciesIn = (text: string): string[] =>
  signs.flatMap(([currency, sign]) => (text.match(sign) ?? []).map(() => currency));
