import { createHash } from 'node:crypto';

/** What a picture is called in addresses: from the bytes that it was made of. */
export const pictureKeyOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 32);

const nameForm = /^(320|640|1280)\.(avif|webp|jpg)$/;

/**
 * The file that answers for a name ("1280.avif"): itself, else the next smaller one of its kind, else the smallest. Never
 * enlarged: a small picture answers for the large names too.
 */
export function fileFor(files: Readonly<Record<string, string>>, name: string): string | undefined {
  const [, wanted, kind] = nameForm.exec(name) ?? [];
  if (!wanted || !kind) return undefined;
  const widths = Object.keys(files)
    .filter((file) => file.endsWith(`.${kind}`))
    .map((file) => Number.parseInt(file, 10))
    .sort((a, b) => a - b);
  const best = widths.filter((width) => width <= Number(wanted)).at(-1) ?? widths[0];
  return best === undefined ? undefined : files[`${best}.${kind}`];
}
