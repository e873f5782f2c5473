import type { CertificateKind, CostKind, CostLine } from '../course-document/course-document.ts';
import { numberOf, objectsOf, type RawObject, textOf } from './raw-value.ts';
import type { RecordReader } from './record-reader.ts';

/** What a seat or an entitlement of Open edX sells, by its mode. */
const modes: Readonly<Record<string, { readonly cost: CostKind; readonly proof: CertificateKind }>> = {
  audit: { cost: 'access', proof: 'none' },
  honor: { cost: 'access', proof: 'free' },
  verified: { cost: 'certificate', proof: 'paid' },
  'spoc-verified': { cost: 'certificate', proof: 'paid' },
  professional: { cost: 'access', proof: 'paid' },
  'no-id-professional': { cost: 'access', proof: 'paid' },
  'executive-education': { cost: 'access', proof: 'paid' },
  'paid-executive-education': { cost: 'access', proof: 'paid' },
  'paid-bootcamp': { cost: 'access', proof: 'paid' },
  bootcamps: { cost: 'access', proof: 'paid' },
  credit: { cost: 'exam', proof: 'credit' },
  masters: { cost: 'access', proof: 'diploma' },
};

const ranking: readonly CertificateKind[] = ['none', 'free', 'paid', 'credit', 'diploma'];

export interface Offer {
  readonly costs: readonly CostLine[] | undefined;
  readonly certificate: CertificateKind | undefined;
}

/** Seats that are on offer, and the entitlements that a course sells whatever the run, as cost lines. */
export function readOffer(read: RecordReader, seats: unknown, entitlements: unknown): Offer {
  const costs = new Map<string, CostLine>();
  let best: CertificateKind | undefined;
  for (const seat of [...objectsOf(seats), ...objectsOf(entitlements)]) {
    const mode = modes[modeOf(seat)];
    if (!mode) continue;
    best = best === undefined || ranking.indexOf(mode.proof) > ranking.indexOf(best) ? mode.proof : best;
    const line = lineOf(read, seat, mode.cost);
    if (line) costs.set(`${line.kind} ${line.amount} ${line.currency}`, line);
  }
  return { costs: costs.size > 0 ? [...costs.values()] : undefined, certificate: best };
}

const modeOf = (seat: RawObject): string =>
  (textOf(seat['type']) ?? textOf(seat['mode']) ?? '').toLowerCase();

/** A price of nothing for what is normally sold means that no price is set yet. */
function lineOf(read: RecordReader, seat: RawObject, kind: CostKind): CostLine | undefined {
  if (kind !== 'access' && numberOf(seat['price']) === 0) return undefined;
  return read.cost(kind, seat['price'], textOf(seat['currency']) ?? 'USD');
}
