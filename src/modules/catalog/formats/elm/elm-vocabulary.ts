import type { CourseFormat } from '../../course-document/course-document.ts';

/** The last part of a concept's address: '.../authority/language/FRA' -> 'FRA'. */
export function codeOf(uri: string | undefined): string | undefined {
  const code = /[/#]([^/#]+)\/?$/.exec(uri?.trim() ?? '')?.[1];
  return code === undefined || code === '' ? undefined : code;
}

/** "Mode of learning and assessment" of the European Learning Model; other modes (in a laboratory, at work) say no format. */
const modes: Readonly<Record<string, CourseFormat>> = {
  '920fbb3cbe': 'online',
  '9191af2ed9': 'on-site',
  e92d221e4d: 'blended',
  c_3a90b26d: 'blended',
};

export function formatOfModes(uris: readonly (string | undefined)[]): CourseFormat | undefined {
  const formats = new Set(uris.flatMap((uri) => modes[codeOf(uri) ?? ''] ?? []));
  if (formats.has('blended') || formats.size > 1) return 'blended';
  return [...formats][0];
}

/** The concept of ECTS credit points among the credit frameworks. */
export const isEcts = (uri: string | undefined): boolean => codeOf(uri) === '6fcec5c5af';

/** Languages of the authority table that are none: undetermined, several, not applicable, the working codes. */
const noLanguage = /^(?:UND|MUL|ZXX|MIS|NAL|OP_DATPRO)$/;

/** A code that readLanguage understands, or undefined for the table's entries that name no language. */
export function languageCode(uri: string | undefined): string | undefined {
  const code = codeOf(uri);
  return code === undefined || noLanguage.test(code) ? undefined : code.toLowerCase();
}

/** ISO 3166-1 alpha-3 (as the authority table has it) and alpha-2, for the countries around Europe's education area. */
const countries =
  'ALB AL AND AD ARM AM AUT AT AZE AZ BEL BE BGR BG BIH BA BLR BY CHE CH CYP CY CZE CZ DEU DE DNK DK ESP ES EST EE FIN FI ' +
  'FRA FR FRO FO GBR GB GEO GE GRC GR GRL GL HRV HR HUN HU IRL IE ISL IS ITA IT LIE LI LTU LT LUX LU LVA LV MCO MC MDA MD ' +
  'MKD MK MLT MT MNE ME NLD NL NOR NO POL PL PRT PT ROU RO RUS RU SMR SM SRB RS SVK SK SVN SI SWE SE TUR TR UKR UA VAT VA';
const alpha2 = new Map(
  countries.split(/(?<=\b\w{2}) /).map((pair) => [pair.slice(0, 3), pair.slice(4)] as const),
);

export function countryCode(uri: string | undefined): string | undefined {
  return alpha2.get(codeOf(uri) ?? '');
}
