import { describe, expect, it } from 'vitest';
import { createTranslators } from '../../../platform/i18n/translator.ts';
import type { CertificateKind, CostLine } from '../course-document/course-document.ts';
import { catalogMessages } from '../messages/index.ts';
import { costClassOf } from './cost-class.ts';
import { sayCosts } from './say-costs.ts';
import { sayEffort } from './say-effort.ts';

const { en, fr } = createTranslators([catalogMessages]);
const plain = (text: string | undefined) => text?.replace(/[\u00a0\u202f]/g, ' ');
const cost = (kind: CostLine['kind'], amount: number, per?: 'month' | 'year'): CostLine => ({
  kind,
  amount,
  currency: 'EUR',
  ...(per ? { per } : {}),
});

describe('what a course costs', () => {
  it.each<[CostLine[], CertificateKind | undefined, string | undefined, string | undefined]>([
    [[cost('access', 0)], 'free', 'gratuit, attestation comprise', 'free-certificate'],
    [[cost('access', 0)], 'none', 'gratuit, sans attestation', 'free'],
    [[cost('access', 0)], 'paid', 'gratuit, certificat payant', 'free'],
    [[cost('access', 0)], undefined, 'gratuit', 'free'],
    [[cost('access', 0), cost('certificate', 6000)], 'paid', 'gratuit, certificat 60 €', 'free'],
    [
      [cost('access', 0), cost('certificate', 0)],
      undefined,
      'gratuit, attestation comprise',
      'free-certificate',
    ],
    [[cost('access', 4900)], 'free', '49 €', 'paid'],
    [[cost('access', 4900), cost('exam', 8050)], undefined, '49 €, examen 80,50 €', 'paid'],
    [[cost('subscription', 3900, 'month')], undefined, '39 € par mois', 'subscription'],
    [[], 'free', undefined, undefined],
    [[cost('certificate', 6000)], 'paid', undefined, undefined],
  ])('%j with a certificate %s', (costs, certificate, text, costClass) => {
    expect(plain(sayCosts(fr, costs, certificate))).toBe(text);
    expect(costClassOf(costs, certificate)).toBe(costClass);
  });
});

describe('how long a course takes', () => {
  it.each([
    [{ weeks: 4, minHoursPerWeek: 3, maxHoursPerWeek: 3 }, '4 weeks, 3 h a week'],
    [{ weeks: 1, minHoursPerWeek: 2, maxHoursPerWeek: 4 }, '1 week, 2–4 h a week'],
    [{ weeks: 6, totalHours: 20 }, '6 weeks, 20 h in all'],
    [{ totalHours: 1.5 }, '1.5 h in all'],
    [{ totalHours: 0.5 }, '30 min in all'],
    [{ weeks: 5 }, '5 weeks'],
    [{}, undefined],
    [undefined, undefined],
  ])('%j', (effort, text) => {
    expect(sayEffort(en, effort)).toBe(text);
  });
});
