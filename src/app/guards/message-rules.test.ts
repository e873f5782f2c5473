import { describe, expect, it } from 'vitest';
import { incompleteMessages, pluralForms } from './message-rules.ts';

type Messages = Record<string, string | Record<string, string>>;

const words: Record<string, string> = {
  fr: 'Bonjour',
  en: 'Hello',
  es: 'Hola',
  pt: 'Olá',
  ru: 'Привет',
  zh: '你好',
  ar: 'مرحبا',
};

const forms = (language: string): Record<string, string> =>
  Object.fromEntries((pluralForms[language] ?? []).map((form) => [form, `${words[language]} {n} ${form}`]));

/** A complete folder of messages, with what a test changes in one language. */
const folder = (language?: string, change?: (messages: Messages) => void) =>
  Object.keys(pluralForms).map((each) => {
    const messages: Messages = { 'app.hello': `${words[each]} {name}`, 'app.count': forms(each) };
    if (each === language) change?.(messages);
    return { path: `src/app/messages/${each}.json`, text: JSON.stringify(messages) };
  });

describe('the guard of messages', () => {
  it('lets complete messages pass', () => {
    expect(incompleteMessages(folder())).toEqual([]);
  });

  it('misses a language', () => {
    expect(incompleteMessages(folder().filter(({ path }) => !path.endsWith('ar.json')))).toEqual([
      expect.stringContaining('there is no ar.json'),
    ]);
  });

  it('misses no key that stands in two folders', () => {
    const twice = folder().map(({ path, text }) => ({ path: path.replace('app', 'modules/lists'), text }));
    expect(incompleteMessages([...folder(), ...twice])).toEqual([
      'src/modules/lists/messages/en.json: app.hello stands in src/app/messages too',
      'src/modules/lists/messages/en.json: app.count stands in src/app/messages too',
    ]);
  });

  it.each<[string, string, (messages: Messages) => void, string]>([
    ['a missing key', 'es', (m) => delete m['app.hello'], 'app.hello is missing'],
    ['a key too many', 'es', (m) => (m['app.bye'] = 'Adiós'), 'app.bye is not in en.json'],
    ['a lost placeholder', 'pt', (m) => (m['app.hello'] = 'Olá'), 'app.hello has the placeholders'],
    ['a misspelt placeholder', 'pt', (m) => (m['app.hello'] = 'Olá {nome}'), '"{nome}", in English "{name}"'],
    ['the English text', 'zh', (m) => (m['app.hello'] = 'Hello {name}'), 'is the English text'],
    ['an empty text', 'ru', (m) => (m['app.hello'] = ' '), 'is empty'],
    [
      'a missing plural form',
      'ar',
      (m) => (m['app.count'] = { one: '{n}', other: '{n}' }),
      'lacks the form "zero"',
    ],
    [
      'a plural form of another language',
      'zh',
      (m) => (m['app.count'] = { one: '{n}', other: '{n}' }),
      'has no form "one"',
    ],
    ['no plural at all', 'ru', (m) => (m['app.count'] = 'Привет {n}'), 'plural forms in one language'],
    [
      'a straight apostrophe in French',
      'fr',
      (m) => (m['app.hello'] = "C'est {name}"),
      'typographic apostrophe',
    ],
    [
      'a plain space before a French colon',
      'fr',
      (m) => (m['app.hello'] = 'Bonjour : {name}'),
      'non-breaking space',
    ],
  ])('notices %s', (_what, language, change, expected) => {
    expect(incompleteMessages(folder(language, change)).join('\n')).toContain(expected);
  });
});
