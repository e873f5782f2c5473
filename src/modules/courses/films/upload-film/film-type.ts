const textAt = (bytes: Uint8Array, from: number, length: number): string =>
  Buffer.from(bytes.subarray(from, from + length)).toString('latin1');

/** Types of what may be inside an Ogg or MP4 wrapper, by what stands near the beginning. */
const ogg = (start: string): string => (/theora|VP80|\x80theora/.test(start) ? 'video/ogg' : 'audio/ogg');

function iso(brand: string): string {
  if (brand === 'qt  ') return 'video/quicktime';
  if (/^(?:M4A|M4B|F4A)/.test(brand)) return 'audio/mp4';
  return /^3g/.test(brand) ? 'video/3gpp' : 'video/mp4';
}

function riff(kind: string): string | undefined {
  return kind === 'WAVE' ? 'audio/wav' : kind === 'AVI ' ? 'video/x-msvideo' : undefined;
}

const asf = '3026b2758e66cf11';

/** How many bytes of the beginning `filmType` wants to see. */
export const typeBytes = 4096;

/**
 * The media type of a film or a recording, by its first bytes: names lie, and browsers are told what they get. Undefined for
 * what is neither.
 */
export function filmType(bytes: Uint8Array): string | undefined {
  const start = textAt(bytes, 0, typeBytes);
  if (/^(?:ftyp|moov|mdat|wide|free|skip)/.test(start.slice(4)))
    return iso(start.startsWith('ftyp', 4) ? start.slice(8, 12) : 'qt  ');
  if (start.startsWith('\x1aE\xdf\xa3')) return start.includes('webm') ? 'video/webm' : 'video/x-matroska';
  if (start.startsWith('OggS')) return ogg(start);
  if (start.startsWith('RIFF')) return riff(start.slice(8, 12));
  if (start.startsWith('ID3') || isMpegAudio(bytes)) return 'audio/mpeg';
  if (start.startsWith('fLaC')) return 'audio/flac';
  if (start.startsWith('FLV\x01')) return 'video/x-flv';
  if (start.startsWith('FORM') && /^AIF[FC]/.test(start.slice(8))) return 'audio/aiff';
  if (Buffer.from(bytes.subarray(0, 8)).toString('hex') === asf) return 'video/x-ms-wmv';
  if (/^\0\0\x01[\xba\xb3]/.test(start)) return 'video/mpeg';
  // a transport stream says so every 188 bytes, and nowhere else
  return [0, 188, 376].every((at) => bytes[at] === 0x47) ? 'video/mp2t' : undefined;
}

/** A frame of MPEG audio, layers I to III, or of AAC by itself. */
const isMpegAudio = ([first = 0, second = 0, third = 0]: Uint8Array): boolean =>
  first === 0xff && (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (third & 0xf0) !== 0xf0;
