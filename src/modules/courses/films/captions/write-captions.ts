import type { CaptionBlock, Captions, Cue } from './cue.ts';
import { decodeEntities } from './cue-text.ts';
import { writeTime } from './cue-time.ts';

const keywords: Record<CaptionBlock['kind'], string> = { note: 'NOTE', style: 'STYLE', region: 'REGION' };

/** A WebVTT file; `readCaptions` reads back the same. */
export function writeVtt({ cues, blocks }: Captions): string {
  const parts = ['WEBVTT'];
  // styles and regions may only stand before the first cue
  const atFirst = blocks.filter((block) => block.kind !== 'note');
  parts.push(...atFirst.map(blockText));
  const notes = blocks.filter((block) => block.kind === 'note');
  for (const [at, cue] of cues.entries()) {
    parts.push(...notes.filter((note) => note.after === at).map(blockText), vttCue(cue));
  }
  parts.push(...notes.filter((note) => note.after >= cues.length).map(blockText));
  return `${parts.join('\n\n')}\n`;
}

const blockText = ({ kind, text }: CaptionBlock): string =>
  `${keywords[kind]}${text.includes('\n') || kind !== 'note' ? '\n' : ' '}${text.replace(/\n\s*\n/g, '\n')}`;

function vttCue(cue: Cue): string {
  const settings = cue.settings ? ` ${cue.settings}` : '';
  const times = `${writeTime(cue.start)} --> ${writeTime(cue.end)}${settings}`;
  return [...(cue.id ? [cue.id] : []), times, cue.text].join('\n');
}

/**
 * A SubRip file: numbers, commas, CRLF. It knows bold, italics and underlining only; the voice is said before its words,
 * and places, notes and styles stay behind.
 */
export function writeSrt({ cues }: Captions): string {
  const written = cues.map((cue, at) =>
    [
      String(at + 1),
      `${writeTime(cue.start, ',')} --> ${writeTime(cue.end, ',')}`,
      ...srtText(cue.text).split('\n'),
    ].join('\r\n'),
  );
  return `${written.join('\r\n\r\n')}\r\n`;
}

const srtText = (text: string): string =>
  text
    .split(/(<[^<>]*>)/)
    .map((piece) => (piece.startsWith('<') ? srtTag(piece) : literal(piece)))
    .join('');

function srtTag(tag: string): string {
  if (/^<\/?[biu]>$/.test(tag)) return tag;
  const voice = /^<v(?:\.[\w-]+)* ([^>]*)>$/.exec(tag)?.[1];
  return voice === undefined ? '' : `${literal(voice)}: `;
}

/** As it reads, but for what would be taken for markup again. */
const literal = (text: string): string =>
  decodeEntities(
    text.replace(/&amp;(?=(?:#\w{1,7}|\w{2,8});)/g, '&amp;amp;').replace(/&lt;(?=[a-z!?/\d])/gi, '&amp;lt;'),
  );
