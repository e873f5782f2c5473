import type sanitize from 'sanitize-html';

const inline =
  'a em strong code sub sup kbd mark s u small abbr cite q samp var dfn span br img bdi bdo ruby rb rt rp wbr'.split(
    ' ',
  );
const blocks = [
  ...'p h2 h3 h4 h5 ul ol li dl dt dd blockquote pre hr div aside details summary'.split(' '),
  ...'figure figcaption table caption colgroup col thead tbody tfoot tr th td'.split(' '),
];
/** Presentation MathML; annotations and scripts of it have no place. */
const maths = [
  ...'math mrow mi mo mn ms mtext mspace mfrac msqrt mroot msub msup msubsup munder mover munderover'.split(
    ' ',
  ),
  ...'mtable mtr mtd mstyle mpadded mphantom menclose mmultiscripts mprescripts none'.split(' '),
];

/** Kinds of boxes that stand out of the text. */
export const calloutKinds = ['note', 'tip', 'warning', 'example', 'key'] as const;

const presentation: sanitize.IOptions['transformTags'] = {
  b: 'strong',
  i: 'em',
  strike: 's',
  del: 's',
  ins: 'u',
  tt: 'code',
  h1: 'h2',
  h6: 'h5',
  section: 'div',
  article: 'div',
  main: 'div',
  header: 'div',
  footer: 'div',
  nav: 'div',
  center: 'div',
  hgroup: 'div',
  address: 'p',
};

/** A name of a part of the course: `file:ID`, `unit:ID`. */
const ofCourse = /^(file|unit):[A-Za-z0-9][\w-]{0,79}(#[\w:.-]{1,200})?$/;
const abroad = /^(https?:\/\/|mailto:|tel:)/i;

/** Whether an address may stand in a link of a course text. */
export const mayLinkTo = (address: string): boolean =>
  ofCourse.test(address) || abroad.test(address) || /^#[\w:.-]{1,200}$/.test(address);

const fileOnly = (address = ''): boolean => address.startsWith('file:') && ofCourse.test(address);

const aligned = (style = ''): string | undefined => {
  const side = /(?:^|;)\s*text-align\s*:\s*(left|right|center|justify)/i.exec(style)?.[1]?.toLowerCase();
  return side === 'center' ? 'centre' : side === 'right' ? 'end' : undefined;
};

type Attributes = Record<string, string>;

function cell(tagName: string, { style, align, class: names = '', ...rest }: Attributes): sanitize.Tag {
  const kept = /\b(end|centre)\b/.exec(names)?.[1];
  const side = kept ?? aligned(style) ?? aligned(`text-align:${align ?? ''}`);
  return { tagName, attribs: { ...rest, ...(side && { class: side }) } };
}

function link(tagName: string, { href = '', ...rest }: Attributes): sanitize.Tag {
  const address = href.trim();
  const name = rest['id'] ?? rest['name'];
  return {
    tagName,
    attribs: {
      ...(mayLinkTo(address) && { href: address }),
      ...pick(rest, ['title', 'lang', 'hreflang']),
      ...(name && { id: name }),
    },
  };
}

function image(
  tagName: string,
  { src = '', alt = '', width, height, title, class: names = '' }: Attributes,
): sanitize.Tag {
  const address = src.trim();
  // an author may say that a picture is only decoration: then nobody misses its words
  const isDecorative = alt === '' && /\bdecorative\b/.test(names);
  const said = { ...(title && { title }), ...(isDecorative && { class: 'decorative' }) };
  if (fileOnly(address))
    return { tagName, attribs: { src: address, alt, ...said, ...size({ width, height }) } };
  // a picture of another site would tell that site who reads here: it is a link
  return abroad.test(address)
    ? { tagName: 'a', attribs: { href: address }, text: alt || address }
    : { tagName: 'span', attribs: {}, text: alt };
}

const size = (given: { width?: string | undefined; height?: string | undefined }): Attributes =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      /^\d{1,4}$/.test(value ?? '') ? [[name, value ?? '']] : [],
    ),
  );

const pick = (from: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(names.flatMap((name) => (from[name] ? [[name, from[name]]] : [])));

function callout(tagName: string, { class: names = '', ...rest }: Attributes): sanitize.Tag {
  const kind = calloutKinds.find((each) => names.split(/\s+/).includes(each)) ?? 'note';
  return { tagName, attribs: { ...pick(rest, ['lang', 'dir']), class: kind } };
}

const names = [...inline, ...blocks, ...maths];

/** What a course text may hold; everything else is taken out, its words stay. */
export const allowed: sanitize.IOptions = {
  allowedTags: names,
  allowedAttributes: {
    '*': ['lang', 'dir', 'id'],
    a: ['href', 'title', 'hreflang'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    ol: ['start', 'type', 'reversed'],
    li: ['value'],
    abbr: ['title'],
    dfn: ['title'],
    q: ['cite'],
    blockquote: ['cite'],
    td: ['colspan', 'rowspan', 'headers'],
    th: ['colspan', 'rowspan', 'headers', 'scope', 'abbr'],
    col: ['span'],
    colgroup: ['span'],
    details: ['open'],
    math: ['display', 'alttext'],
    mi: ['mathvariant'],
    mo: ['stretchy', 'fence', 'separator', 'form', 'lspace', 'rspace'],
    mspace: ['width'],
    mfrac: ['linethickness'],
    mtable: ['columnalign'],
    menclose: ['notation'],
  },
  allowedClasses: {
    aside: [...calloutKinds],
    img: ['decorative'],
    td: ['end', 'centre'],
    th: ['end', 'centre'],
    code: ['language-*'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel', 'file', 'unit'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // their content is no text for people
  nonTextTags: [
    'style',
    'script',
    'textarea',
    'option',
    'noscript',
    'template',
    'annotation',
    'annotation-xml',
    'title',
    'head',
  ],
  nestingLimit: 100,
  transformTags: { ...presentation, td: cell, th: cell, a: link, img: image, aside: callout },
  parser: { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
};

export const isAllowedTag = (name: string): boolean => names.includes(name) || name in presentation;
