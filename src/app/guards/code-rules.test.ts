import { describe, expect, it } from 'vitest';
import { ambientClock, inlineMarkup, silencedChecks } from './code-rules.ts';

const file = (path: string, text: string) => [{ path, text }];

describe('the guard of silenced checks', () => {
  it.each([
    '// @ts-ignore',
    '// @ts-expect-error why',
    '/* oxlint-disable */',
    '// eslint-disable-next-line',
    'it.only("x", () => {})',
    '// prettier-ignore',
  ])('refuses %s', (line) => {
    expect(silencedChecks(file('src/app/a.ts', `\n${line}\n`))).toEqual([
      expect.stringContaining('src/app/a.ts:2'),
    ]);
  });
});

describe('the guard of the clock', () => {
  it.each(['const now = Date.now();', 'const today = new Date();'])('refuses %s', (line) => {
    expect(ambientClock(file('src/modules/catalog/a.ts', line))).toHaveLength(1);
  });

  it('lets a given time, a comment, a test and the clock itself pass', () => {
    expect(
      ambientClock(file('src/modules/catalog/a.ts', 'const at = new Date(now);\n// never Date.now()\n')),
    ).toEqual([]);
    expect(ambientClock(file('src/modules/catalog/a.test.ts', 'Date.now()'))).toEqual([]);
    expect(ambientClock(file('src/platform/time/clock.ts', 'new Date()'))).toEqual([]);
  });
});

describe('the guard of markup', () => {
  const page = (markup: string) =>
    inlineMarkup(file('src/app/pages/a.tsx', `export const A = () => (\n${markup}\n);\n`));

  it.each([
    '<p style="color: red">x</p>',
    '<p style={{ color }}>x</p>',
    '<button onclick="go()">x</button>',
    '<script>go()</script>',
    '<script\n  type="module">go()</script>',
    '<script dangerouslySetInnerHTML={{ __html: code }} />',
  ])('refuses %s', (markup) => {
    expect(page(markup)).toHaveLength(1);
  });

  it('lets files, data and our own handlers pass', () => {
    expect(page('<script type="module" src={url} />')).toEqual([]);
    expect(page('<script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />')).toEqual(
      [],
    );
    expect(page('<svg><path class="bar" d="M0 0" /></svg>')).toEqual([]);
  });
});
