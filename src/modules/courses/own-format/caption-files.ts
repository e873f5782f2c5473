import type { Block } from '../content/blocks.ts';
import type { PackagePaths } from './file-paths.ts';

/** A text file of the package. */
export interface TextEntry {
  readonly path: string;
  readonly text: string;
}

interface TrackHolder {
  readonly content?: { readonly tracks?: unknown } | null;
}

/** The same block with other caption tracks. */
const withTracks = (block: unknown, tracks: readonly unknown[]): unknown => ({
  ...(block as object),
  content: { ...(block as TrackHolder).content, tracks },
});

/**
 * Takes the captions out of a block, so that each language is a .vtt file that any editor of captions opens.
 * @param told the block as it is written down, see `told-values.ts`
 */
export function captionsApart(
  { id, content }: Block,
  told: unknown,
  paths: PackagePaths,
): { told: unknown; files: TextEntry[] } {
  if ((content.type !== 'video' && content.type !== 'audio') || content.tracks.length === 0)
    return { told, files: [] };
  const files = content.tracks.map(({ lang, kind, vtt }) => {
    const name = `${id}.${lang}${kind === 'captions' ? '' : `.${kind}`}.vtt`;
    return { path: paths.take('captions', name, `${id}.vtt`), text: vtt };
  });
  const toldTracks = (told as { content: { tracks: object[] } }).content.tracks;
  const tracks = toldTracks.map((track, index) => ({ ...track, vtt: { file: files[index]?.path } }));
  return { told: withTracks(told, tracks), files };
}

/** The path of a caption file, where a track names one. */
function captionPath(track: unknown): string | undefined {
  const vtt = (track as { vtt?: { file?: unknown } | null } | null)?.vtt;
  return typeof vtt?.file === 'string' ? vtt.file : undefined;
}

/**
 * Puts captions back into a block as it was read. A track whose file is missing is left out and named in `missing`.
 * @param textOf the text at a path; undefined: there is none
 */
export async function withCaptions(
  block: unknown,
  textOf: (path: string) => Promise<string | undefined>,
): Promise<{ block: unknown; missing: string[] }> {
  const given = (block as TrackHolder | null)?.content?.tracks;
  const missing: string[] = [];
  if (!Array.isArray(given)) return { block, missing };
  const tracks: unknown[] = [];
  for (const track of given as unknown[]) {
    const path = captionPath(track);
    const vtt = path === undefined ? undefined : await textOf(path);
    if (path !== undefined && vtt === undefined) missing.push(path);
    else tracks.push(path === undefined ? track : { ...(track as object), vtt });
  }
  return { block: withTracks(block, tracks), missing };
}
