import type { SubjectClaim } from '../course-document/course-document.ts';
import { type Subject, subjects } from './subject-tree.ts';

type Scheme = Exclude<SubjectClaim['scheme'], 'label'>;

const codesOf: Readonly<Record<Scheme, (subject: Subject) => readonly string[]>> = {
  formacode: (subject) => subject.formacode,
  'isced-f': (subject) => subject.iscedF,
  nsf: (subject) => subject.nsf,
  rome: (subject) => subject.rome,
};

function prefixes(scheme: Scheme): ReadonlyMap<string, string> {
  return new Map(
    subjects.flatMap((subject) => codesOf[scheme](subject).map((code) => [code, subject.id] as const)),
  );
}

const byPrefix: Readonly<Record<Scheme, ReadonlyMap<string, string>>> = {
  formacode: prefixes('formacode'),
  'isced-f': prefixes('isced-f'),
  nsf: prefixes('nsf'),
  rome: prefixes('rome'),
};

/** ISCED-F is written "0613", "613", "061" or with trailing zeros for the broader levels ("0600"). */
function spelled(scheme: Scheme, code: string): string {
  const bare = code
    .trim()
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  if (scheme !== 'isced-f') return bare;
  const whole =
    /^[1-9]\d\d$/.test(bare) && bare.length === 3 && !byPrefix['isced-f'].has(bare) ? `0${bare}` : bare;
  return whole.length === 4 ? whole.replace(/00$/, '').replace(/(?<=\d{3})0$/, '') : whole;
}

/** The subject that an official code belongs to: of the longest prefix of the code that a subject claims. */
export function subjectOfCode(scheme: Scheme, code: string): string | undefined {
  const known = byPrefix[scheme];
  const written = spelled(scheme, code);
  for (let length = written.length; length > 0; length -= 1) {
    const subjectId = known.get(written.slice(0, length));
    if (subjectId !== undefined) return subjectId;
  }
  return undefined;
}
