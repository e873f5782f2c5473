import type { AttestationFacts } from '../attestation.ts';

let count = 0;

/** Facts of an attestation, for tests; each call is about another enrolment. */
export function attested(personId: string, more: Partial<AttestationFacts> = {}): AttestationFacts {
  count += 1;
  return {
    subject: `enrolment-${count}`,
    personId,
    personName: 'Awa Diop',
    courseId: `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`,
    courseTitle: 'Bread from flour to oven',
    courseLang: 'en',
    providers: ['Bakery School'],
    hours: 12,
    completedOn: '2026-11-30',
    done: { sections: ['Flour', 'Dough', 'Oven'], units: 14, questionSets: 5, works: 1 },
    competencies: ['Knead dough by hand', 'Judge an oven'],
    identity: 'e-mail',
    version: 2,
    coursePath: '/learn/bread',
    ...more,
  };
}
