import { Parser } from 'htmlparser2';

const unseenElements = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'textarea',
  'select',
  'option',
  'svg',
]);
const voidElements = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'em',
  'font',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

/** What a visitor reads on a page: its title and its visible text; nothing of scripts, comments and hidden parts. */
export function pageText(html: string): string {
  let text = '';
  const open: { readonly name: string; readonly isHidden: boolean }[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!inline.has(name)) text += '\n';
      if (voidElements.has(name)) return;
      const isHidden = (open.at(-1)?.isHidden ?? false) || unseenElements.has(name) || isUnseen(attributes);
      open.push({ name, isHidden });
    },
    ontext(piece) {
      if (!open.at(-1)?.isHidden) text += piece;
    },
    onclosetag(name) {
      if (!inline.has(name)) text += '\n';
      const at = open.findLastIndex((each) => each.name === name);
      if (at >= 0) open.length = at;
    },
  });
  parser.end(html);
  return text;
}

function isUnseen(attributes: Readonly<Record<string, string>>): boolean {
  if ('hidden' in attributes || attributes['aria-hidden'] === 'true') return true;
  const style = (attributes['style'] ?? '').toLowerCase().replaceAll(/\s/g, '');
  return /display:none|visibility:hidden|opacity:0(?![.\d])|font-size:0(?![.\d])/.test(style);
}
