/** Plain text of a document as HTML: paragraphs, line breaks, and lists from lines that start with "- ". */
export function htmlOfText(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => htmlOfBlock(block.split('\n')))
    .join('');
}

function htmlOfBlock(lines: readonly string[]): string {
  const parts: string[] = [];
  let paragraph: string[] = [];
  let items: string[] = [];
  const close = () => {
    if (paragraph.length > 0) parts.push(`<p>${paragraph.join('<br>')}</p>`);
    if (items.length > 0) parts.push(`<ul>${items.join('')}</ul>`);
    paragraph = [];
    items = [];
  };
  for (const line of lines) {
    const isItem = line.startsWith('- ');
    if (isItem ? paragraph.length > 0 : items.length > 0) close();
    if (isItem) items.push(`<li>${escapeHtml(line.slice(2))}</li>`);
    else paragraph.push(escapeHtml(line));
  }
  close();
  return parts.join('');
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
