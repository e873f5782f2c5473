import type { SourceFile, Violation } from './source-file.ts';

/** Folders of a module that are no use case and explain themselves. */
const selfExplaining = new Set(['messages', 'testing']);

const modulePath = /^src\/modules\/([^/]+)\/(.+)$/;

/** Paths inside each module. */
function modulesOf(files: readonly SourceFile[]): Map<string, string[]> {
  const modules = new Map<string, string[]>();
  for (const { path } of files) {
    const [, name, inside] = modulePath.exec(path) ?? [];
    if (name && inside) modules.set(name, [...(modules.get(name) ?? []), inside]);
  }
  return modules;
}

/** A module shows a face, a page about itself and its texts, and the application wires it. */
export function incompleteModules(files: readonly SourceFile[]): Violation[] {
  const wiring = files.find(({ path }) => path === 'src/app/wiring.ts')?.text ?? '';
  return [...modulesOf(files)].flatMap(([name, paths]) => {
    const missing = ['README.md', 'index.ts', 'messages/en.json', 'messages/index.ts'].filter(
      (needed) => !paths.includes(needed),
    );
    return [
      ...missing.map((needed) => `src/modules/${name}: has no ${needed}`),
      ...(wiring.includes(`/modules/${name}/index.ts'`)
        ? []
        : [`src/modules/${name}: src/app/wiring.ts does not know it`]),
    ];
  });
}

/** A module's README names each of its folders, so that it stays the map of what the module does. */
export function unnamedFolders(files: readonly SourceFile[]): Violation[] {
  return [...modulesOf(files)].flatMap(([name, paths]) => {
    const readme = files.find(({ path }) => path === `src/modules/${name}/README.md`)?.text ?? '';
    const folders = new Set(paths.flatMap((path) => /^([^/]+)\//.exec(path)?.[1] ?? []));
    return [...folders]
      .filter((folder) => !selfExplaining.has(folder) && !readme.includes(`\`${folder}/`))
      .map((folder) => `src/modules/${name}/README.md: does not name \`${folder}/\``);
  });
}
