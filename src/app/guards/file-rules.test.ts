import { describe, expect, it } from 'vitest';
import { bannedNames, kebabCaseNames, longFiles, mostLines, unlistedModules } from './file-rules.ts';

const named = (...paths: string[]) => paths.map((path) => ({ path, text: '' }));

describe('the guard of names', () => {
  it.each([
    'src/platform/utils/text.ts',
    'src/platform/date-utils.ts',
    'src/modules/catalog/course.service.ts',
    'src/common.ts',
    'src/shared/a.ts',
    'src/job-manager.ts',
    'src/test-helpers.ts',
  ])('refuses %s', (path) => {
    expect(bannedNames(named(path))).toEqual([expect.stringContaining(path)]);
  });

  it('lets words pass that only contain one', () => {
    expect(bannedNames(named('src/platform/commonplace.ts', 'src/client/service-worker.ts'))).toEqual([]);
    expect(bannedNames(named('src/modules/skills/futile.ts', 'src/platform/http/urls.ts'))).toEqual([]);
  });

  it('refuses names that are not kebab-case', () => {
    expect(
      kebabCaseNames(
        named('src/app/CoursePage.tsx', 'src/app/course_page.ts', 'src/app/course-page.test.tsx'),
      ),
    ).toHaveLength(2);
  });
});

describe('the guard of sizes', () => {
  const lines = (count: number) => 'export const f = () => 1;\n'.repeat(count);

  it('counts to the limit', () => {
    expect(longFiles([{ path: 'src/a.ts', text: lines(mostLines) }])).toEqual([]);
    expect(longFiles([{ path: 'src/a.tsx', text: lines(mostLines + 1) }])).toEqual([
      expect.stringContaining('301 lines'),
    ]);
  });

  it('leaves data alone', () => {
    expect(longFiles([{ path: 'src/a.json', text: lines(5000) }])).toEqual([]);
    expect(
      longFiles([{ path: 'src/names.ts', text: `export const names = [\n${"  'x',\n".repeat(500)}];\n` }]),
    ).toEqual([]);
  });
});

describe('the guard of modules', () => {
  it('refuses one that the table does not know', () => {
    expect(
      unlistedModules(
        named('src/modules/gossip/index.ts', 'src/modules/gossip/b.ts', 'src/modules/catalog/index.ts'),
      ),
    ).toEqual([expect.stringContaining('src/modules/gossip')]);
  });
});
