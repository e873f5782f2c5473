import type {
  CostKind,
  CostLine,
  ProviderClaim,
  RunClaim,
  SkillClaim,
  SubjectClaim,
} from '../../course-document/course-document.ts';
import { shown } from '../../course-document/degradation.ts';
import type { RecordReader } from '../record-reader.ts';
import { present } from '../record-reader.ts';
import { childOf, childText, childrenOf } from '../xml-elements.ts';
import type { XmlElement } from '../xml-elements.ts';
import type { ElmIndex } from './elm-index.ts';
import { chosen, firstTexts, textsIn } from './elm-texts.ts';
import { codeOf, countryCode } from './elm-vocabulary.ts';

/** Who provides it; for a bare specification who awards it. */
export function elmProviders(
  r: RecordReader,
  things: readonly XmlElement[],
  index: ElmIndex,
  wanted: readonly string[],
): readonly ProviderClaim[] {
  const missing = (id: string) => r.note('providers', `the feed holds no organisation ${shown(id)}`);
  const found = things.flatMap((thing) => index.referred(thing, 'providedBy', missing));
  const awarding = things
    .flatMap((thing) => childrenOf(thing, 'awardingOpportunity'))
    .flatMap((one) => index.referred(one, 'awardingBody', missing));
  const organisations = found.length > 0 ? found : awarding;
  return [...new Set(organisations)].flatMap(
    (one, at) => providerOf(r, one, index, wanted, `providers[${at}]`) ?? [],
  );
}

function providerOf(
  r: RecordReader,
  it: XmlElement,
  index: ElmIndex,
  wanted: readonly string[],
  field: string,
): ProviderClaim | undefined {
  const names = firstTexts(textsIn(it, 'legalName'), textsIn(it, 'prefLabel'), textsIn(it, 'altLabel'));
  const name = r.name(`${field}.name`, chosen(names, wanted)?.text);
  if (name === undefined) return undefined;
  const addresses = index.referred(it, 'location').flatMap((place) => childrenOf(place, 'address'));
  return present<ProviderClaim>({
    name,
    key: it.attributes['id']?.slice(0, 500),
    url: r.link(`${field}.url`, homepageOf(it)),
    country: countryCode(addresses.flatMap((one) => childOf(one, 'countryCode')?.attributes['uri'] ?? [])[0]),
  });
}

export function homepageOf(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  return childrenOf(element, 'homepage').flatMap((page) => childText(page, 'contentUrl') ?? [])[0];
}

/** {amount: {unit: currency, value}}, with a label that may tell what it buys. */
export function elmCosts(r: RecordReader, opportunity: XmlElement): readonly CostLine[] {
  return childrenOf(opportunity, 'priceDetail').flatMap((price, index) => {
    const amount = childOf(price, 'amount');
    if (!amount) return [];
    const currency = codeOf(childOf(amount, 'unit')?.attributes['uri']);
    const value = Number(childText(amount, 'value') ?? (amount.text || Number.NaN));
    const field = `costs[${index}]`;
    if (Number.isNaN(value)) {
      r.note(field, `not a price: ${shown(childText(amount, 'value') ?? amount.text)}`);
      return [];
    }
    return r.cost(kindOf(price), value, currency, field) ?? [];
  });
}

function kindOf(price: XmlElement): CostKind {
  const words = [...textsIn(price, 'prefLabel'), ...textsIn(price, 'description')]
    .map((one) => one.text)
    .join(' ');
  return /certif|diplom/i.test(words) ? 'certificate' : /\bexam|prüfung/i.test(words) ? 'exam' : 'access';
}

/** Fields of education by their ISCED-F code, subjects of other lists by their label. */
export function elmSubjects(
  r: RecordReader,
  specification: XmlElement | undefined,
  wanted: readonly string[],
): readonly SubjectClaim[] {
  if (!specification) return [];
  const fields = childrenOf(specification, 'ISCEDFCode').flatMap((one): SubjectClaim[] => {
    const code = codeOf(one.attributes['uri']);
    if (code === undefined) return [];
    if (!/^\d{2,4}$/.test(code)) return r.note('subjects', `not an ISCED-F code: ${shown(code)}`) ?? [];
    return [{ scheme: 'isced-f', code }];
  });
  const labels = childrenOf(specification, 'educationSubject').flatMap((one): SubjectClaim[] => {
    const label = r.name('subjects', chosen(textsIn(one, 'prefLabel'), wanted)?.text);
    return label === undefined ? [] : [{ scheme: 'label', label }];
  });
  return [...fields, ...labels];
}

/** ESCO skills carry ESCO's own address; whatever else is called one stays a word. */
export function elmSkills(
  r: RecordReader,
  outcomes: readonly XmlElement[],
  wanted: readonly string[],
): readonly SkillClaim[] {
  const terms = outcomes.flatMap((one) => [
    ...childrenOf(one, 'relatedESCOSkill'),
    ...childrenOf(one, 'relatedSkill'),
  ]);
  const seen = new Set<string>();
  return terms.flatMap((term): SkillClaim[] => {
    const label = r.name('skills', chosen(textsIn(term, 'prefLabel'), wanted)?.text);
    const uri = term.attributes['uri'] ?? '';
    if (label === undefined || seen.has(`${uri} ${label}`)) return [];
    seen.add(`${uri} ${label}`);
    return /data\.europa\.eu\/esco\/skill\//.test(uri) ? [{ label, scheme: 'esco', code: uri }] : [{ label }];
  });
}

/** Each period is a run; deadlines belong to the runs in their order, a single run has the last of them. */
export function elmRuns(
  r: RecordReader,
  opportunity: XmlElement,
  wanted: readonly string[],
): readonly RunClaim[] {
  const deadlines = childrenOf(opportunity, 'applicationDeadline').flatMap(
    (one, at) => r.day(`runs[${at}].enrolmentEnd`, one.text) ?? [],
  );
  const sorted = deadlines.toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const periods = childrenOf(opportunity, 'temporal');
  const keys = new Map<string, number>();
  return periods.map((period, index) => {
    const start = r.day(`runs[${index}].start`, childText(period, 'startDate'));
    const end = r.day(`runs[${index}].end`, childText(period, 'endDate'));
    const key = start?.on ?? end?.on ?? 'run';
    const before = keys.get(key) ?? 0;
    keys.set(key, before + 1);
    return present<RunClaim>({
      key: before === 0 ? key : `${key}-${before + 1}`,
      pacing: start || end ? 'scheduled' : 'self',
      title: r.name(`runs[${index}].title`, chosen(textsIn(period, 'prefLabel'), wanted)?.text),
      start,
      end,
      enrolmentEnd: periods.length === 1 ? sorted.at(-1) : sorted[index],
    });
  });
}
