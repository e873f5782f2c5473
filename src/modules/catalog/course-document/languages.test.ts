import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLanguage, readLanguages } from './languages.ts';

describe('one language', () => {
  test.each([
    ['fr', 'fr'],
    ['FR', 'fr'],
    ['fra', 'fr'],
    ['fre', 'fr'],
    ['fr_FR', 'fr'],
    ['fr_FR.UTF-8', 'fr'],
    ['fr-CA', 'fr-CA'],
    ['en-us', 'en'],
    ['en_GB', 'en-GB'],
    ['pt-br', 'pt-BR'],
    ['pt_PT', 'pt-PT'],
    ['pt', 'pt'],
    ['zh-cn', 'zh-Hans'],
    ['zh_TW', 'zh-Hant'],
    ['zh-hans', 'zh-Hans'],
    ['zh', 'zh'],
    ['cmn', 'zh'],
    ['es-419', 'es-419'],
    ['sr-latn', 'sr-Latn'],
    ['kk', 'kk'],
  ])('the code %s is %s', (code, tag) => {
    expect(readLanguage(code)).toBe(tag);
  });

  test.each([
    ['English', 'en'],
    ['english', 'en'],
    ['Français', 'fr'],
    ['francais', 'fr'],
    ['anglais', 'en'],
    ['中文', 'zh'],
    ['简体中文', 'zh-Hans'],
    ['Русский', 'ru'],
    ['Русский язык', 'ru'],
    ['العربية', 'ar'],
    ['اللغة العربية', 'ar'],
    ['हिन्दी', 'hi'],
    ['日本語', 'ja'],
    ['Deutsch', 'de'],
    ['Türkçe', 'tr'],
    ['Chinese - Simplified', 'zh-Hans'],
    ['Chinese - China', 'zh-Hans'],
    ['Chinese (Traditional)', 'zh-Hant'],
    ['Simplified Chinese', 'zh-Hans'],
    ['Portuguese - Brazil', 'pt-BR'],
    ['Portuguese, Brazil', 'pt-BR'],
    ['Brazilian Portuguese', 'pt-BR'],
    ['Spanish - Spain (Modern)', 'es'],
    ['Spanish (Latin America)', 'es-419'],
    ['English (UK)', 'en-GB'],
    ['English with transcripts', 'en'],
    ['  French ', 'fr'],
  ])('the name %s is %s', (name, tag) => {
    expect(readLanguage(name)).toBe(tag);
  });

  test.each([
    '',
    'xx',
    'und',
    'mul',
    'nope',
    'Python',
    'English, Spanish',
    'qwertyuiop',
    '42',
    'a'.repeat(300),
  ])('%j is none', (value) => {
    expect(readLanguage(value)).toBeUndefined();
  });
});

describe('several languages', () => {
  test('a list in one text, with any separator', () => {
    expect(readLanguages('English, Español; Français and Русский / 中文')).toEqual({
      tags: ['en', 'es', 'fr', 'ru', 'zh'],
      problems: [],
    });
  });

  test('each once, in the order given; what is none is told', () => {
    expect(readLanguages(['fr', null, 'French', 'Portuguese, Brazil', 'Elvish?', 7])).toEqual({
      tags: ['fr', 'pt-BR'],
      problems: ['not a language: "Elvish?"', 'not a language: "7"'],
    });
  });

  test.each([null, undefined, '', '  ', []])('%j says nothing', (value) => {
    expect(readLanguages(value)).toEqual({ tags: [], problems: [] });
  });
});

test('whatever comes in, tags are BCP 47 and read as themselves again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z]{2,3}([-_][A-Za-z]{2,4}){0,2}$/)), (value) => {
      const tag = readLanguage(value);
      if (tag === undefined) return;
      expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
      expect(readLanguage(tag)).toBe(tag);
    }),
  );
});
