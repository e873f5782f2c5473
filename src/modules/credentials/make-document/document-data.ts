import { type MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { qrPath } from '../../../platform/pictures/qr-path.ts';
import { isRightToLeft } from '../../../platform/pictures/scripts.ts';
import type { AttestedFacts } from '../attestation.ts';
import { sayDone, sayKind } from '../say-attestation/say-attestation.ts';

/** What the document is about, and where it is verified. */
export interface DocumentScene {
  readonly t: Translator;
  readonly siteName: string;
  /** Verification page, with the site's address. */
  readonly address: string;
  readonly number: string;
  /** Day on which it was issued, YYYY-MM-DD. */
  readonly issuedOn: string;
  /** Whether the machine lacks a font for something that stands on it. */
  readonly lacksFonts: boolean;
  readonly isSample: boolean;
}

const mostListed = 10;
const longestItem = 140;

/** Everything that the template shows, as texts in the language of the translator. */
export function documentData(facts: AttestedFacts, scene: DocumentScene) {
  const { t, siteName, address, number, issuedOn } = scene;
  const direction = (text: string) => (isRightToLeft(text) ? 'rtl' : 'ltr');
  return {
    lang: t.lang,
    dir: t.dir,
    fonts: fontsFor(t.lang, facts.courseLang),
    documentTitle: `${sayKind(t, facts)}: ${facts.courseTitle}`,
    site: siteName,
    kind: sayKind(t, facts),
    kindSize: sayKind(t, facts).length > 28 ? 20 : 25,
    sample: scene.isSample ? t('credentials.document.sample') : null,
    givenTo: t('credentials.document.given-to'),
    name: facts.personName,
    nameDir: direction(facts.personName),
    nameSize: sizeFor(facts.personName, 30),
    completed: t('credentials.document.completed'),
    title: facts.courseTitle,
    titleSize: sizeFor(facts.courseTitle, 22),
    courseLang: facts.courseLang.slice(0, 2),
    courseDir: direction(facts.courseTitle),
    providers: facts.providers.join(' · '),
    facts: factsShown(t, facts),
    sectionsTitle: t('credentials.sections'),
    ...listed(t, 'sections', facts.done.sections),
    competenciesTitle: t('credentials.competencies'),
    ...listed(t, 'competencies', facts.competencies),
    qr: qrPicture(address),
    qrLabel: t('credentials.document.qr'),
    verify: t('credentials.document.verify'),
    address,
    addressShown: address.replace(/^https?:\/\//, ''),
    numberTitle: t('credentials.number'),
    number,
    issued: issuedOn.split('-').map(Number),
    issuedBy: t('credentials.document.issued', { site: siteName, date: t.day(issuedOn, 'long') }),
    limits: t('credentials.document.limits'),
    unprintable: scene.lacksFonts ? t('credentials.document.name-elsewhere') : null,
  };
}

/** The longer a line, the smaller: what is left is the template's to fit. */
function sizeFor(text: string, most: number): number {
  const width = [...text].reduce(
    (sum, each) => sum + (/\p{Script=Han}|\p{Script=Hangul}/u.test(each) ? 1.8 : 1),
    0,
  );
  if (width <= 34) return most;
  if (width <= 60) return most * 0.8;
  return width <= 120 ? most * 0.66 : most * 0.54;
}

function factsShown(t: Translator, facts: AttestedFacts): { term: string; value: string }[] {
  const shown: [MessageKey, string | undefined][] = [
    ['credentials.completed-on', t.day(facts.completedOn, 'long')],
    [
      'credentials.hours',
      facts.hours === undefined ? undefined : t('credentials.hours.value', { n: facts.hours }),
    ],
    ['credentials.done', sayDone(t, facts.done)],
    ['credentials.identity', t(`credentials.identity.${facts.identity}`)],
    ['credentials.run', facts.runTitle],
  ];
  return shown.flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : { term: t(key), value },
  );
}

function listed<Name extends 'sections' | 'competencies'>(
  t: Translator,
  name: Name,
  items: readonly string[],
) {
  const shown = items
    .slice(0, items.length > mostListed ? mostListed - 1 : mostListed)
    .map((item) => (item.length > longestItem ? `${item.slice(0, longestItem - 1)}…` : item));
  const left = items.length - shown.length;
  const more = left > 0 ? t('credentials.document.more', { n: left }) : null;
  return name === 'sections'
    ? { sections: shown, moreSections: more }
    : { competencies: shown, moreCompetencies: more };
}

function qrPicture(text: string): string {
  const { side, path } = qrPath(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><rect width="${side}" height="${side}" fill="#ffffff"/><path d="${path}" fill="#1b2a33"/></svg>`;
}

const cjk: Readonly<Record<string, string>> = { ja: 'Noto Sans CJK JP', ko: 'Noto Sans CJK KR' };

/** Likeliest first; a machine that has none of them falls back on whatever has the characters. */
function fontsFor(...langs: readonly string[]): string[] {
  const east = langs.flatMap((lang) => cjk[lang.slice(0, 2)] ?? []);
  return [
    'Bricolage Grotesque',
    'Inter',
    'Noto Sans',
    'Noto Sans Arabic',
    ...east,
    'Noto Sans CJK SC',
    'Noto Sans Hebrew',
    'Noto Sans Devanagari',
    'Noto Sans Thai',
  ];
}
