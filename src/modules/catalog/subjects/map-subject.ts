import type { SubjectClaim } from '../course-document/course-document.ts';
import { subjectOfCode } from './subject-codes.ts';
import { foldSubjectText } from './subject-fold.ts';
import { subjectLabels } from './subject-labels.ts';
import { subjectLanguages, subjectName } from './subject-names.ts';
import { type PhraseMatch, phrasesIn } from './subject-phrases.ts';
import { subjects } from './subject-tree.ts';

export interface MappedSubject {
  readonly subjectId: string;
  /** What the subject was read from: 'formacode 31088', 'label "Computer Science"', 'title "python"'. */
  readonly from: string;
}

/** A course has no more subjects than this; what the source named first stays. */
const mostSubjects = 6;

/** The top subject of any subject. */
export const topOf = (subjectId: string): string => subjectId.split('.', 1)[0] ?? subjectId;

const isTop = (subjectId: string): boolean => !subjectId.includes('.');

/** Names of our own subjects and the fixed lists of platforms, folded. */
const exactLabels: ReadonlyMap<string, readonly string[]> = (() => {
  const known = new Map<string, readonly string[]>();
  for (const [label, ids] of Object.entries(subjectLabels)) known.set(foldSubjectText(label), ids);
  for (const { id } of subjects) {
    for (const language of subjectLanguages) {
      const name = foldSubjectText(subjectName(id, language));
      if (!known.has(name)) known.set(name, [id]);
    }
  }
  return known;
})();

/** The subjects that phrases tell: the specific ones of each top rather than the top itself. */
function specificOnes(matches: readonly PhraseMatch[]): readonly PhraseMatch[] {
  const specific = new Set(matches.filter((one) => !isTop(one.subjectId)).map((one) => topOf(one.subjectId)));
  return matches.filter((one) => !isTop(one.subjectId) || !specific.has(one.subjectId));
}

/** In a title the longest phrase tells most: "machine learning" more than "music". */
const longestFirst = (matches: readonly PhraseMatch[]): readonly PhraseMatch[] =>
  matches.toSorted((one, other) => other.phrase.length - one.phrase.length || one.at - other.at);

/** A label names one subject, or two where its words name two ("Physics and chemistry"). */
function fromWords(label: string): readonly string[] {
  return [...new Set(specificOnes(phrasesIn(label)).map((match) => match.subjectId))].slice(0, 2);
}

const remembered = new Map<string, readonly string[]>();
/** Labels come back in every record of a feed; a feed of endless different ones must not fill the memory. */
const mostRemembered = 5_000;

/** The subjects that a free label stands for; none when its words say nothing. */
export function subjectsOfLabel(label: string): readonly string[] {
  const known = remembered.get(label);
  if (known) return known;
  const ids = exactLabels.get(foldSubjectText(label)) ?? fromWords(label);
  if (remembered.size < mostRemembered) remembered.set(label, ids);
  return ids;
}

/** Code lists whose classes are wide: they only count where nothing else speaks of the same top subject. */
const isCoarse = (claim: SubjectClaim): boolean => claim.scheme === 'isced-f' || claim.scheme === 'nsf';

function fromClaims(claims: readonly SubjectClaim[]): readonly MappedSubject[] {
  const precise = claims.filter((claim) => !isCoarse(claim)).flatMap(fromClaim);
  const told = new Set(precise.filter((one) => !isTop(one.subjectId)).map((one) => topOf(one.subjectId)));
  const coarse = claims.filter(isCoarse).flatMap(fromClaim);
  return [...precise, ...coarse.filter((one) => !told.has(topOf(one.subjectId)))];
}

function fromClaim(claim: SubjectClaim): readonly MappedSubject[] {
  if (claim.scheme !== 'label') {
    const subjectId = claim.code === undefined ? undefined : subjectOfCode(claim.scheme, claim.code);
    if (subjectId !== undefined) return [{ subjectId, from: `${claim.scheme} ${claim.code}` }];
  }
  if (claim.label === undefined) return [];
  return subjectsOfLabel(claim.label).map((subjectId) => ({ subjectId, from: `label "${claim.label}"` }));
}

/** A phrase of the title this long tells a subject even where the claims only name another, wide one. */
const tellingPhrase = 10;

const asMapped = ({ subjectId, phrase }: PhraseMatch): MappedSubject => ({
  subjectId,
  from: `title "${phrase}"`,
});

/** Tops that the claims only named as such, with nothing below. */
function openTops(claimed: readonly MappedSubject[]): ReadonlySet<string> {
  const open = new Set(claimed.map((one) => one.subjectId).filter(isTop));
  for (const { subjectId } of claimed) if (!isTop(subjectId)) open.delete(topOf(subjectId));
  return open;
}

/**
 * What the title adds: subjects where the claims named none; else subjects below each wide one that they named, or
 * beside it the one that a long phrase tells.
 */
function fromTitle(claimed: readonly MappedSubject[], title: string): readonly MappedSubject[] {
  const open = openTops(claimed);
  if (claimed.length > 0 && open.size === 0) return [];
  const matches = longestFirst(specificOnes(phrasesIn(title)));
  if (claimed.length === 0) return matches.slice(0, 2).map(asMapped);
  const below = matches.filter((one) => !isTop(one.subjectId) && open.has(topOf(one.subjectId)));
  if (below.length > 0) return below.slice(0, 2).map(asMapped);
  const beside = matches.find((one) => !isTop(one.subjectId) && one.phrase.length >= tellingPhrase);
  return beside ? [asMapped(beside)] : [];
}

/**
 * Our subjects of a course, the surest first, each once: from the codes and labels that its source claims, made more
 * precise (or, where there is no usable claim, found) by the words of its title. A top subject is left out where one
 * below it is there. Empty when nothing tells.
 */
export function mapSubjects(claims: readonly SubjectClaim[], title: string): readonly MappedSubject[] {
  const claimed = fromClaims(claims);
  const all = new Map<string, MappedSubject>();
  for (const one of [...claimed, ...fromTitle(claimed, title)]) {
    if (!all.has(one.subjectId)) all.set(one.subjectId, one);
  }
  const below = new Set([...all.keys()].filter((id) => !isTop(id)).map(topOf));
  return [...all.values()]
    .filter(({ subjectId }) => !isTop(subjectId) || !below.has(subjectId))
    .slice(0, mostSubjects);
}
