/** How files of a language were written before everything was UTF-8. */
const olderEncodings: Readonly<Record<string, string>> = {
  ru: 'windows-1251',
  uk: 'windows-1251',
  bg: 'windows-1251',
  ar: 'windows-1256',
  fa: 'windows-1256',
  el: 'windows-1253',
  tr: 'windows-1254',
  he: 'windows-1255',
  pl: 'windows-1250',
  cs: 'windows-1250',
  hu: 'windows-1250',
  zh: 'gb18030',
  ja: 'shift_jis',
  ko: 'euc-kr',
};

/**
 * The text of a caption file: UTF-8 or UTF-16 where it is that, else as files of its language used to be written
 * (Windows-1252 where the language says nothing). `guessed` where no one could be sure.
 */
export function captionText(
  bytes: Uint8Array,
  lang = '',
): { readonly text: string; readonly guessed: boolean } {
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), guessed: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    const older = olderEncodings[lang.slice(0, 2).toLowerCase()] ?? 'windows-1252';
    return { text: new TextDecoder(older).decode(bytes), guessed: true };
  }
}

/** Two bytes a character: said by a mark, or seen by the NULs of Latin letters and digits. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [first = 0, second = 0] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const start = bytes.subarray(0, 200);
  const nulsAt = (rest: number) => start.filter((byte, at) => byte === 0 && at % 2 === rest).length;
  if (nulsAt(1) > start.length / 4) return 'utf-16le';
  return nulsAt(0) > start.length / 4 ? 'utf-16be' : undefined;
}
