import { renderMaths } from './render-maths.ts';

/** What a page knows of a file of the course. */
export interface ShownFile {
  readonly href: string;
  /** Of a picture, in CSS pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  /** Of a picture, better formats first: { type: 'image/avif', srcset: '/a/320.avif 320w, ...' }. */
  readonly sources?: readonly { readonly type: string; readonly srcset: string }[];
  /** For links: "PDF, 2 MB". */
  readonly says?: string | undefined;
}

export interface TextScene {
  readonly fileOf: (id: string) => ShownFile | undefined;
  /** Address of a unit of the course; undefined when there is none. */
  readonly unitAddress: (id: string) => string | undefined;
  /** "Table", in the reader's language: tables scroll sideways inside themselves. */
  readonly tableLabel: string;
  /** Pictures become links that say their size: for weak links. */
  readonly textOnly?: boolean;
}

const tag = /<(a|img|table|\/table|pre|code|\/pre|\/code)\b([^>]*)>/g;
const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1];

/** HTML for a page from a clean course text: links and pictures of the course get their addresses, mathematics its signs. */
export function renderCourseText(text: string, scene: TextScene): string {
  const linked = text.includes('<')
    ? inLevels(text).replace(tag, (whole, name: string, rest: string) => shown(whole, name, rest, scene))
    : text;
  return linked.includes('\\(') || linked.includes('\\[') ? renderMaths(linked) : linked;
}

const heading = /<(\/?)h([2-6])\b/g;

/** Headings begin below the page's own and go down one level at a time, whatever levels their author took. */
function inLevels(text: string): string {
  const open: { readonly said: number; readonly shown: number }[] = [];
  return text.replace(heading, (_whole, slash: string, level: string) => {
    const said = Number(level);
    if (slash === '') {
      while ((open.at(-1)?.said ?? 0) >= said) open.pop();
      open.push({ said, shown: Math.min(6, (open.at(-1)?.shown ?? 1) + 1) });
    }
    return `<${slash}h${open.at(-1)?.shown ?? 2}`;
  });
}

function shown(whole: string, name: string, rest: string, scene: TextScene): string {
  if (name === 'a') return linkTag(whole, rest, scene);
  if (name === 'img') return picture(rest, scene);
  if (name === 'table')
    return `<div class="scroll" tabindex="0" role="region" aria-label="${escape(scene.tableLabel)}">${whole}`;
  if (name === '/table') return `${whole}</div>`;
  if (name === 'pre') return `<pre dir="ltr" tabindex="0"${rest}>`;
  return whole;
}

function linkTag(whole: string, rest: string, { fileOf, unitAddress }: TextScene): string {
  const address = attribute(rest, 'href');
  if (address === undefined) return whole;
  const others = rest.replace(/\shref="[^"]*"/, '');
  const [, kind, id = '', anchor = ''] = /^(file|unit):([^#]*)(#.*)?$/.exec(address) ?? [];
  if (kind === 'file') {
    const file = fileOf(id);
    return file ? `<a href="${escape(file.href)}"${others}>` : `<a${others}>`;
  }
  if (kind === 'unit') {
    const href = unitAddress(id);
    return href === undefined ? `<a${others}>` : `<a href="${escape(href)}${anchor}"${others}>`;
  }
  return /^https?:/i.test(address) ? `<a href="${address}"${others} rel="noopener">` : whole;
}

function picture(rest: string, { fileOf, textOnly }: TextScene): string {
  const alt = attribute(rest, 'alt') ?? '';
  const file = fileOf(/^file:([\w-]+)/.exec(attribute(rest, 'src') ?? '')?.[1] ?? '');
  if (!file) return alt === '' ? '' : `<span class="lost-picture">${alt}</span>`;
  if (textOnly) {
    const says = [alt, file.says === undefined ? '' : escape(file.says)].filter(Boolean).join(' · ');
    return `<a class="picture-link" href="${escape(file.href)}">${says || escape(file.href)}</a>`;
  }
  const box = boxOf(rest, file);
  const image = `<img src="${escape(file.href)}" alt="${alt}"${box} loading="lazy" decoding="async">`;
  const sources = (file.sources ?? []).map(
    ({ type, srcset }) =>
      `<source type="${type}" srcset="${escape(srcset)}" sizes="(min-width: 760px) 44rem, 100vw">`,
  );
  return sources.length === 0 ? image : `<picture>${sources.join('')}${image}</picture>`;
}

/** The picture's own measures, or what the author wanted of its width, in proportion. */
function boxOf(rest: string, { width, height }: ShownFile): string {
  if (width === undefined || height === undefined) return '';
  const wanted = Number(attribute(rest, 'width') ?? 0);
  const shownWidth = wanted > 0 && wanted < width ? wanted : width;
  return ` width="${shownWidth}" height="${Math.max(1, Math.round((height * shownWidth) / width))}"`;
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
