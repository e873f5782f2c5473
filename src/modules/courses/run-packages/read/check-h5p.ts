import { z } from 'zod';
import type { Archive } from '../../../../platform/archives/archive.ts';
import type { Note } from '../../import-package/package-reader.ts';

export const definitionPath = 'h5p.json';
const contentPath = 'content/content.json';

/** The newest core that the player has. */
const core = { major: 1, minor: 28 };

const count = z.union([z.number().int().min(0), z.string().regex(/^\d{1,5}$/)]).transform(Number);
const machineName = z.string().regex(/^[$a-z_][0-9a-z_.$]{1,254}$/i);
const dependency = z.object({ machineName, majorVersion: count, minorVersion: count });

/** https://h5p.org/documentation/developers/json-file-definitions */
const definition = z.object({
  title: z.string().max(255),
  language: z.string().max(35).optional(),
  defaultLanguage: z.string().max(35).optional(),
  mainLibrary: machineName,
  embedTypes: z.array(z.enum(['div', 'iframe', 'external'])).min(1),
  preloadedDependencies: z.array(dependency).min(1),
});
export type H5pDefinition = z.infer<typeof definition>;

const fileList = z.array(z.object({ path: z.string().min(1) })).optional();
const library = z.object({
  title: z.string(),
  machineName,
  majorVersion: count,
  minorVersion: count,
  patchVersion: count,
  runnable: z.union([z.literal(0), z.literal(1), z.boolean(), z.string()]),
  coreApi: z.object({ majorVersion: count, minorVersion: count }).optional(),
  preloadedJs: fileList,
  preloadedCss: fileList,
  preloadedDependencies: z.array(dependency).optional(),
});
type Library = z.infer<typeof library>;

type Checked = { readonly definition: H5pDefinition } | { readonly fault: Note };

/** Whether the package can be played; if not, the first thing that is wrong with it. */
export async function checkH5p(archive: Archive): Promise<Checked> {
  try {
    const read = await jsonAs(archive, definitionPath, definition);
    await jsonAs(archive, contentPath, z.record(z.string(), z.unknown()));
    const libraries = await librariesOf(archive);
    demandAll(read, libraries);
    return { definition: read };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.note };
    throw error;
  }
}

class Fault extends Error {
  readonly note: Note;
  constructor(code: string, path: string) {
    super(code);
    this.note = { code, values: { path: path.slice(0, 200) } };
  }
}

async function jsonAs<T extends z.ZodType>(archive: Archive, path: string, shape: T): Promise<z.output<T>> {
  if (!archive.has(path)) throw new Fault('package-file-missing', path);
  let value: unknown;
  try {
    value = JSON.parse((await archive.read(path, 20_000_000)).toString('utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof SyntaxError) throw new Fault('package-json-broken', path);
    throw error;
  }
  const parsed = shape.safeParse(value);
  if (!parsed.success)
    throw new Fault('package-json-wrong', `${path}: ${parsed.error.issues[0]?.path.join('.') ?? ''}`);
  return parsed.data;
}

/** Each folder beside `content` is a library, under its name with or without its version. */
async function librariesOf(archive: Archive): Promise<Library[]> {
  const folders = new Set(
    archive.entries.flatMap(({ path }) => (path.includes('/') ? (path.split('/')[0] ?? []) : [])),
  );
  folders.delete('content');
  const libraries: Library[] = [];
  for (const folder of folders) libraries.push(await libraryIn(archive, folder));
  return libraries;
}

async function libraryIn(archive: Archive, folder: string): Promise<Library> {
  if (!/^[\w.-]{1,255}$/.test(folder)) throw new Fault('package-library-name', folder);
  const found = await jsonAs(archive, `${folder}/library.json`, library);
  const names = [found.machineName, `${found.machineName}-${found.majorVersion}.${found.minorVersion}`];
  if (!names.includes(folder)) throw new Fault('package-library-name', folder);
  const needed = found.coreApi;
  if (
    needed &&
    (needed.majorVersion > core.major ||
      (needed.majorVersion === core.major && needed.minorVersion > core.minor))
  )
    throw new Fault('package-library-newer', folder);
  for (const { path } of [...(found.preloadedJs ?? []), ...(found.preloadedCss ?? [])])
    if (!archive.has(`${folder}/${path}`)) throw new Fault('package-file-missing', `${folder}/${path}`);
  await checkTranslations(archive, folder);
  return found;
}

async function checkTranslations(archive: Archive, folder: string): Promise<void> {
  const inside = `${folder}/language/`;
  for (const { path } of archive.entries)
    if (path.startsWith(inside) && path.endsWith('.json'))
      await jsonAs(archive, path, z.record(z.string(), z.unknown()));
}

/** What is named has to be there: libraries are never fetched from elsewhere. */
function demandAll(read: H5pDefinition, libraries: readonly Library[]): void {
  const there = new Set(libraries.map((each) => nameOf(each)));
  if (!read.preloadedDependencies.some((each) => each.machineName === read.mainLibrary))
    throw new Fault('package-library-missing', read.mainLibrary);
  const named = [
    ...read.preloadedDependencies,
    ...libraries.flatMap((each) => each.preloadedDependencies ?? []),
  ];
  for (const each of named)
    if (!there.has(nameOf(each))) throw new Fault('package-library-missing', nameOf(each));
}

const nameOf = (each: z.infer<typeof dependency>): string =>
  `${each.machineName} ${each.majorVersion}.${each.minorVersion}`;
