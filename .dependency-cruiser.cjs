// Who may import whom. Modules are listed with what they may use; they use it through its index.ts only.

/** Module -> the modules whose face it may import. */
const mayUse = require('./src/app/guards/who-may-use-whom.json');

const downwards = Object.entries(mayUse).map(([name, allowed]) => ({
  name: `${name}-downwards`,
  comment: `${name} may use ${allowed.join(', ') || 'no other module'}`,
  severity: 'error',
  from: { path: `^src/modules/${name}/` },
  to: {
    path: '^src/modules/',
    pathNot: [name, ...allowed].map((module) => `^src/modules/${module}/`),
  },
}));

module.exports = {
  forbidden: [
    ...downwards,
    {
      name: 'only-faces-between-modules',
      comment: "A module is used through its index.ts; a module's own files are free",
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/' },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$', '^src/modules/[^/]+/testing/'],
      },
    },
    {
      name: 'only-faces-from-app',
      comment: 'app composes modules through their index.ts',
      severity: 'error',
      from: { path: '^src/app/' },
      to: {
        path: '^src/modules/[^/]+/',
        pathNot: ['^src/modules/[^/]+/index\\.ts$', '^src/modules/[^/]+/testing/'],
      },
    },
    {
      name: 'stages-are-for-tests',
      comment: 'What a module keeps in testing/ serves tests, its own and those of the modules above it',
      severity: 'error',
      from: { path: '^src/', pathNot: '(\\.test\\.tsx?$|/testing/)' },
      to: { path: '^src/modules/[^/]+/testing/' },
    },
    {
      name: 'platform-knows-no-module',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|app|client)/' },
    },
    {
      name: 'modules-do-not-know-app',
      severity: 'error',
      from: { path: '^src/modules/' },
      to: { path: '^src/(app|client)/' },
    },
    {
      name: 'client-knows-no-server',
      comment: 'What runs in the browser imports components, texts and the format of rich text only',
      severity: 'error',
      from: { path: '^src/client/' },
      to: {
        path: '^src/(app|modules|platform)/',
        pathNot: [
          '^src/platform/(ui|rich-text)/',
          '^src/platform/course-text/course-(schema|markdown)\\.ts$',
        ],
      },
    },
    {
      name: 'no-cycle',
      comment: 'A cycle that only types close is none when the program runs',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that cannot be found would be missed by every other rule',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    // TypeScript 7 has no compiler interface that the tool could read with; without this it sees nothing.
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
