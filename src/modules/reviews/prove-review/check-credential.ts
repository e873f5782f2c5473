import { createHash } from 'node:crypto';
import { faultOf } from './check-page.ts';
import { statusFault } from './credential-status.ts';
import { asList, isObject, type JsonObject, parsed } from './issuer-document.ts';
import { isTellingName, namesCourse, namesPerson, wordsOf } from './match-words.ts';
import { askModerator, notMatched, type ProofFacts, type ProofOutcome } from './proof-outcome.ts';
import { type CredentialScene, hasEnded, verifySigned } from './verify-signature.ts';

/**
 * Looks at a verifiable credential that somebody pasted: signature by the course's own site, still valid, not taken back,
 * about this person and this course.
 */
export async function checkCredential(
  scene: CredentialScene,
  document: string,
  facts: ProofFacts,
): Promise<ProofOutcome> {
  const given = parsed(document);
  if (given === undefined) return notMatched('unreadable');
  if (facts.courseUrl === undefined) return askModerator('no-course-page');
  try {
    const signed = await verifySigned(scene, given);
    if ('outcome' in signed) return signed.outcome;
    const { credential, issuer } = signed;
    if (hasEnded(credential, scene.now)) return notMatched('expired');
    const begun = credential['validFrom'] ?? credential['issuanceDate'];
    if (typeof begun === 'string' && Date.parse(begun) > scene.now.getTime()) return notMatched('unreadable');
    return (
      (await statusFault(scene, credential, issuer)) ?? judgeCredential(credential, issuer, document, facts)
    );
  } catch (error) {
    return faultOf(error);
  }
}

/** Whom a credential is about, and what for. */
export function judgeCredential(
  credential: JsonObject,
  issuer: string,
  document: string,
  facts: ProofFacts,
): ProofOutcome {
  const subjects = asList(credential['credentialSubject']).filter(isObject);
  if (subjects.length !== 1) return notMatched('unreadable');
  if (!isTellingName(facts.personName)) return askModerator('short-name');
  const { achievement, ...person } = subjects[0] ?? {};
  if (!textsIn(person).some((text) => namesPerson(wordsOf(text), facts.personName)))
    return notMatched('name');
  const said = [credential['name'], achievement ?? person].flatMap(textsIn);
  if (!said.some((text) => namesCourse(wordsOf(text), facts.courseTitle))) return notMatched('title');
  const id =
    typeof credential['id'] === 'string'
      ? credential['id']
      : createHash('sha256').update(document).digest('hex');
  return { state: 'proved', level: 'certificate', evidence: `credential:${issuer}:${id}` };
}

/** Every text in a value; first and last names that stand apart are read together too. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isObject(value)) return [];
  const { givenName, familyName } = value;
  const whole =
    typeof givenName === 'string' && typeof familyName === 'string' ? [`${givenName} ${familyName}`] : [];
  return [...whole, ...Object.values(value).flatMap(textsIn)];
}
