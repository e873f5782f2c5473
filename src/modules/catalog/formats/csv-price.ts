import type { CertificateKind, CostLine } from '../course-document/course-document.ts';
import type { RecordReader } from './record-reader.ts';

export interface PriceReading {
  readonly costs: readonly CostLine[];
  readonly certificate?: CertificateKind;
}

const freeWord = /\b(?:free|gratis|gratuite?|gratuit[ao]|kostenlos)\b|бесплатн|免费|مجان/i;
const certificateWord = /certifi|zertifi|сертифик|证书|شهادة/i;

/** "FREE-Add a Verified Certificate for $49 USD": free access, and a certificate that costs. */
function freeWithCertificate(
  reader: RecordReader,
  text: string,
  currency: string | undefined,
): PriceReading | undefined {
  if (!freeWord.test(text) || !certificateWord.test(text) || !/\d/.test(text)) return undefined;
  const tail = text.slice(text.search(certificateWord)).replace(/\s*\(.*?\)\s*/g, ' ');
  const certificate = reader.cost('certificate', /[\d.,\s\p{Sc}]*\d.*$/u.exec(tail)?.[0].trim(), currency);
  if (!certificate) return undefined;
  const access = reader.cost('access', '0', certificate.currency);
  return {
    costs: access ? [access, certificate] : [certificate],
    certificate: certificate.amount > 0 ? 'paid' : 'free',
  };
}

/** What one price cell says. A sum that comes back every month or year is a subscription. */
export function readPrice(
  reader: RecordReader,
  kind: 'access' | 'certificate',
  text: string,
  currency: string | undefined,
): PriceReading | undefined {
  const both = freeWithCertificate(reader, text, currency);
  if (both) return both;
  const line = reader.cost(kind, text, currency);
  if (!line) return undefined;
  return { costs: [line.per === undefined ? line : { ...line, kind: 'subscription' }] };
}
