import type {
  CertificateKind,
  CostLine,
  CourseFormat,
  Effort,
  Level,
  PrerequisiteClaim,
  ProviderClaim,
  SkillClaim,
  SubjectClaim,
} from '../course-document/course-document.ts';
import { textCaps } from '../course-document/plain-text.ts';
import { keyFromWords } from './address-key.ts';
import type { FeedRecord } from './feed-format.ts';
import { lheoLink, readLheoRuns } from './lheo-run.ts';
import { elementsAt, type LheoElement, textAt, textsAt } from './lheo-tree.ts';
import { present, type RecordReader } from './record-reader.ts';
import { shortEntries } from './syllabus-entries.ts';

/** modalites-enseignement of LHEO 2.2 and 2.3: 0 entirely on site, 1 mixed, 2 entirely at a distance. */
const formats: Readonly<Record<string, CourseFormat>> = { '0': 'on-site', '1': 'blended', '2': 'online' };

/** Several actions may be taught in several ways: the one that is open to most people counts. */
function readFormat(reader: RecordReader, actions: readonly LheoElement[]): CourseFormat | undefined {
  const found = actions
    .flatMap((action) => textsAt(action, 'modalites-enseignement'))
    .map((code) => formats[code] ?? reader.note('format', `not a code of modalites-enseignement: "${code}"`));
  return (['online', 'blended', 'on-site'] as const).find((format) => found.includes(format));
}

/** Levels asked at the entry, as the old scale (2 to 8) and the European one (11 to 18) number them. */
const entryLevels: Readonly<Record<string, Level>> = {
  '2': 'beginner',
  '3': 'beginner',
  '4': 'beginner',
  '5': 'beginner',
  '6': 'intermediate',
  '7': 'intermediate',
  '8': 'advanced',
  '11': 'beginner',
  '12': 'beginner',
  '13': 'beginner',
  '14': 'beginner',
  '15': 'intermediate',
  '16': 'intermediate',
  '17': 'advanced',
  '18': 'advanced',
};
const noEntryLevel = new Set(['0', '1']);

function readEntryLevel(reader: RecordReader, formation: LheoElement): Level | undefined {
  const code = textAt(formation, 'code-niveau-entree')?.replace(/^0+(?=\d)/, '');
  if (code === undefined || noEntryLevel.has(code)) return undefined;
  return entryLevels[code] ?? reader.note('level', `not a code of niveaux: "${code}"`);
}

/** certifiante says diploma, title or professional certificate; a certification of the RS alone is less than these. */
function readCertificate(reader: RecordReader, formation: LheoElement): CertificateKind | undefined {
  const code = textAt(formation, 'certifiante');
  if (code === undefined) return undefined;
  if (code === '0') return 'none';
  if (code !== '1') return reader.note('certificate', `not a code of certifiante: "${code}"`);
  const titled = textsAt(formation, 'certification', 'code-RNCP').length > 0;
  return !titled && textsAt(formation, 'certification', 'code-RS').length > 0 ? undefined : 'diploma';
}

const hours = (reader: RecordReader, action: LheoElement, name: string): number =>
  reader.number('effort', textAt(action, name)?.replace(',', '.')) ?? 0;

function totalHours(reader: RecordReader, action: LheoElement): number {
  const total = hours(reader, action, 'nombre-heures-total');
  if (total > 0) return total;
  return hours(reader, action, 'nombre-heures-centre') + hours(reader, action, 'nombre-heures-entreprise');
}

/** The first action that tells its length tells it for the training. */
function readLength(reader: RecordReader, actions: readonly LheoElement[]): Effort | undefined {
  for (const action of actions) {
    const total = totalHours(reader, action);
    const told = reader.effort(textAt(action, 'duree-indicative')) ?? {};
    const effort = { ...told, ...(total > 0 ? { totalHours: total } : {}) };
    if (Object.keys(effort).length > 0) return effort;
  }
  return undefined;
}

/** The price of one action for one person: in all, or by the hour where the hours are known. */
function priceOf(reader: RecordReader, action: LheoElement): CostLine | undefined {
  const whole = reader.cost('access', textAt(action, 'prix-total-TTC'), 'EUR');
  if (whole) return whole;
  const hourly = reader.cost('access', textAt(action, 'prix-horaire-TTC'), 'EUR');
  const number = hourly === undefined ? 0 : totalHours(reader, action);
  return hourly && number > 0 ? { ...hourly, amount: Math.round(hourly.amount * number) } : undefined;
}

function readPrices(reader: RecordReader, actions: readonly LheoElement[]): readonly CostLine[] {
  const prices = actions.flatMap((action) => priceOf(reader, action) ?? []);
  const [lowest] = prices.toSorted((one, other) => one.amount - other.amount);
  if (!lowest) return [];
  if (prices.some((price) => price.amount !== lowest.amount)) {
    reader.note('costs', 'the price differs from action to action: the lowest is kept');
  }
  return [lowest];
}

const codeForms: readonly (readonly [string, SubjectClaim['scheme'], RegExp])[] = [
  ['code-FORMACODE', 'formacode', /^\d{5}$/],
  ['code-NSF', 'nsf', /^\d{3}[a-z]?$/],
  ['code-ROME', 'rome', /^[A-N]\d{4}$/],
];

