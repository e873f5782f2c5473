import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { scriptsOf, type Script } from './scripts.ts';
import { woffToFont } from './woff.ts';

/** What a text is drawn with. */
export interface TextFonts {
  /** Font files to load, first choice first. */
  readonly files: readonly string[];
  /** Value of font-family. */
  readonly family: string;
  /** Scripts of the text for which this machine has no font: they would be drawn as empty boxes. */
  readonly missing: readonly Script[];
}

export interface FontBook {
  /** @param lang of the text; decides which form of a Chinese, Japanese or Korean character is drawn */
  fontsFor(text: string, lang: string): TextFonts;
}

const headingFamily = 'Bricolage Grotesque';
const subsets = ['latin', 'latin-ext', 'vietnamese'];

const machineFolders = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.local/share/fonts'),
  join(homedir(), '.fonts'),
  '/System/Library/Fonts',
  '/Library/Fonts',
  'C:\\Windows\\Fonts',
];

/** File names by script, likeliest first, bold before regular; other scripts are looked for as NotoSansScript. */
const wellKnown: Partial<Record<Script, readonly string[]>> = {
  cyrillic: [
    'inter-bold',
    'notosans-bold',
    'dejavusans-bold',
    'liberationsans-bold',
    'arial bold',
    'arialbd',
  ],
  greek: ['inter-bold', 'notosans-bold', 'dejavusans-bold', 'liberationsans-bold', 'arial bold', 'arialbd'],
  arabic: [
    'notosansarabic-bold',
    'notosansarabic-regular',
    'notonaskharabic-bold',
    'geezapro',
    'tahomabd',
    'arialbd',
    'dejavusans-bold',
  ],
  cjk: [
    'notosanscjk-bold',
    'notosanscjk-regular',
    'notosanscjksc-bold',
    'notosanscjksc-regular',
    'notosanssc-bold',
    'sourcehansans-bold',
    'sourcehansanssc-bold',
    'pingfang',
    'hiragino sans gb',
    'msyhbd',
    'msyh',
    'wqy-microhei',
    'wqy-zenhei',
    'droidsansfallbackfull',
    'droidsansfallback',
  ],
};

const cjkFamilies: Record<string, string> = {
  ja: 'Noto Sans CJK JP',
  ko: 'Noto Sans CJK KR',
  'zh-tw': 'Noto Sans CJK TC',
  'zh-hant': 'Noto Sans CJK TC',
  'zh-hk': 'Noto Sans CJK HK',
};

/**
 * Finds the fonts of this machine once, and unpacks the heading font, which is the only one that we bring.
 * Loading only the files that a text needs takes a few milliseconds; loading all fonts of a machine hundreds.
 * @param folder for the unpacked heading font; made when missing
 */
export async function openFontBook(
  folder: string,
  searched: readonly string[] = machineFolders,
): Promise<FontBook> {
  const heading = await Promise.all(subsets.map((subset) => unpack(subset, folder)));
  const found = new Map<string, string>();
  for (const one of searched) await collect(one, found, 4);
  return {
    fontsFor(text, lang) {
      const files = [...heading];
      const missing: Script[] = [];
      const scripts = scriptsOf(text);
      for (const script of scripts) {
        if (script === 'latin') continue;
        const file = fileFor(script, found);
        if (!file) missing.push(script);
        else if (!files.includes(file)) files.push(file);
      }
      const cjk = cjkFamilies[lang.toLowerCase()] ?? cjkFamilies[lang.slice(0, 2)] ?? 'Noto Sans CJK SC';
      const family = scripts.has('cjk') ? `${cjk}, ${headingFamily}` : headingFamily;
      return { files, family, missing };
    },
  };
}

/** The book opened at the first question, once; after a failure the next question tries again. */
export function fontBookIn(folder: string): () => Promise<FontBook> {
  let opened: Promise<FontBook> | undefined;
  return () => {
    opened ??= openFontBook(folder).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
}

function fileFor(script: Script, found: ReadonlyMap<string, string>): string | undefined {
  const names = wellKnown[script] ?? [
    `notosans${script}-bold`,
    `notosans${script}-regular`,
    `notosans${script}`,
  ];
  for (const name of names) {
    const file = found.get(name);
    if (file) return file;
  }
  return undefined;
}

/** The heading font as a file that the renderer reads; other processes may be making it at the same moment. */
async function unpack(subset: string, folder: string): Promise<string> {
  const name = `bricolage-grotesque-${subset}-700-normal`;
  const require = createRequire(import.meta.url);
  const font = woffToFont(
    await readFile(require.resolve(`@fontsource/bricolage-grotesque/files/${name}.woff`)),
  );
  const path = join(folder, `${name}.ttf`);
  const there = await stat(path).catch(() => undefined);
  if (there?.size === font.length) return path;
  await mkdir(folder, { recursive: true });
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, font);
  await rename(draft, path);
  return path;
}

async function collect(folder: string, found: Map<string, string>, depth: number): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    const name = /^(.+)\.(?:ttf|otf|ttc)$/i.exec(entry.name)?.[1]?.toLowerCase();
    if (name !== undefined && !found.has(name)) found.set(name, path);
    else if (entry.isDirectory() && depth > 0) await collect(path, found, depth - 1);
  }
}
