import { expect, it } from 'vitest';
import { typedLine, typedText } from './clean-text.ts';

it('keeps words as they are, and takes out what hides in them', () => {
  expect(typedText('  <script>alert(1)</script> & co ')).toBe('<script>alert(1)</script> & co');
  expect(typedText('a\0b\u202Egnirts\u2066\u200Bc')).toBe('abgnirtsc');
  expect(typedText('\ud83d')).toBe('\ufffd');
  expect(typedText('👩‍🏫 très bien\u00a0!')).toBe('👩‍🏫 très bien\u00a0!');
  expect(typedText('مرحبا\u200F (2026)')).toBe('مرحبا\u200F (2026)');
});

it('folds white space: ten thousand empty lines are one', () => {
  expect(typedText(`one\r\n${'\n'.repeat(10_000)}two   three`)).toBe('one\n\ntwo three');
  expect(typedLine('one\n\n two')).toBe('one two');
  expect(typedText('\n \t\n')).toBe('');
});
