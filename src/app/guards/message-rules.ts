import sameInEnglish from './same-in-english.json' with { type: 'json' };
import type { SourceFile, Violation } from './source-file.ts';

/** The plural forms that each language of the interface needs; a browser's own tables allow more for some. */
export const pluralForms: Record<string, string[]> = {
  fr: ['one', 'other'],
  en: ['one', 'other'],
  es: ['one', 'other'],
  pt: ['one', 'other'],
  ru: ['one', 'few', 'many', 'other'],
  zh: ['other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
};

type Message = string | Record<string, string>;
type Messages = Record<string, Message>;

/**
 * The messages of each folder `messages/`: every language has the keys, the placeholders and the plural forms that it
 * needs, nothing was left in English, and French is set as French is.
 */
export function incompleteMessages(files: SourceFile[]): Violation[] {
  const folders = new Map<string, Map<string, Messages>>();
  for (const { path, text } of files) {
    const found = /^(src\/.*\/messages)\/([a-z]+)\.json$/.exec(path);
    if (!found?.[1] || !found[2]) continue;
    const languages = folders.get(found[1]) ?? new Map<string, Messages>();
    folders.set(found[1], languages.set(found[2], JSON.parse(text) as Messages));
  }
  return [
    ...[...folders].flatMap(([folder, languages]) => checkFolder(folder, languages)),
    ...saidTwice(folders),
  ];
}

/** A key in two folders says one of the two everywhere: whichever is read last. */
function saidTwice(folders: ReadonlyMap<string, ReadonlyMap<string, Messages>>): Violation[] {
  const first = new Map<string, string>();
  return [...folders].flatMap(([folder, languages]) =>
    Object.keys(languages.get('en') ?? {}).flatMap((key) => {
      const before = first.get(key);
      if (before !== undefined) return [`${folder}/en.json: ${key} stands in ${before} too`];
      first.set(key, folder);
      return [];
    }),
  );
}

function checkFolder(folder: string, languages: Map<string, Messages>): Violation[] {
  const english = languages.get('en');
  if (!english) return [`${folder}: there is no en.json`];
  return Object.keys(pluralForms).flatMap((language) => {
    const messages = languages.get(language);
    if (!messages) return [`${folder}: there is no ${language}.json`];
    const where = `${folder}/${language}.json`;
    return [
      ...Object.keys(english)
        .filter((key) => !(key in messages))
        .map((key) => `${where}: ${key} is missing`),
      ...Object.entries(messages).flatMap(([key, message]) =>
        checkMessage(language, key, message, english[key]).map((what) => `${where}: ${key} ${what}`),
      ),
    ];
  });
}

function checkMessage(
  language: string,
  key: string,
  message: Message,
  english: Message | undefined,
): string[] {
  if (english === undefined) return ['is not in en.json'];
  const found: string[] = [];
  if (typeof message !== typeof english) found.push('has plural forms in one language and none in the other');
  if (typeof message !== 'string') found.push(...checkForms(language, message));
  if (placeholders(message) !== placeholders(english)) {
    found.push(`has the placeholders "${placeholders(message)}", in English "${placeholders(english)}"`);
  }
  if (texts(message).some((text) => text.trim() === '')) found.push('is empty');
  if (isLeftInEnglish(language, key, message, english)) found.push('is the English text');
  if (language === 'fr') found.push(...checkFrench(message));
  return found;
}

function checkForms(language: string, message: Record<string, string>): string[] {
  const possible = new Intl.PluralRules(language).resolvedOptions().pluralCategories as string[];
  return [
    ...(pluralForms[language] ?? [])
      .filter((form) => !(form in message))
      .map((form) => `lacks the form "${form}"`),
    ...Object.keys(message)
      .filter((form) => !possible.includes(form))
      .map((form) => `has no form "${form}"`),
  ];
}

const texts = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);

const placeholders = (message: Message): string =>
  [...new Set(texts(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort().join(' ');

function isLeftInEnglish(language: string, key: string, message: Message, english: Message): boolean {
  if (
    language === 'en' ||
    !/\p{L}/u.test(
      texts(english)
        .join('')
        .replace(/\{\w+\}/g, ''),
    )
  )
    return false;
  const known: Record<string, string[]> = sameInEnglish;
  return JSON.stringify(message) === JSON.stringify(english) && !known[key]?.includes(language);
}

function checkFrench(message: Message): string[] {
  return texts(message).flatMap((text) => [
    ...(text.includes("'") ? ['wants the typographic apostrophe (’)'] : []),
    ...(/ [:;?!»]|« /.test(text) ? ['wants a non-breaking space before : ; ? ! and inside « »'] : []),
  ]);
}
