/** What stands above a page between two lines of three dashes (or plus signs), as far as a course has use for it. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** The page below. */
  readonly body: string;
}

/** Reads the small part of YAML and TOML that front matter is made of: words, and lists of words. */
export function readFrontMatter(text: string): FrontMatter {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [whole, , inside] = /^(---|\+\+\+)[ \t]*\n([\s\S]*?)\n\1[ \t]*(?:\n|$)/.exec(plain) ?? [];
  const fields = new Map<string, string>();
  const lists = new Map<string, string[]>();
  let listed = '';
  for (const line of (inside ?? '').split('\n')) {
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    const [, key = '', value = ''] = /^([A-Za-z][\w-]*)\s*[:=]\s*(.*)$/.exec(line) ?? [];
    if (item !== undefined && listed !== '')
      lists.set(listed, [...(lists.get(listed) ?? []), unquoted(item)]);
    if (key === '') continue;
    listed = key.toLowerCase();
    const inline = /^\[(.*)\]$/.exec(value.trim())?.[1];
    if (inline !== undefined)
      lists.set(
        listed,
        inline
          .split(',')
          .map(unquoted)
          .filter((each) => each !== ''),
      );
    else if (value.trim() !== '') fields.set(listed, unquoted(value));
  }
  return { fields, lists, body: whole === undefined ? plain : plain.slice(whole.length) };
}

const unquoted = (value: string): string =>
  value
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();

/** The first of several names for the same thing. */
export const firstField = ({ fields }: Pick<FrontMatter, 'fields'>, ...names: readonly string[]): string =>
  names.map((name) => fields.get(name) ?? '').find((value) => value !== '') ?? '';
