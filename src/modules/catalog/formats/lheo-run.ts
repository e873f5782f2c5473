import type { RunClaim, RunDay } from '../course-document/course-document.ts';
import { type LheoElement, elementsAt, textAt, textsAt } from './lheo-tree.ts';
import { present, type RecordReader } from './record-reader.ts';

/** An address with or without its "http://", which the standard does not ask for. */
export function lheoLink(reader: RecordReader, field: string, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const bare = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]|$)/u.test(text) && !/^https?:/i.test(text);
  return reader.link(field, bare ? `http://${text}` : text);
}

/** AAAAMMJJ; AAAAMM00 is a month, AAAA0000 a year only, 00000000 and 99999999 nothing. */
function lheoDay(reader: RecordReader, field: string, text: string | undefined): RunDay | undefined {
  const digits = text?.replace(/[-/.\s]/g, '') ?? '';
  if (/^(?!0000)\d{4}0000$/.test(digits)) return reader.note(field, `only a year: "${text}"`);
  if (/^\d{6}00$/.test(digits) && digits !== '00000000') {
    return reader.day(field, `${digits.slice(0, 4)}-${digits.slice(4, 6)}`);
  }
  return reader.day(field, /^\d{8}$/.test(digits) && /^\d{4}/.test(text ?? '') ? digits : text);
}

const recruiting: Readonly<Record<string, NonNullable<RunClaim['declared']>>> = {
  '1': 'open',
  '2': 'closed',
  '3': 'closed', // Suspended: nobody can enrol for now.
};

function declared(reader: RecordReader, path: string, session: LheoElement): RunClaim['declared'] {
  const code = textAt(session, 'etat-recrutement');
  if (code === undefined) return undefined;
  return recruiting[code] ?? reader.note(`${path}.declared`, `not a code of etat-recrutement: "${code}"`);
}

/** The town where it takes place, which is how sessions of one training differ for people. */
function place(reader: RecordReader, path: string, action: LheoElement): string | undefined {
  const towns = textsAt(action, 'lieu-de-formation', 'coordonnees', 'adresse', 'ville');
  return reader.name(`${path}.title`, [...new Set(towns)].join(', '));
}

function readSession(
  reader: RecordReader,
  action: LheoElement,
  session: LheoElement,
  index: number,
): RunClaim {
  const path = `runs[${index}]`;
  const day = (name: string, ...at: readonly string[]) =>
    lheoDay(reader, `${path}.${name}`, textAt(session, ...at));
  const start = day('start', 'periode', 'debut');
  const languages = textsAt(action, 'langue-formation');
  return present<RunClaim>({
    key: session.numero ?? action.numero ?? start?.on ?? String(index + 1),
    pacing: textAt(action, 'modalites-entrees-sorties') === '1' ? 'self' : 'scheduled',
    title: place(reader, path, action),
    url:
      lheoLink(reader, `${path}.url`, textAt(session, 'url-session', 'urlweb')) ??
      lheoLink(reader, `${path}.url`, textAt(action, 'url-action', 'urlweb')),
    language: languages.length === 1 ? reader.language(`${path}.language`, languages[0]) : undefined,
    start,
    end: day('end', 'periode', 'fin'),
    enrolmentStart: day('enrolmentStart', 'periode-inscription', 'periode', 'debut'),
    enrolmentEnd: day('enrolmentEnd', 'periode-inscription', 'periode', 'fin'),
    declared: declared(reader, path, session),
  });
}

/** Keys are numbers that the source gave; where it gave one twice, a counter keeps them apart. */
function withOwnKeys(runs: readonly RunClaim[]): readonly RunClaim[] {
  const seen = new Map<string, number>();
  return runs.map((run) => {
    const times = (seen.get(run.key) ?? 0) + 1;
    seen.set(run.key, times);
    return times === 1 ? run : { ...run, key: `${run.key}-${times}` };
  });
}

/** Every session of every action as a run. */
export function readLheoRuns(reader: RecordReader, formation: LheoElement): readonly RunClaim[] {
  const sessions = elementsAt(formation, 'action').flatMap((action) =>
    elementsAt(action, 'session').map((session) => ({ action, session })),
  );
  return withOwnKeys(
    sessions.map(({ action, session }, index) => readSession(reader, action, session, index)),
  );
}
