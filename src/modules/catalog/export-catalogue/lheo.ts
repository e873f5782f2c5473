import type { ProviderClaim, SubjectClaim } from '../course-document/course-document.ts';
import type { ExportCourse } from './export-course.ts';
import { lheoActions } from './lheo-action.ts';
import { lheoAddress, lheoText } from './lheo-values.ts';
import { xmlElement } from '../../../platform/xml/xml-text.ts';

export interface LheoOptions {
  /** Version of the FORMACODE that the codes are of; the standard wants it said. Default V14. */
  readonly formacodeVersion?: string;
}

/**
 * The catalogue as LHEO 2.3 (lheo.gouv.fr/2.3, media type application/xml), element by element as its definition
 * orders them, with its lengths and code lists. What the standard obliges one to say and nobody stated is "-", a
 * number of zeros, or a period of unknown days. An empty catalogue gives an <offres> without formation, which the
 * definition does not foresee.
 *
 * Not carried: level (the standard knows the level of entry, not of difficulty), kind, certificates other than a
 * diploma or none (certifiante), costs other than access in euros, subtitles, translations, all but two letters and five
 * of the languages, all providers but the first with its country and logo, instructors, subjects as words, skills, courses
 * among the prerequisites without a key, texts beyond 3000 characters, titles beyond 255, a syllabus as a list where
 * there is a description (it follows that as words), fractions of total hours, what a run declares beyond open,
 * closed and suspended, instants, zones, titles and languages of runs, pictures, films, licence, rating, enrolled people.
 */
export async function* exportLheo(
  courses: AsyncIterable<ExportCourse>,
  options: LheoOptions = {},
): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<lheo xmlns="http://lheo.gouv.fr/2.3">\n<offres>\n';
  const version = options.formacodeVersion ?? 'V14';
  for await (const course of courses) yield `${formation(course, version)}\n`;
  yield '</offres>\n</lheo>\n';
}

/** Elements in the order of the definition of `formation`. */
function formation(course: ExportCourse, version: string): string {
  const provider = course.providers?.[0] ?? { name: course.platform.name };
  const before = course.prerequisites?.courses?.flatMap((one) => one.key ?? []) ?? [];
  return xmlElement(
    'formation',
    [
      domain(course.subjects, version),
      lheoText('intitule-formation', course.title, 255),
      lheoText('objectif-formation', course.summary, 3000),
      lheoText('resultats-attendus', course.outcomes?.map((line) => `- ${line}`).join('\n'), 3000),
      lheoText('contenu-formation', contentOf(course), 3000),
      xmlElement('certifiante', course.certificate === 'diploma' ? '1' : '0'),
      xmlElement('contact-formation', [coordinates(course.url ?? course.pageUrl)]),
      xmlElement('parcours-de-formation', pathOf(course)),
      xmlElement('code-niveau-entree', course.prerequisites?.nothing ? '1' : '0'),
      ...addressOf(course),
      ...lheoActions(course, version),
      responsible(provider),
      ...(before.length === 0
        ? []
        : [
            xmlElement(
              'modules-prerequis',
              before.map((key) => xmlElement('reference-module', key)),
            ),
          ]),
      xmlElement(
        'extras',
        [
          xmlElement('extra', course.pageUrl, { info: 'page' }),
          xmlElement('extra', course.platform.name, { info: 'plateforme' }),
        ],
        { info: 'passerelle' },
      ),
    ],
    { numero: course.id, 'horodatage-modification': course.updatedAt },
  );
}

/** At most five codes of FORMACODE, three of NSF and five of ROME, the main one first. */
function domain(subjects: readonly SubjectClaim[] | undefined, version: string): string {
  const codes = (scheme: SubjectClaim['scheme'], form: RegExp, most: number) =>
    [
      ...new Set(
        (subjects ?? []).flatMap((one) =>
          one.scheme === scheme && one.code && form.test(one.code) ? [one.code] : [],
        ),
      ),
    ].slice(0, most);
  return xmlElement('domaine-formation', [
    ...codes('formacode', /^\d{5}$/, 5).map((code) => xmlElement('code-FORMACODE', code, { ref: version })),
    ...codes('nsf', /^\d{3}$/, 3).map((code) => xmlElement('code-NSF', code)),
    ...codes('rome', /^[A-Z]\d{4}$/, 5).map((code) => xmlElement('code-ROME', code)),
  ]);
}

/** The description; after it, or alone, the programme: alone as a list, else as numbered lines of its text. */
function contentOf(course: ExportCourse): string | undefined {
  const { description, syllabus } = course;
  if (!syllabus) return description;
  if (description === undefined) return syllabus.map((entry) => `- ${entry}`).join('\n');
  return `${description}\n\n${syllabus.map((entry, index) => `${index + 1}. ${entry}`).join('\n')}`;
}

/** parcours-de-formation: 1 in a group, 2 each for oneself, 4 both. */
function pathOf(course: ExportCourse): string {
  const pacings = new Set(course.runs?.map((run) => run.pacing));
  if (pacings.size === 2) return '4';
  return pacings.has('self') ? '2' : '1';
}

function addressOf(course: ExportCourse): readonly string[] {
  const own = lheoAddress('url-formation', course.url);
  return own.length > 0 ? own : lheoAddress('url-formation', course.pageUrl);
}

function coordinates(address: string | undefined): string {
  return xmlElement('coordonnees', lheoAddress('web', address));
}

/** French bodies have a number of activity and a SIRET; others are written with zeros. */
function responsible(provider: ProviderClaim): string {
  const siret = provider.key && /^\d{14}$/.test(provider.key) ? provider.key : '0'.repeat(14);
  return xmlElement('organisme-formation-responsable', [
    xmlElement('numero-activite', '0'.repeat(11)),
    xmlElement('SIRET-organisme-formation', [xmlElement('SIRET', siret)]),
    lheoText('nom-organisme', provider.name, 250),
    lheoText('raison-sociale', provider.name, 250),
    xmlElement('coordonnees-organisme', [coordinates(provider.url)]),
    xmlElement('contact-organisme', [coordinates(provider.url)]),
  ]);
}
