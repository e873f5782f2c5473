import type { Translation } from '../../course-document/course-document.ts';
import { readLanguage } from '../../course-document/languages.ts';
import type { RecordReader } from '../record-reader.ts';
import { present } from '../record-reader.ts';
import { textsOf } from './linked-node.ts';
import type { LinkedNode, LinkedText } from './linked-node.ts';

export interface CourseTexts {
  readonly title: string | undefined;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly translations: Readonly<Record<string, Translation>> | undefined;
}

/** Title, summary and description in the main language, and what is said in others. */
export function textsOfCourse(
  r: RecordReader,
  node: LinkedNode,
  mainLanguage: string | undefined,
): CourseTexts {
  const names = textsOf(node, 'name', 'headline', 'alternateName');
  const main = names.length > 1 ? mainTagOf(names, mainLanguage) : mainLanguage;
  const summaries = textsOf(node, 'abstract', 'disambiguatingDescription');
  const descriptions = textsOf(node, 'description');
  return {
    title: r.title(inLanguage(names, main)),
    summary: r.summary(inLanguage(summaries, main)),
    description: r.text('description', inLanguage(descriptions, main)),
    translations: translationsOf(r, { names, summaries, descriptions }, main),
  };
}

function mainTagOf(names: readonly LinkedText[], wanted: string | undefined): string | undefined {
  const tags = names.flatMap((one) => tagOf(one) ?? []);
  return wanted !== undefined && tags.includes(wanted) ? wanted : tags[0];
}

const tagOf = (text: LinkedText): string | undefined =>
  text.language === undefined ? undefined : readLanguage(text.language);

/** The text in that language, else one that names no language, else the first. */
function inLanguage(texts: readonly LinkedText[], tag: string | undefined): string | undefined {
  const exact = texts.find((one) => tag !== undefined && tagOf(one) === tag);
  return (exact ?? texts.find((one) => one.language === undefined) ?? texts[0])?.text;
}

interface Texts {
  readonly names: readonly LinkedText[];
  readonly summaries: readonly LinkedText[];
  readonly descriptions: readonly LinkedText[];
}

function translationsOf(
  r: RecordReader,
  texts: Texts,
  main: string | undefined,
): Readonly<Record<string, Translation>> | undefined {
  const translations: Record<string, Translation> = {};
  for (const name of texts.names) {
    const tag = tagOf(name);
    if (tag === undefined || tag === main || tag in translations) continue;
    const title = r.title(name.text, `translations.${tag}.title`);
    if (title === undefined) continue;
    const said = (of: readonly LinkedText[]) => of.find((one) => tagOf(one) === tag)?.text;
    translations[tag] = present<Translation>({
      title,
      summary: r.summary(said(texts.summaries), `translations.${tag}.summary`),
      description: r.text(`translations.${tag}.description`, said(texts.descriptions)),
    });
  }
  return Object.keys(translations).length > 0 ? translations : undefined;
}
