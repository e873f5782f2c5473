import type { CertificateKind, CostLine } from '../course-document/course-document.ts';

/** What a course really costs, as the facet asks it; the order is that of the facet. */
export const costClasses = ['free-certificate', 'free', 'subscription', 'paid'] as const;
export type CostClass = (typeof costClasses)[number];

const proofs: ReadonlySet<CertificateKind | undefined> = new Set(['free', 'credit', 'diploma']);

/**
 * `free-certificate`: the access and the proof cost nothing; `free`: the access does, the proof is paid, absent or not
 * spoken of; undefined when the source says nothing of the price.
 */
export function costClassOf(
  costs: readonly CostLine[] | undefined,
  certificate: CertificateKind | undefined,
): CostClass | undefined {
  const lines = costs ?? [];
  const isFree = lines.some((line) => line.kind === 'access' && line.amount === 0);
  if (isFree) {
    const isProofPaid = lines.some(
      (line) => (line.kind === 'certificate' || line.kind === 'exam') && line.amount > 0,
    );
    const isProofFree = lines.some((line) => line.kind === 'certificate' && line.amount === 0);
    return !isProofPaid && (isProofFree || proofs.has(certificate)) ? 'free-certificate' : 'free';
  }
  if (lines.some((line) => line.kind === 'access')) return 'paid';
  return lines.some((line) => line.kind === 'subscription') ? 'subscription' : undefined;
}