function readDomains(reader: RecordReader, formation: LheoElement): readonly SubjectClaim[] {
  return codeForms.flatMap(([tag, scheme, form]) => {
    const codes = new Set(
      textsAt(formation, 'domaine-formation', tag).map((code) => code.replace(/\s/g, '')),
    );
    return [...codes].flatMap((code) => {
      if (form.test(code)) return [{ scheme, code }];
      reader.note('subjects', `not a ${tag}: "${code}"`);
      return [];
    });
  });
}

/** Zeros or nines stand where a body has no SIRET; they would make all such bodies one. */
function siretOf(body: LheoElement): string | undefined {
  const siret = textAt(body, 'SIRET-organisme-formation', 'SIRET')?.replace(/\s/g, '');
  return siret === undefined || /^(?:0+|9+)$/.test(siret) ? undefined : siret;
}

function readProvider(reader: RecordReader, formation: LheoElement): readonly ProviderClaim[] {
  const [body] = elementsAt(formation, 'organisme-formation-responsable');
  if (!body) return [];
  const name = reader.name('providers', textAt(body, 'nom-organisme') ?? textAt(body, 'raison-sociale'));
  if (name === undefined) return [];
  const contact = elementsAt(body, 'coordonnees-organisme', 'coordonnees')[0] ?? body;
  const country = textAt(contact, 'adresse', 'pays')?.toUpperCase();
  return [
    present<ProviderClaim>({
      name,
      key: siretOf(body) ?? body.numero,
      url: lheoLink(reader, 'providers', textAt(contact, 'web', 'urlweb')),
      country: country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined,
    }),
  ];
}

const nothingAsked =
  /^(?:aucune?s?|néant|sans|pas de (?:pr[ée]-?requis|condition)s?.{0,20}|aucun pr[ée]-?requis)\.?$/i;

function readConditions(
  reader: RecordReader,
  formation: LheoElement,
  actions: readonly LheoElement[],
): PrerequisiteClaim | undefined {
  const said = actions.flatMap((action) => textsAt(action, 'conditions-specifiques'));
  const text = reader.text(
    'prerequisites',
    said.find((one) => !nothingAsked.test(one.trim())),
  );
  const courses = textsAt(formation, 'modules-prerequis', 'reference-module').map((key) => ({ key }));
  if (text !== undefined || courses.length > 0) return present<PrerequisiteClaim>({ text, courses });
  const anyLevel = textAt(formation, 'code-niveau-entree') === '1';
  return said.length > 0 || anyLevel ? { nothing: true } : undefined;
}

function readSkills(reader: RecordReader, actions: readonly LheoElement[]): readonly SkillClaim[] {
  const blocks = actions.flatMap((action) =>
    textsAt(action, 'session', 'blocs-competences', 'bloc-competences', 'libelle-bloc'),
  );
  return [...new Set(blocks)].flatMap((block) => {
    const label = reader.name('skills', block);
    return label === undefined ? [] : [{ label }];
  });
}

/** One entry a line, long ones parted at the end of a sentence. */
function entries(
  reader: RecordReader,
  field: string,
  text: string | undefined,
): readonly string[] | undefined {
  return reader.lines(field, text?.split(/\n+/).flatMap(shortEntries).filter(Boolean));
}

interface Texts {
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly syllabus?: readonly string[] | undefined;
}

/** A content written as a list is the syllabus, other content belongs to the description; so does a long objective. */
function readTexts(reader: RecordReader, formation: LheoElement): Texts {
  const objective = reader.text('summary', textAt(formation, 'objectif-formation'));
  const content = reader.text('description', textAt(formation, 'contenu-formation'));
  const listed = (content?.match(/^- /gm) ?? []).length > 1;
  const short = objective !== undefined && objective.length <= textCaps.summary;
  const description = [short ? undefined : objective, listed ? undefined : content]
    .filter(Boolean)
    .join('\n\n');
  return {
    summary: short ? objective : undefined,
    description: description === '' ? undefined : description,
    syllabus: listed ? entries(reader, 'syllabus', content) : undefined,
  };
}

/** The standard describes training in France; it names the language only where it is not French. */
function readTaught(reader: RecordReader, actions: readonly LheoElement[]): readonly string[] {
  const said = actions.flatMap((action) => textsAt(action, 'langue-formation'));
  return reader.languages('languages', said) ?? ['fr'];
}

/** The record that one <formation> makes. */
export function readLheoCourse(reader: RecordReader, formation: LheoElement): FeedRecord {
  const actions = elementsAt(formation, 'action');
  const title = reader.title(textAt(formation, 'intitule-formation'));
  const providers = readProvider(reader, formation);
  const links = [
    ...elementsAt(formation, 'url-formation'),
    ...actions.flatMap((one) => elementsAt(one, 'url-action')),
  ];
  return reader.finish({
    key: formation.numero ?? (title && keyFromWords(providers[0]?.name, title)),
    title,
    ...readTexts(reader, formation),
    outcomes: entries(reader, 'outcomes', reader.text('outcomes', textAt(formation, 'resultats-attendus'))),
    languages: readTaught(reader, actions),
    level: readEntryLevel(reader, formation),
    format: readFormat(reader, actions),
    certificate: readCertificate(reader, formation),
    costs: readPrices(reader, actions),
    effort: readLength(reader, actions),
    providers,
    subjects: readDomains(reader, formation),
    skills: readSkills(reader, actions),
    prerequisites: readConditions(reader, formation, actions),
    runs: readLheoRuns(reader, formation),
    url: lheoLink(reader, 'url', links.flatMap((one) => textsAt(one, 'urlweb'))[0]),
  });
}
