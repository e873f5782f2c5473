import { type Document, type Element, isTag, isText, Text } from 'domhandler';
import { filter, removeElement, replaceElement, textContent } from 'domutils';
import type { TextScene } from './text-scene.ts';
import { webAddress } from './film-link.ts';

/** Links and pictures of a page get the names that the course knows; formulas get the course's signs. */
export function rewriteLinks(page: Document, scene: TextScene): void {
  for (const node of filter(() => true, page.children)) {
    if (node.type === 'comment' || node.type === 'directive') removeElement(node);
    else if (isText(node)) node.data = inCode(node) ? node.data : withCourseMaths(node.data);
    else if (isTag(node)) rewriteElement(node, scene);
  }
}

function rewriteElement(element: Element, scene: TextScene): void {
  if (element.name === 'a') rewriteLink(element, scene);
  else if (element.name === 'img') rewritePicture(element, scene);
  else if (element.name === 'math') rewriteMathMl(element);
  else if (element.name === 'script') rewriteMathScript(element);
}

function rewriteLink(element: Element, { follow, files, book }: TextScene): void {
  const address = element.attribs['href'];
  if (address === undefined) return;
  const target = follow(address);
  if (target.kind === 'file') element.attribs['href'] = `file:${files.use(target.path, target.name)}`;
  else if (target.kind === 'unit') element.attribs['href'] = `unit:${target.id}`;
  else if (target.kind === 'abroad') element.attribs['href'] = target.address;
  else {
    delete element.attribs['href'];
    book.lost('link-missing', address);
  }
}

function rewritePicture(element: Element, { follow, files, book }: TextScene): void {
  const formula = formulaOf(element);
  if (formula !== undefined) return replaceElement(element, new Text(`\\(${formula}\\)`));
  const address = element.attribs['src'] ?? '';
  const target = follow(address);
  if (target.kind === 'file') {
    element.attribs['src'] = `file:${files.use(target.path, target.name)}`;
    if (element.attribs['alt'] === undefined) book.tell('picture-without-words', target.name ?? target.path);
  } else if (target.kind === 'abroad') {
    element.attribs['src'] = target.address;
    if (!/^data:/i.test(target.address))
      book.lost('picture-elsewhere', webAddress(target.address)?.host ?? address);
  } else {
    delete element.attribs['src'];
    book.lost('picture-missing', address);
  }
}

/** Pictures that platforms make of a formula and that still carry its LaTeX. */
function formulaOf({ attribs }: Element): string | undefined {
  const kept = attribs['data-equation-content'];
  if (kept !== undefined && kept.trim() !== '') return kept.trim();
  const byClass = /\b(equation_image|texrender|Wirisformula|latex)\b/.test(attribs['class'] ?? '');
  const source = (attribs['alt'] ?? '').trim().replace(/^LaTeX:\s*/, '');
  return byClass && /[\\^_]/.test(source) ? source.replace(/^\${1,2}|\${1,2}$/g, '') : undefined;
}

/** LaTeX that MathML carries along is what people edit; without it the MathML stays. */
function rewriteMathMl(element: Element): void {
  const [source] = filter(
    (node) => isTag(node) && node.name === 'annotation' && /tex/i.test(node.attribs['encoding'] ?? ''),
    element.children,
  );
  const latex = source === undefined ? '' : textContent(source).trim();
  if (latex === '') return;
  const display = element.attribs['display'] === 'block';
  replaceElement(element, new Text(display ? `\\[${latex}\\]` : `\\(${latex}\\)`));
}

/** MathJax: `<script type="math/tex; mode=display">`. */
function rewriteMathScript(element: Element): void {
  const type = element.attribs['type'] ?? '';
  if (!type.startsWith('math/tex')) return;
  const latex = textContent(element).trim();
  replaceElement(element, new Text(type.includes('display') ? `\\[${latex}\\]` : `\\(${latex}\\)`));
}

const inCode = (node: Text): boolean => {
  for (let at = node.parent; at !== null; at = at.parent)
    if (isTag(at) && ['code', 'pre', 'script', 'style', 'textarea'].includes(at.name)) return true;
  return false;
};

/** `$$ $$` and `[tex] [/tex]` are other platforms' signs of mathematics. */
export function withCourseMaths(words: string): string {
  return words
    .replace(/\$\$([^$]{1,2000})\$\$/g, (_, latex: string) => `\\[${latex.trim()}\\]`)
    .replace(/\[tex\]([\s\S]{1,2000}?)\[\/tex\]/gi, (_, latex: string) => `\\(${latex.trim()}\\)`);
}
