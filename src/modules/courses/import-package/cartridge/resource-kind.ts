import { endingOf } from '../reading/package-files.ts';
import type { Resource } from './manifest.ts';

export type ResourceKind =
  | 'page'
  | 'file'
  | 'web-link'
  | 'discussion'
  | 'assessment'
  | 'question-bank'
  | 'question-item'
  | 'tool'
  | 'assignment'
  /** Read together with what it belongs to, or about the platform it comes from. */
  | 'settings'
  | 'variant'
  | 'unknown';

const byType: readonly (readonly [RegExp, ResourceKind])[] = [
  [/^imswl_|weblink/i, 'web-link'],
  [/^imsdt_|discussiontopic/i, 'discussion'],
  [/question-bank/i, 'question-bank'],
  [/^imsqti_(stimulus|rptemplate|outcomes|usagedata|metadata|section|resprocessing)/i, 'settings'],
  [/^(imsqti_item|apip_item|imsqti_apipitem)/i, 'question-item'],
  [/^(imsqti|apip)/i, 'assessment'],
  [/^ims(basic)?lti/i, 'tool'],
  [/^assignment_|imscc_extensions\/assignment/i, 'assignment'],
];
const pages = new Set(['html', 'htm', 'xhtml']);

/** What a resource is, by its type and, where the type says little, by its files. */
export function kindOf(resource: Resource): ResourceKind {
  if (resource.variantOf !== undefined) return 'variant';
  if (/^https?:/i.test(resource.href ?? '')) return 'web-link';
  const kind = byType.find(([type]) => type.test(resource.type))?.[1];
  if (kind !== undefined) return kind;
  const byFiles = kindByFiles(resource);
  if (byFiles !== undefined) return byFiles;
  const first = resource.href ?? resource.files[0];
  // Brightspace's own documents beside the standard
  if (first === undefined || /_d2l(_\d+)?\.xml$/i.test(first)) return 'unknown';
  if (/^associatedcontent|learning-application-resource/i.test(resource.type) && endingOf(first) === 'xml')
    return 'unknown';
  return pages.has(endingOf(first)) ? 'page' : 'file';
}

/** Canvas keeps its own things in resources without a type of their own. */
function kindByFiles({ files, intendedUse, href = '' }: Resource): ResourceKind | undefined {
  if (intendedUse === 'syllabus' || /(^|\/)syllabus\.html$/.test(href)) return 'page';
  if (files.some((file) => file.endsWith('assignment_settings.xml'))) return 'assignment';
  if (files.some((file) => file.endsWith('assessment_meta.xml'))) return 'settings';
  if (files.some((file) => /non_cc_assessments\/[^/]+\.xml\.qti$/.test(file))) return 'question-bank';
  const canvas = /^(course_settings|lti_resource_links|external_content|blueprint)\//;
  return files.length > 0 && files.every((file) => canvas.test(file)) ? 'settings' : undefined;
}
