import type { Translation } from '../../course-document/course-document.ts';
import { readLanguage } from '../../course-document/languages.ts';
import type { RecordReader } from '../record-reader.ts';
import { present } from '../record-reader.ts';
import { childrenOf } from '../xml-elements.ts';
import type { XmlElement } from '../xml-elements.ts';

export interface ElmText {
  readonly text: string;
  /** BCP 47 tag of its language attribute, where that names one. */
  readonly tag?: string;
}

/** The texts of all children of that name, each in its language; blank ones are left out. */
export function textsIn(element: XmlElement | undefined, name: string): readonly ElmText[] {
  if (!element) return [];
  return childrenOf(element, name).flatMap((child) => {
    if (child.text === '') return [];
    const tag = readLanguage(child.attributes['language'] ?? child.attributes['lang'] ?? '');
    return [{ text: child.text, ...(tag === undefined ? {} : { tag }) }];
  });
}

/** The first of several sources that says anything. */
export function firstTexts(...sources: readonly (readonly ElmText[])[]): readonly ElmText[] {
  return sources.find((texts) => texts.length > 0) ?? [];
}

/** The text in the first of the wanted languages that there is, else the first text. */
export function chosen(texts: readonly ElmText[], wanted: readonly string[]): ElmText | undefined {
  for (const tag of wanted) {
    const found = texts.find((one) => one.tag === tag);
    if (found) return found;
  }
  return texts[0];
}

/** A note ({noteLiteral: text}) in the wanted language. */
export function noteText(
  element: XmlElement | undefined,
  name: string,
  wanted: readonly string[],
): string | undefined {
  if (!element) return undefined;
  const texts = childrenOf(element, name).flatMap((note) => textsIn(note, 'noteLiteral'));
  return chosen(texts, wanted)?.text;
}

/**
 * Titles and descriptions in further languages. The main title is among them too when its language is not the
 * one that the course is taught in, since nothing else would tell in which language it is.
 */
export function translationsOf(
  r: RecordReader,
  titles: readonly ElmText[],
  descriptions: readonly ElmText[],
  main: { readonly title: ElmText | undefined; readonly taughtIn: string | undefined },
): Readonly<Record<string, Translation>> | undefined {
  const translations: Record<string, Translation> = {};
  for (const title of titles) {
    if (title.tag === undefined || title.tag in translations) continue;
    if (title === main.title && (main.taughtIn === undefined || main.taughtIn === title.tag)) continue;
    const text = r.title(title.text, `translations.${title.tag}.title`);
    if (text === undefined) continue;
    const description = descriptions.find((one) => one.tag === title.tag)?.text;
    translations[title.tag] = present<Translation>({
      title: text,
      description: r.text(`translations.${title.tag}.description`, description),
    });
  }
  return Object.keys(translations).length > 0 ? translations : undefined;
}
