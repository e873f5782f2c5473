import type { PrerequisiteClaim, SkillClaim, SubjectClaim } from '../../course-document/course-document.ts';
import { readLanguage } from '../../course-document/languages.ts';
import { firstOf, isObject, listOf, objectsOf, textOf } from '../raw-value.ts';
import type { RawObject } from '../raw-value.ts';
import type { RecordReader } from '../record-reader.ts';
import { present } from '../record-reader.ts';

/** [{inLanguage: 'en', name: 'Computer use'}, ...]: the name in the course's language, else the first. */
function namedIn(value: unknown, language: string | undefined): string | undefined {
  const names = listOf(value);
  const own = objectsOf(names).find((one) => {
    const tag = textOf(one['inLanguage']);
    return language !== undefined && tag !== undefined && readLanguage(tag) === language;
  });
  const chosen = own ?? names[0];
  return textOf(isObject(chosen) ? chosen['name'] : chosen);
}

/** Fields of study by their code list where it is ISCED-F, others and keywords as words. */
export function moochubAlignments(
  r: RecordReader,
  a: RawObject,
  language: string | undefined,
): readonly SubjectClaim[] {
  const aligned = objectsOf(a['educationalAlignment']).flatMap((one, index): SubjectClaim[] => {
    const label = r.name(`subjects[${index}]`, namedIn(one['name'], language));
    const code = textOf(one['shortCode']);
    if (code !== undefined && /isced/i.test(textOf(one['educationalFramework']) ?? '')) {
      return [present<SubjectClaim>({ scheme: 'isced-f', code, label: label === code ? undefined : label })];
    }
    return label === undefined ? [] : [{ scheme: 'label', label }];
  });
  const words = listOf(firstOf(a, 'keywords', 'categories')).flatMap((word): SubjectClaim[] => {
    const label = r.name('subjects', word);
    return label === undefined ? [] : [{ scheme: 'label', label }];
  });
  const known = new Set(aligned.map((one) => one.label));
  return [...aligned, ...words.filter((one) => !known.has(one.label) && known.add(one.label))];
}

export function moochubSkills(
  r: RecordReader,
  a: RawObject,
  language: string | undefined,
): readonly SkillClaim[] {
  return objectsOf(a['teaches']).flatMap((one, index): SkillClaim[] => {
    const label = r.name(`skills[${index}]`, namedIn(one['name'], language));
    if (label === undefined) return [];
    const code = textOf(firstOf(one, 'targetUrl', 'shortCode'));
    const isEsco = /^esco$/i.test(textOf(one['educationalFramework']) ?? '');
    return [isEsco && code !== undefined ? { label, scheme: 'esco', code } : { label }];
  });
}

/** Competencies required: other courses by their address, skills by their name. */
export function moochubPrerequisites(
  r: RecordReader,
  a: RawObject,
  language: string | undefined,
): PrerequisiteClaim | undefined {
  const required = objectsOf(a['competencyRequired']);
  const isCourse = (one: RawObject) => /^course_id$/i.test(textOf(one['educationalFramework']) ?? '');
  const courses = required.filter(isCourse).flatMap((one, index) => {
    const claim = present<NonNullable<PrerequisiteClaim['courses']>[number]>({
      url: r.link(`prerequisites.courses[${index}].url`, one['targetUrl']),
      title: r.title(namedIn(one['name'], language), `prerequisites.courses[${index}].title`),
    });
    return Object.keys(claim).length > 0 ? [claim] : [];
  });
  const names = required
    .filter((one) => !isCourse(one))
    .flatMap((one) => namedIn(one['name'], language) ?? []);
  const text = r.text('prerequisites.text', names.map((name) => `- ${name}`).join('\n'));
  return present<PrerequisiteClaim>({ text, courses });
}
