import type { Role } from '../../../platform/actor.ts';
import type { Config } from '../../../platform/config/config.ts';
import { peopleStage } from '../../accounts/testing/people-stage.ts';
import type { AttestationFacts } from '../attestation.ts';
import { credentialsModule } from '../index.ts';
import { issueAttestation } from '../issue-attestation/issue-attestation.ts';
import { attested } from './attested.ts';

/** Attestations over accounts, with people who sign in; call it once a test file. */
export async function credentialsStage(config: Partial<Config> = {}) {
  /** Who owns which courses: person to courses. */
  const owned = new Map<string, string[]>();
  const credentials = credentialsModule({ ownedCourses: async (_db, personId) => owned.get(personId) ?? [] });
  const stage = await peopleStage({ modules: [credentials], config });
  const { db, actor } = stage;
  return {
    ...stage,
    owned,
    async person(name: string, roles: Role[] = []) {
      const person = await stage.person(name, roles);
      return { ...person, actor: person.actor() };
    },
    /** Number of a new attestation of somebody's. */
    async issue(personId: string, more: Partial<AttestationFacts> = {}): Promise<string> {
      return (await issueAttestation(db, actor(), attested(personId, more))).number;
    },
  };
}
