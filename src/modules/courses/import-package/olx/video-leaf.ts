import { z } from 'zod';
import { elementAt, elementsBelow, elementsOf } from '../../../../platform/xml/xml-tree.ts';
import { readCaptions } from '../../films/captions/read-captions.ts';
import { writeVtt } from '../../films/captions/write-captions.ts';
import type { CaptionTrack } from '../../content/media.ts';
import type { Note } from '../package-reader.ts';
import { assetNameOf } from './course-files.ts';
import { distinct } from './course-html.ts';
import { rewriteFile } from './course-links.ts';
import { filmPageOf, webAddress, youtube } from '../reading/film-link.ts';
import { jsonIn, numberIn } from './json-attribute.ts';
import {
  type BlockDraft,
  type ConvertedLeaf,
  type DraftBlock,
  keptAsSource,
  type LeafScene,
  outcomeOf,
} from './leaf.ts';
import type { OlxNode } from './olx-tree.ts';

type Film = Extract<BlockDraft, { type: 'video' }>;

/** A film, with its captions, and beside it what it gives to download. */
export async function readVideoLeaf(node: OlxNode, scene: LeafScene): Promise<ConvertedLeaf> {
  const notes: Note[] = [];
  const film = filmOf(node, scene, notes);
  if (film === undefined) return keptAsSource(node, { code: 'film-elsewhere' });
  const tracks = await captionsOf(node, scene, notes);
  const content: Film = { ...film, ...partOf(node), tracks };
  const beside = [...downloads(node, scene, notes)];
  const told = distinct(notes);
  return { blocks: [{ content }, ...beside], outcome: outcomeOf(told), notes: told };
}

function filmOf(node: OlxNode, scene: LeafScene, notes: Note[]): Film | undefined {
  const { attributes } = node;
  const listed = /(?:^|,)\s*1(?:\.0+)?:([\w-]+)/.exec(attributes['youtube'] ?? '')?.[1];
  const known = youtube(attributes['youtube_id_1_0'] || listed || '');
  if (known) return { type: 'video', link: known };
  const addresses = sourcesOf(node);
  for (const address of addresses) {
    const link = filmPageOf(address);
    if (link) return { type: 'video', link };
    const file = rewriteFile(address, scene);
    if (file?.href !== undefined) return { type: 'video', file: file.href.slice('file:'.length) };
    if (file?.note) notes.push(file.note);
    const url = file === undefined ? webAddress(address) : undefined;
    if (url) return { type: 'video', link: { site: 'other', url: url.href } };
  }
  return undefined;
}

/** Addresses of the film, those that every browser plays first. */
function sourcesOf({ attributes, xml }: OlxNode): string[] {
  const listed = jsonIn(attributes['html5_sources'], z.array(z.string())) ?? [];
  const written = elementsOf(xml, 'source').map((each) => each.attributes['src'] ?? '');
  const encoded = elementsBelow(xml, 'encoded_video').map((each) => each.attributes['url'] ?? '');
  const all = [attributes['source'] ?? '', ...listed, ...written, ...encoded].filter(
    (each) => each.trim() !== '',
  );
  const plays = (address: string): number =>
    /\.mp4\b/i.test(address) ? 0 : /\.webm\b/i.test(address) ? 1 : 2;
  return [...new Set(all)].sort((a, b) => plays(a) - plays(b));
}

/** Only a part of the film may be shown: "00:11:39" to "00:12:57", or seconds. */
function partOf({ attributes, xml }: OlxNode): Pick<Film, 'start' | 'end' | 'duration' | 'download'> {
  const start = secondsIn(attributes['start_time'] ?? attributes['from']);
  const end = secondsIn(attributes['end_time'] ?? attributes['to']);
  const duration = numberIn(elementAt(xml, 'video_asset')?.attributes['duration']);
  return {
    ...(start !== undefined && start > 0 && { start }),
    ...(end !== undefined && end > (start ?? 0) && { end }),
    ...(duration !== undefined && duration > 0 && { duration }),
    download: attributes['download_video'] === 'true',
  };
}

function secondsIn(text = ''): number | undefined {
  const parts = text.trim().replace(/s$/, '').split(':').map(Number);
  if (text.trim() === '' || parts.length > 3 || !parts.every((part) => part >= 0)) return undefined;
  return parts.reduce((sum, part) => sum * 60 + part, 0);
}

/** Files of captions by language, from all the places in which exports have named them. */
function captionFiles({ attributes, xml }: OlxNode): Map<string, string[]> {
  const files = new Map<string, string[]>();
  const add = (lang: string | undefined, ...names: string[]): void => {
    if (lang) files.set(lang, [...(files.get(lang) ?? []), ...names]);
  };
  for (const { attributes: said } of elementsOf(xml, 'transcript'))
    if (said['src']) add(said['language'], said['src'], `subs_${said['src']}`);
  const listed = jsonIn(attributes['transcripts'], z.record(z.string(), z.string())) ?? {};
  for (const [lang, name] of Object.entries(listed)) add(lang, name, `subs_${name}`);
  const asset = attributes['edx_video_id'];
  for (const { attributes: said } of elementsBelow(elementAt(xml, 'video_asset'), 'transcript'))
    if (asset)
      add(said['language_code'], `${asset}-${said['language_code']}.${said['file_format'] ?? 'srt'}`);
  const sub = attributes['sub'];
  if (sub) add('en', `subs_${sub}.srt.sjson`, `${sub}.srt`, `subs_${sub}.srt`);
  return files;
}

async function captionsOf(node: OlxNode, { files, pack }: LeafScene, notes: Note[]): Promise<CaptionTrack[]> {
  const tracks: CaptionTrack[] = [];
  for (const [lang, names] of captionFiles(node)) {
    const path = names
      .map((name) => files.pathOf(assetNameOf(name) ?? name))
      .find((found) => found !== undefined);
    const bytes = path === undefined ? undefined : await pack.bytes(path);
    const captions = bytes === undefined ? undefined : readCaptions(bytes, lang);
    if (captions === undefined || captions.cues.length === 0) {
      notes.push({
        code: bytes === undefined ? 'transcript-missing' : 'transcript-unreadable',
        values: { lang },
      });
      continue;
    }
    files.read(path);
    if (captions.problems.length > 0) notes.push({ code: 'transcript-mended', values: { lang } });
    tracks.push({ lang: lang.slice(0, 35), kind: 'captions', vtt: writeVtt(captions) });
  }
  return tracks;
}

/** A handout, and a transcript to download that is no caption file. */
function downloads(node: OlxNode, scene: LeafScene, notes: Note[]): DraftBlock[] {
  const named = ['handout', 'track'].flatMap((name) => {
    const address = elementAt(node.xml, name)?.attributes['src'] ?? node.attributes[name];
    return address ? [address] : [];
  });
  return [...new Set(named)].flatMap((address): DraftBlock[] => {
    const file = rewriteFile(address, scene) ?? rewriteFile(`/static/${address}`, scene);
    if (file?.note) notes.push(file.note);
    const id = file?.href?.slice('file:'.length);
    const label = scene.files.nameOf(id);
    return id === undefined || label === undefined ? [] : [{ content: { type: 'file', file: id, label } }];
  });
}
