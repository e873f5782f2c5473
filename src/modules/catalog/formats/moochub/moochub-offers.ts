import type { CertificateKind, CostKind, CostLine } from '../../course-document/course-document.ts';
import { shown } from '../../course-document/degradation.ts';
import { firstOf, listOf, numberOf, objectsOf, textOf } from '../raw-value.ts';
import type { RawObject } from '../raw-value.ts';
import type { RecordReader } from '../record-reader.ts';

/** The offers of version 3; versions 1 and 2 only say "free", and what is paid without a price cannot be a line. */
export function moochubCosts(r: RecordReader, a: RawObject): readonly CostLine[] {
  const lines = objectsOf(firstOf(a, 'offer', 'offers')).flatMap(
    (offer, index) => offerLine(r, offer, `costs[${index}]`) ?? [],
  );
  const free = accessOf(a).includes('free') && !lines.some((line) => line.kind === 'access');
  const access = free ? r.cost('access', 0) : undefined;
  return access ? [access, ...lines] : lines;
}

const kinds: Readonly<Record<string, CostKind>> = {
  course: 'access',
  complete: 'access',
  certificate: 'certificate',
  exam: 'exam',
};

function offerLine(r: RecordReader, offer: RawObject, field: string): CostLine | undefined {
  const category = textOf(offer['category'])?.toLowerCase() ?? 'course';
  const line = r.cost(
    kinds[category] ?? 'access',
    numberOf(offer['price']) ?? offer['price'],
    textOf(offer['priceCurrency']),
    field,
  );
  const frequency = textOf(offer['paymentFrequency'])?.toLowerCase() ?? 'one-time';
  if (!line || line.amount === 0 || frequency === 'one-time' || frequency === 'other') return line;
  const per = frequency === 'monthly' ? 'month' : frequency === 'yearly' ? 'year' : undefined;
  if (per === undefined)
    return r.note(field, `a price paid ${shown(frequency)}: only months and years are known`);
  return { ...line, kind: 'subscription', per };
}

const accessOf = (a: RawObject): readonly string[] =>
  listOf(a['access']).flatMap((one) => textOf(one)?.toLowerCase() ?? []);

/** "free" beside "paid" means, by the specification, a free course with a paid certificate. */
export function moochubCertificate(a: RawObject, costs: readonly CostLine[]): CertificateKind | undefined {
  if ((numberOf(a['numberOfCredits']) ?? 0) > 0) return 'credit';
  const certificate = costs.find((line) => line.kind === 'certificate');
  if (certificate) return certificate.amount > 0 ? 'paid' : 'free';
  const access = accessOf(a);
  if (access.includes('free') && access.includes('paid')) return 'paid';
  const awards = listOf(firstOf(a, 'educationalCredentialsAwarded', 'educationalCredentialAwarded'));
  if (awards.length === 0) return undefined;
  const price = costs.find((line) => line.kind === 'access' || line.kind === 'subscription');
  return price === undefined ? undefined : price.amount > 0 ? 'paid' : 'free';
}
