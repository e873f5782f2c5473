import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runOnPlanted } from './planting.ts';
import { projectFolder } from './source-file.ts';

const ours = (name: string): string => readFileSync(join(projectFolder, name), 'utf8');

describe('knip', { timeout: 60_000 }, () => {
  const project = (files: Record<string, string>) =>
    runOnPlanted(
      {
        'package.json': '{ "name": "planted", "type": "module", "private": true }',
        'tsconfig.json': ours('tsconfig.json'),
        'knip.json': ours('knip.json'),
        'src/app/cli.ts': "import { used } from './used.ts';\nconsole.log(used);\n",
        ...files,
      },
      'knip/bin/knip.js',
      ['--no-progress', '--include', 'files,exports,types'],
    );

  it('lets live code pass', () => {
    expect(project({ 'src/app/used.ts': 'export const used = 1;\n' })).toMatchObject({ code: 0 });
  });

  it('refuses a dead export and a dead file', () => {
    const { code, output } = project({
      'src/app/used.ts': 'export const used = 1;\nexport const deadExport = 2;\n',
      'src/app/dead-file.ts': 'export const x = 1;\n',
    });
    expect(output).toContain('deadExport');
    expect(output).toContain('dead-file.ts');
    expect(code).not.toBe(0);
  });
});

describe('oxlint', { timeout: 60_000 }, () => {
  const lint = (text: string) =>
    runOnPlanted(
      {
        'package.json': '{ "name": "planted", "type": "module" }',
        'tsconfig.json':
          '{ "compilerOptions": { "strict": true, "module": "nodenext", "noEmit": true }, "include": ["src"] }',
        '.oxlintrc.json': ours('.oxlintrc.json'),
        'src/planted.ts': text,
      },
      'oxlint/bin/oxlint',
      ['--type-aware', '--deny-warnings'],
    );

  it('lets awaited promises pass', () => {
    expect(
      lint('export async function go(): Promise<void> {\n  await Promise.resolve();\n}\n'),
    ).toMatchObject({ code: 0 });
  });

  it.each([
    ['no-floating-promises', 'export function go(): void {\n  Promise.resolve(1);\n}\n'],
    ['no-misused-promises', 'export const bad = [1].filter(async () => true);\n'],
    ['no-explicit-any', 'export const x = (y: any): unknown => y;\n'],
    ['consistent-type-imports', "import { Stats } from 'node:fs';\nexport type X = Stats;\n"],
  ])('refuses what breaks %s', (rule, text) => {
    const { code, output } = lint(text);
    expect(output).toContain(rule);
    expect(code).not.toBe(0);
  });
});
