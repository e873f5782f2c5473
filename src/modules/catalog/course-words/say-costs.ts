import type { Translator } from '../../../platform/i18n/translator.ts';
import type { CertificateKind, CostLine } from '../course-document/course-document.ts';
import { costClassOf } from './cost-class.ts';

/** One cost line's price in words: "49 €", "39 € a month", "free". */
export function sayAmount(t: Translator, line: CostLine): string {
  if (line.amount === 0) return t('catalog.cost.free');
  const amount = t.money(line.amount, line.currency);
  if (line.per === 'month') return t('catalog.cost.perMonth', { amount });
  return line.per === 'year' ? t('catalog.cost.perYear', { amount }) : amount;
}

/** What it really costs, in one phrase ("free, certificate 60 €"); undefined when the source says nothing of it. */
export function sayCosts(
  t: Translator,
  costs: readonly CostLine[] | undefined,
  certificate: CertificateKind | undefined,
): string | undefined {
  const lines = costs ?? [];
  const priceOf = (kind: CostLine['kind']) => lines.find((line) => line.kind === kind && line.amount > 0);
  const costClass = costClassOf(lines, certificate);
  if (costClass === undefined) return undefined;
  if (costClass === 'free-certificate') return t('catalog.cost.freeWithCertificate');
  const proof = priceOf('certificate');
  if (costClass === 'free') return sayFree(t, proof, certificate);
  const price = priceOf(costClass === 'paid' ? 'access' : 'subscription');
  const main = price
    ? sayAmount(t, price)
    : t(costClass === 'paid' ? 'catalog.cost.paid' : 'catalog.cost.subscription');
  const exam = priceOf('exam');
  const extras = [
    proof && t('catalog.cost.certificateAt', { amount: sayAmount(t, proof) }),
    exam && t('catalog.cost.examAt', { amount: sayAmount(t, exam) }),
  ].filter((text) => text !== undefined);
  return [main, ...extras].reduce((length, effort) => t('catalog.effort.and', { length, effort }));
}

function sayFree(
  t: Translator,
  proof: CostLine | undefined,
  certificate: CertificateKind | undefined,
): string {
  if (proof) return t('catalog.cost.freeCertificateAt', { amount: sayAmount(t, proof) });
  if (certificate === 'paid') return t('catalog.cost.freePaidCertificate');
  return t(certificate === 'none' ? 'catalog.cost.freeNoCertificate' : 'catalog.cost.free');
}
