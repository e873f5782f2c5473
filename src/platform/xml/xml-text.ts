/** Controls but tab and line ends, and non-characters: XML 1.0 has no way to write them. */
const notInXml = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff\ufffd]/gu;

/** Text for XML 1.0: marks escaped, and what XML cannot hold (controls, lone surrogates, non-characters) left out. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(notInXml, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** An element; `content` is text to escape, or elements that stand already written. */
export function xmlElement(
  name: string,
  content: string | readonly string[],
  attributes: Readonly<Record<string, string | undefined>> = {},
): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlText(value)}"`],
  );
  const inside = typeof content === 'string' ? xmlText(content) : content.join('');
  return `<${name}${said.join('')}>${inside}</${name}>`;
}
