import { expect, test } from 'vitest';
import { readLink } from './links.ts';

test.each([
  ['https://example.org/a', 'https://example.org/a'],
  ['http://example.org', 'http://example.org/'],
  ['//cdn.example.org/v', 'https://cdn.example.org/v'],
  ['www.example.org/x', 'https://www.example.org/x'],
  ['https://example.org/c?utm_source=feed&id=3&utm_medium=x', 'https://example.org/c?id=3'],
  [' https://example.org/é t\u00e9 ', 'https://example.org/%C3%A9%20t%C3%A9'],
  ['https://例え.jp/', 'https://xn--r8jz45g.jp/'],
])('%j is %s', (value, url) => {
  expect(readLink(value)).toEqual({ url });
});

test('relative ones are resolved against a web address', () => {
  expect(readLink('/courses/1', 'https://lms.example.org/api/x')).toEqual({
    url: 'https://lms.example.org/courses/1',
  });
  expect(readLink('/courses/1', '/srv/feed.json')).toEqual({ problem: 'not a web address: "/courses/1"' });
  expect(readLink('/courses/1')).toEqual({ problem: 'not a web address: "/courses/1"' });
});

test.each([
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://example.org/',
  'mailto:a@b.org',
  'https://user:secret@example.org/',
  'https://',
  'image_source',
  'http://nowhere',
  'http://localhost/course',
  7,
  {},
  `https://example.org/${'x'.repeat(3000)}`,
])('%j is a problem', (value) => {
  expect(readLink(value)).toHaveProperty('problem');
});

test.each([null, undefined, '', '  '])('%j says nothing', (value) => {
  expect(readLink(value)).toBeUndefined();
});
