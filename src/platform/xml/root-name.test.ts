import { expect, test } from 'vitest';
import { rootName } from './root-name.ts';

test('the first element is named, whatever stands before it', () => {
  expect(
    rootName('\ufeff<?xml version="1.0"?>\n<!-- a --><!DOCTYPE quiz [<!ENTITY a "<b>">]>\n<x:quiz a="1">'),
  ).toBe('quiz');
  expect(rootName('<!DOCTYPE html><html>')).toBe('html');
  expect(rootName('<qti-assessment-item/>')).toBe('qti-assessment-item');
});

test('what is no document has none', () => {
  for (const text of ['', 'words', '<!-- open', '<?xml', '<!DOCTYPE', '< a>'])
    expect(rootName(text)).toBeUndefined();
  expect(rootName('<!--'.repeat(300_000))).toBeUndefined();
  expect(rootName(`${'<!-- -->'.repeat(300_000)}<a>`)).toBeUndefined();
});
