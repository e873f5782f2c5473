import type { CostLine, RunClaim } from '../course-document/course-document.ts';
import { majorUnits } from './amounts.ts';
import type { ExportCourse } from './export-course.ts';
import {
  lheoAddress,
  lheoDuration,
  lheoPeriod,
  lheoRecruiting,
  lheoRhythm,
  lheoText,
  nothingToSay,
  optionalText,
} from './lheo-values.ts';
import { xmlElement } from '../../../platform/xml/xml-text.ts';

/** FORMACODE 80056, "tout public". */
const everybody = '80056';
const teachingModes = { 'on-site': '0', blended: '1', online: '2' } as const;

/**
 * The actions of a course: one for the runs at fixed days and one for those at one's own pace, since the standard says
 * this of the action. A course without runs has one session of unknown days, as the standard wants at least one.
 */
export function lheoActions(course: ExportCourse, formacodeVersion: string): readonly string[] {
  const runs = course.runs ?? [{ key: '1', pacing: 'scheduled' }];
  const pacings = [...new Set(runs.map((run) => run.pacing))];
  return pacings.map((pacing) =>
    action(
      course,
      pacing,
      runs.filter((run) => run.pacing === pacing),
      formacodeVersion,
    ),
  );
}

/** Elements in the order of the definition of `action`. */
function action(
  course: ExportCourse,
  pacing: RunClaim['pacing'],
  runs: readonly RunClaim[],
  formacodeVersion: string,
): string {
  const hours = Math.round(course.effort?.totalHours ?? 0);
  return xmlElement('action', [
    lheoText('rythme-formation', lheoRhythm(pacing, course.effort), 3000),
    xmlElement('code-public-vise', everybody, { ref: formacodeVersion }),
    xmlElement('niveau-entree-obligatoire', '0'),
    lheoText('modalites-alternance', nothingToSay, 3000),
    xmlElement('modalites-enseignement', teachingModes[course.format ?? 'online']),
    lheoText('conditions-specifiques', conditions(course), 3000),
    xmlElement('prise-en-charge-frais-possible', '0'),
    xmlElement('modalites-entrees-sorties', pacing === 'self' ? '1' : '0'),
    ...runs.map(session),
    ...languages(course).map((code) => xmlElement('langue-formation', code)),
    xmlElement('code-perimetre-recrutement', '6'),
    ...priceOf(course.costs),
    ...optionalText('duree-indicative', lheoDuration(course.effort), 150),
    ...(hours === 0 ? [] : [xmlElement('nombre-heures-total', String(hours))]),
  ]);
}

/** Elements in the order of the definition of `session`. */
function session(run: RunClaim): string {
  const recruiting = lheoRecruiting(run.declared);
  const hasEnrolment = run.enrolmentStart !== undefined || run.enrolmentEnd !== undefined;
  return xmlElement(
    'session',
    [
      lheoPeriod(run.start, run.end),
      enrolmentAddress,
      ...(hasEnrolment
        ? [xmlElement('periode-inscription', [lheoPeriod(run.enrolmentStart, run.enrolmentEnd)])]
        : []),
      ...(recruiting === undefined ? [] : [xmlElement('etat-recrutement', recruiting)]),
      ...lheoAddress('url-session', run.url),
    ],
    { numero: run.key },
  );
}

/** One enrols on the web; the standard wants a postal address all the same. */
const enrolmentAddress = xmlElement('adresse-inscription', [
  xmlElement('adresse', [
    xmlElement('ligne', 'Inscription en ligne'),
    xmlElement('codepostal', '00000'),
    xmlElement('ville', nothingToSay),
  ]),
]);

/** "aucune" is the standard's own word for: nothing is asked. */
function conditions(course: ExportCourse): string | undefined {
  return course.prerequisites?.nothing ? 'aucune' : course.prerequisites?.text;
}

/** Two letters each (ISO 639-1); languages that have no such code cannot be said. */
function languages(course: ExportCourse): readonly string[] {
  const codes = (course.languages ?? [])
    .map((tag) => tag.split('-')[0] ?? '')
    .filter((code) => code.length === 2);
  return [...new Set(codes)].slice(0, 5);
}

/** The price of access in euros; the standard knows no other currency and no subscription. */
function priceOf(costs: readonly CostLine[] | undefined): readonly string[] {
  const line = costs?.find((one) => one.kind === 'access' && one.currency === 'EUR');
  const written = line && majorUnits(line);
  return written === undefined || written.length > 10 ? [] : [xmlElement('prix-total-TTC', written)];
}
