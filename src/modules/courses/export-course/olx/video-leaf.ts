import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import type { Block, ContentOf } from '../../content/blocks.ts';
import { readCaptions } from '../../films/captions/read-captions.ts';
import { writeSrt } from '../../films/captions/write-captions.ts';
import { note } from '../packed-course.ts';
import type { OlxScene, WrittenBlock } from './olx-leaf.ts';

const youtube = /(?:youtu\.be\/|[?&]v=|\/embed\/)([\w-]{11})/;

/** A film with its captions as SubRip beside. Undefined where the other platform cannot play it: it becomes a link. */
export function videoLeaf(
  { file, link, tracks }: ContentOf<'video'>,
  { id, title }: Block,
  { links }: OlxScene,
): WrittenBlock | undefined {
  const tube = link?.site === 'youtube' ? youtube.exec(link.url)?.[1] : undefined;
  const own = file === undefined ? undefined : links.file(file);
  const direct = link?.site === 'other' && /\.(mp4|webm|m3u8)$/i.test(link.url) ? link.url : undefined;
  const src = own ?? direct;
  if (tube === undefined && src === undefined) return undefined;
  const spoken = tracks.filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
  const once = [...new Map(spoken.map((track) => [track.lang, track])).values()];
  const transcripts = once.map(({ lang, vtt }) => ({ lang, name: `${id}-${lang}.srt`, vtt }));
  const xml = xmlElement(
    'video',
    [
      ...(src === undefined ? [] : [xmlElement('source', [], { src })]),
      ...transcripts.map(({ lang, name }) => xmlElement('transcript', [], { language: lang, src: name })),
    ],
    {
      display_name: title,
      ...(tube !== undefined && { youtube: `1.00:${tube}`, youtube_id_1_0: tube }),
      ...(src !== undefined && { html5_sources: JSON.stringify([src]) }),
      download_video: 'true',
    },
  );
  return {
    leaves: [{ tag: 'video', id, xml, beside: transcripts.map(srtFile) }],
    notes: once.length < tracks.length ? [note('tracks-left-out', { n: tracks.length - once.length })] : [],
  };
}

const srtFile = ({ name, vtt }: { name: string; vtt: string }) => ({
  path: `static/${name}`,
  content: writeSrt(readCaptions(vtt)),
});
