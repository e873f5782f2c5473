import { type AttestationFacts, issueAttestation } from '../../modules/credentials/index.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Places } from '../page-budgets.ts';

/** Attestations of a person, the last with the most that one says; a correction of its name waits. */
export async function giveAttestations(
  db: Db,
  actor: Actor,
  { personId, count }: { readonly personId: string; readonly count: number },
): Promise<Pick<Places, 'attestation'>> {
  let attestation = '';
  for (let at = 0; at < count; at += 1)
    attestation = (await issueAttestation(db, actor, facts(actor, personId, at))).number;
  return { attestation };
}

const numbered = (what: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${what} ${at + 1}`);

function facts(actor: Actor, personId: string, at: number): AttestationFacts {
  return {
    subject: `page-${at}`,
    personId,
    personName: 'Awa Diop',
    courseId: actor.ids.next(),
    courseTitle: `Bread from flour to oven, part ${at + 1}`,
    courseLang: 'en',
    providers: ['The Mill', 'The Oven'],
    hours: 12,
    completedOn: '2026-11-30',
    done: { sections: numbered('Section', 12), units: 40, questionSets: 12, works: 2 },
    competencies: numbered('Knows how to bake bread of kind', 20),
    identity: 'e-mail',
    runTitle: 'Autumn 2026',
    version: 3,
    coursePath: '/learn/bread',
  };
}
