import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runOnPlanted } from './planting.ts';
import { projectFolder } from './source-file.ts';

const cruise = (files: Record<string, string>) =>
  runOnPlanted(files, 'dependency-cruiser/bin/dependency-cruiser.mjs', [
    'src',
    '--config',
    join(projectFolder, '.dependency-cruiser.cjs'),
  ]);

const house = {
  'src/modules/accounts/index.ts': "export { person } from './person.ts';\n",
  'src/modules/accounts/person.ts': 'export const person: string = "Ada";\n',
  'src/modules/catalog/index.ts':
    "import { person } from '../accounts/index.ts';\nexport const course = person;\n",
  'src/platform/db/database.ts': 'export const database = 1;\n',
  'src/app/server.ts':
    "import { course } from '../modules/catalog/index.ts';\nexport const server = course;\n",
};

describe('the rules of who may import whom', { timeout: 30_000 }, () => {
  it('let an orderly house pass', () => {
    expect(cruise(house)).toMatchObject({ code: 0 });
  });

  it('let types refer to each other', () => {
    const planted = {
      'src/platform/ui/page.ts':
        "import { part } from './part.ts';\nexport type Props = { a: string };\nexport const page = part;\n",
      'src/platform/ui/part.ts':
        "import type { Props } from './page.ts';\nexport const part = (props: Props): string => props.a;\n",
    };
    expect(cruise({ ...house, ...planted })).toMatchObject({ code: 0 });
  });

  it.each([
    [
      'a reach behind a face',
      'only-faces-between-modules',
      {
        'src/modules/catalog/reach.ts':
          "import { person } from '../accounts/person.ts';\nexport const x = person;\n",
      },
    ],
    [
      'a reach behind a face for a type',
      'only-faces-between-modules',
      {
        'src/modules/accounts/row.ts': 'export interface Row { id: string }\n',
        'src/modules/catalog/reach.ts':
          "import type { Row } from '../accounts/row.ts';\nexport type X = Row;\n",
      },
    ],
    [
      'a stage of tests in the program',
      'stages-are-for-tests',
      {
        'src/modules/accounts/testing/stage.ts': 'export const stage = 1;\n',
        'src/modules/catalog/reach.ts':
          "import { stage } from '../accounts/testing/stage.ts';\nexport const x = stage;\n",
      },
    ],
    [
      'a reach behind a face from the app',
      'only-faces-from-app',
      {
        'src/app/reach.ts':
          "import { person } from '../modules/accounts/person.ts';\nexport const x = person;\n",
      },
    ],
    [
      'an import upwards',
      'accounts-downwards',
      {
        'src/modules/accounts/up.ts':
          "import { course } from '../catalog/index.ts';\nexport const x = course;\n",
      },
    ],
    [
      'an import sideways',
      'skills-downwards',
      {
        'src/modules/skills/index.ts':
          "import { person } from '../accounts/index.ts';\nexport const x = person;\n",
      },
    ],
    [
      'a platform that knows a module',
      'platform-knows-no-module',
      {
        'src/platform/db/greedy.ts':
          "import { person } from '../../modules/accounts/index.ts';\nexport const x = person;\n",
      },
    ],
    [
      'a module that knows the app',
      'modules-do-not-know-app',
      {
        'src/modules/catalog/up.ts':
          "import { server } from '../../app/server.ts';\nexport const x = server;\n",
      },
    ],
    [
      'a browser that knows the database',
      'client-knows-no-server',
      {
        'src/client/main.ts':
          "import { database } from '../platform/db/database.ts';\nexport const x = database;\n",
      },
    ],
    [
      'a cycle',
      'no-cycle',
      {
        'src/platform/db/one.ts': "import { two } from './two.ts';\nexport const one = (): unknown => two;\n",
        'src/platform/db/two.ts': "import { one } from './one.ts';\nexport const two = (): unknown => one;\n",
      },
    ],
    ['an import of nothing', 'resolvable', { 'src/app/lost.ts': "export { x } from './nowhere.ts';\n" }],
  ])('refuse %s', (_what, rule, planted) => {
    const { code, output } = cruise({ ...house, ...planted });
    expect(output).toContain(rule);
    expect(code).not.toBe(0);
  });
});
