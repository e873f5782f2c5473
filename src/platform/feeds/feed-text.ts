/** What a feed's bytes say their encoding is; UTF-8 where they say nothing that is known. */
export function feedText(bytes: Uint8Array, contentType = ''): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  const said =
    markOf(start) ??
    /charset="?([\w-]+)/i.exec(contentType)?.[1] ??
    /<\?xml[^>]*\bencoding=["']([\w-]+)/i.exec(start)?.[1] ??
    'utf-8';
  return decoder(said).decode(bytes);
}

/** Byte order marks as they look when each byte is a letter. */
const markOf = (start: string): string | undefined => {
  if (start.startsWith('\xef\xbb\xbf')) return 'utf-8';
  if (start.startsWith('\xff\xfe')) return 'utf-16le';
  return start.startsWith('\xfe\xff') ? 'utf-16be' : undefined;
};

function decoder(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('utf-8');
  }
}
