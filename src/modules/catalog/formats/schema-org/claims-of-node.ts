import type {
  PlatformRating,
  PrerequisiteClaim,
  SkillClaim,
  SubjectClaim,
} from '../../course-document/course-document.ts';
import { plainText } from '../../course-document/plain-text.ts';
import { readPrerequisites } from '../../course-document/prerequisites.ts';
import type { RecordReader } from '../record-reader.ts';
import { present } from '../record-reader.ts';
import { addressOf, firstText, hasType, isNode, nodesOf, textsOf, valuesOf } from './linked-node.ts';
import type { LinkedNode } from './linked-node.ts';

const mostSubjects = 30;

/** What it is about: defined terms with their code list where it is one of ours, words and keywords as labels. */
export function subjectsOf(r: RecordReader, course: LinkedNode): readonly SubjectClaim[] {
  const claims: SubjectClaim[] = [];
  for (const value of valuesOf(
    course,
    'about',
    'occupationalCategory',
    'educationalAlignment',
    'articleSection',
  )) {
    claims.push(...(isNode(value) ? termSubject(r, value) : wordSubjects(r, value.text)));
  }
  claims.push(...textsOf(course, 'keywords').flatMap((one) => wordSubjects(r, one.text)));
  const seen = new Set<string>();
  const key = (one: SubjectClaim) => `${one.scheme} ${one.code ?? ''} ${(one.label ?? '').toLowerCase()}`;
  return claims.filter((one) => !seen.has(key(one)) && seen.add(key(one))).slice(0, mostSubjects);
}

function termSubject(r: RecordReader, term: LinkedNode): readonly SubjectClaim[] {
  const set = `${firstText(term, 'inDefinedTermSet', 'educationalFramework') ?? addressOf(term, 'inDefinedTermSet') ?? ''} ${addressOf(term, 'targetUrl', 'url') ?? term.id ?? ''}`;
  const code = firstText(term, 'termCode', 'identifier', 'codeValue');
  const label = r.name('subjects', firstText(term, 'name', 'targetName'));
  const scheme = /isced/i.test(set)
    ? 'isced-f'
    : /formacode/i.test(set)
      ? 'formacode'
      : /\brome\b/i.test(set)
        ? 'rome'
        : 'label';
  if (scheme === 'label' || code === undefined)
    return label === undefined ? [] : [{ scheme: 'label', label }];
  return [present<SubjectClaim>({ scheme, code, label })];
}

function wordSubjects(r: RecordReader, text: string): readonly SubjectClaim[] {
  if (/^https?:\/\//.test(text)) return [];
  return text.split(/\s*[,;|]\s*/).flatMap((word): SubjectClaim[] => {
    if (/^[A-N]\d{4}$/.test(word)) return [{ scheme: 'rome', code: word }];
    const label = word.length > 80 ? undefined : r.name('subjects', word);
    return label === undefined ? [] : [{ scheme: 'label', label }];
  });
}

/** Defined terms are skills (ESCO where their address says so); whole sentences are outcomes. */
export function skillsOf(r: RecordReader, course: LinkedNode): readonly SkillClaim[] {
  return nodesOf(course, 'teaches', 'assesses', 'skills').flatMap((term): SkillClaim[] => {
    const label = r.name('skills', firstText(term, 'name', 'targetName'));
    if (label === undefined) return [];
    const address = [term.id, addressOf(term, 'url', 'targetUrl', 'sameAs'), firstText(term, 'termCode')];
    const esco = address.find((one) => one?.includes('data.europa.eu/esco/skill/'));
    return esco === undefined ? [{ label }] : [{ label, scheme: 'esco', code: esco }];
  });
}

export function outcomesOf(r: RecordReader, course: LinkedNode): readonly string[] | undefined {
  const said = valuesOf(course, 'teaches', 'educationalUse', 'learningOutcome').flatMap((one) =>
    isNode(one) ? [] : [one.text],
  );
  const [only] = said;
  return r.lines('outcomes', said.length === 1 ? only : said);
}

/** Sections in the order of their position, where they have one. */
export function syllabusOf(r: RecordReader, course: LinkedNode): readonly string[] | undefined {
  const sections = valuesOf(course, 'syllabusSections', 'hasPart');
  const positioned = sections
    .map((value, index) => ({
      value,
      at: isNode(value) ? Number(firstText(value, 'position') ?? index) : index,
    }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ value }) => (isNode(value) ? firstText(value, 'name', 'headline', 'description') : value.text));
  return r.lines(
    'syllabus',
    positioned.filter((text) => text !== undefined),
  );
}

type CourseBefore = NonNullable<PrerequisiteClaim['courses']>[number];

export function prerequisitesOf(r: RecordReader, course: LinkedNode): PrerequisiteClaim | undefined {
  const values = valuesOf(course, 'coursePrerequisites', 'competencyRequired');
  const courses = values.filter(isNode).filter((node) => hasType(node, 'Course'));
  const texts = values.flatMap((value) => {
    if (!isNode(value)) return [plainText(value.text)];
    if (hasType(value, 'Course')) return [];
    const text = firstText(value, 'targetName', 'name', 'targetDescription', 'description');
    return text === undefined ? [] : [plainText(text)];
  });
  const said = readPrerequisites(texts.join('\n\n'));
  if (courses.length === 0) return said;
  return {
    ...(said?.text === undefined ? {} : { text: said.text }),
    courses: courses.map((node, index) => {
      const field = `prerequisites.courses[${index}]`;
      return present<CourseBefore>({
        url: r.link(`${field}.url`, addressOf(node, 'url') ?? node.id),
        title: r.title(firstText(node, 'name'), `${field}.title`),
      });
    }),
  };
}

/** The platform's mark on a scale from 1 to 5, whatever scale it was given on. */
export function ratingOf(r: RecordReader, course: LinkedNode): PlatformRating | undefined {
  const node = nodesOf(course, 'aggregateRating')[0];
  if (!node) return undefined;
  const figure = (...names: readonly string[]) =>
    r.number('rating', firstText(node, ...names)?.replace(',', '.'));
  const value = figure('ratingValue');
  const count = figure('ratingCount', 'reviewCount');
  const best = figure('bestRating') ?? 5;
  const worst = figure('worstRating') ?? 1;
  if (value === undefined || count === undefined || count === 0) return undefined;
  if (best <= worst || value < worst || value > best) {
    return r.note('rating', `${value} is not between ${worst} and ${best}`);
  }
  return {
    mean: Math.round((1 + (4 * (value - worst)) / (best - worst)) * 100) / 100,
    count: Math.round(count),
  };
}
