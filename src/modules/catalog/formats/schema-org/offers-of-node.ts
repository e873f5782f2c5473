import type { CertificateKind, CostKind, CostLine } from '../../course-document/course-document.ts';
import { numberOf } from '../raw-value.ts';
import type { RecordReader } from '../record-reader.ts';
import { firstText, isNode, nodesOf, textsOf, valuesOf } from './linked-node.ts';
import type { LinkedNode } from './linked-node.ts';

/** What the course costs, from its offers, its runs' offers and its credential's. Equal lines count once. */
export function costsOf(
  r: RecordReader,
  course: LinkedNode,
  runs: readonly LinkedNode[],
): readonly CostLine[] {
  const offers = [course, ...runs].flatMap((node) => nodesOf(node, 'offers'));
  const credentials = nodesOf(course, 'educationalCredentialAwarded').flatMap((one) =>
    nodesOf(one, 'offers'),
  );
  const lines = [
    ...offers.flatMap((offer, index) => linesOf(r, offer, kindOf(offer), `costs[${index}]`)),
    ...credentials.flatMap((offer) => linesOf(r, offer, 'certificate', 'costs')),
    ...priceRanges(r, course),
  ];
  const isFree = textsOf(course, 'isAccessibleForFree').some((one) =>
    /^(?:true|1|yes|https?:\/\/schema\.org\/True)$/i.test(one.text),
  );
  const free = isFree && !lines.some((line) => line.kind === 'access') ? r.cost('access', 0) : undefined;
  return distinct(free ? [free, ...lines] : lines);
}

function kindOf(offer: LinkedNode): CostKind {
  const words = textsOf(offer, 'category', 'name', 'description')
    .map((one) => one.text)
    .join(' ');
  if (/certif|attestation/i.test(words)) return 'certificate';
  if (/\bexam/i.test(words)) return 'exam';
  return /subscri|abonn/i.test(words) || periodOf(offer) ? 'subscription' : 'access';
}

function linesOf(r: RecordReader, offer: LinkedNode, kind: CostKind, field: string): readonly CostLine[] {
  const inside = nodesOf(offer, 'offers');
  if (inside.length > 0) return inside.flatMap((one) => linesOf(r, one, kindOf(one), field));
  const specification = nodesOf(offer, 'priceSpecification')[0];
  const price =
    firstText(offer, 'price', 'lowPrice') ?? (specification && firstText(specification, 'price', 'minPrice'));
  const currency =
    firstText(offer, 'priceCurrency') ?? (specification && firstText(specification, 'priceCurrency'));
  const category = firstText(offer, 'category') ?? '';
  if (price === undefined)
    return /^(?:partially )?free\b|^gratuit/i.test(category) ? [r.cost('access', 0, currency)!] : [];
  const line = r.cost(kind, numberOf(price) ?? price, currency, field);
  const per = kind === 'subscription' ? periodOf(offer) : undefined;
  return line ? [per ? { ...line, per } : line] : [];
}

/** A billing period, as unit codes (UN/CEFACT), ISO durations or words say it. */
function periodOf(offer: LinkedNode): 'month' | 'year' | undefined {
  const specifications = nodesOf(offer, 'priceSpecification');
  const quantities = [offer, ...specifications].flatMap((one) =>
    nodesOf(one, 'referenceQuantity', 'eligibleDuration'),
  );
  const words = [
    ...[offer, ...specifications].flatMap((one) => textsOf(one, 'billingDuration', 'unitCode', 'unitText')),
    ...quantities.flatMap((one) => textsOf(one, 'unitCode', 'unitText')),
  ].map((one) => one.text);
  if (words.some((word) => /^(?:MON|P1M|months?|mois|mes|Monat)$/i.test(word))) return 'month';
  if (words.some((word) => /^(?:ANN|P1Y|P12M|years?|an|année|año|ano|Jahr)$/i.test(word))) return 'year';
  return undefined;
}

/** A price written beside the offers, as some generators do. */
function priceRanges(r: RecordReader, course: LinkedNode): readonly CostLine[] {
  const price =
    firstText(course, 'price') ??
    valuesOf(course, 'offers').find((one) => !isNode(one) && /\d/.test(one.text));
  if (price === undefined) return [];
  const text = typeof price === 'string' ? price : isNode(price) ? '' : price.text;
  const line = r.cost('access', numberOf(text) ?? text, firstText(course, 'priceCurrency'));
  return line ? [line] : [];
}

function distinct(lines: readonly CostLine[]): readonly CostLine[] {
  const seen = new Set<string>();
  return lines.filter((line) => {
    const same = `${line.kind} ${line.amount} ${line.currency} ${line.per ?? ''}`;
    return !seen.has(same) && seen.add(same);
  });
}

/**
 * The proof that one can get. A credential whose words do not tell whether it is paid counts as paid when the
 * certificate or the access has a price; otherwise nothing is claimed.
 */
export function certificateOf(
  r: RecordReader,
  course: LinkedNode,
  costs: readonly CostLine[],
): CertificateKind | undefined {
  const words = nodesOf(course, 'educationalCredentialAwarded')
    .flatMap((one) => textsOf(one, 'credentialCategory', 'name', 'description'))
    .concat(textsOf(course, 'educationalCredentialAwarded', 'occupationalCredentialAwarded'))
    .map((one) => one.text);
  const kinds = words.flatMap((word) => r.certificate(word) ?? []);
  const credits = textsOf(course, 'numberOfCredits').concat(
    nodesOf(course, 'numberOfCredits').flatMap((one) => textsOf(one, 'value')),
  );
  if (kinds.includes('diploma')) return 'diploma';
  if (kinds.includes('credit') || credits.some((one) => Number(one.text) > 0)) return 'credit';
  const [said] = kinds;
  if (said !== undefined) return said;
  const paid = costs.some((line) => line.amount > 0 && line.kind !== 'exam');
  return words.length > 0 && paid ? 'paid' : undefined;
}
