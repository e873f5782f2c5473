/** The words of a mail, already in its language. */
export interface MailWords {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Name of the site. */
  readonly brand: string;
  readonly title: string;
  /** What is said, a text a paragraph. */
  readonly paragraphs: readonly string[];
  /** The one thing to do. */
  readonly action?: { readonly label: string; readonly url: string };
  /** Short lines with a link each: what is new, what was found. */
  readonly links?: readonly { readonly label: string; readonly url: string; readonly note?: string }[];
  /** A code to type in, shown large. */
  readonly code?: string;
  /** Small print: why this mail came. */
  readonly footer: readonly string[];
  /** Beside the small print. */
  readonly footerLinks?: readonly { readonly label: string; readonly url: string }[];
  readonly unsubscribe?: { readonly label: string; readonly url: string };
}

/**
 * The same mail as plain text and as HTML. No picture, nothing loaded from anywhere, no trace of who opened it; reads
 * well in light and dark, from both sides, and with styles left out.
 * @throws Error when an address is no web address
 */
export function mailLayout(words: MailWords): { readonly text: string; readonly html: string } {
  const links = [words.action, words.unsubscribe, ...(words.links ?? []), ...(words.footerLinks ?? [])];
  for (const { url } of links.filter((one) => one !== undefined))
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) throw new Error(`not a web address: ${url}`);
  return { text: textOf(words), html: htmlOf(words) };
}

function textOf(words: MailWords): string {
  const blocks = [
    words.title,
    ...words.paragraphs,
    words.code,
    words.action && `${words.action.label}\n${words.action.url}`,
    ...(words.links ?? []).map(({ label, url, note }) => [label, note, url].filter(Boolean).join('\n')),
    ['-- ', words.brand, ...words.footer].join('\n'),
    ...[...(words.footerLinks ?? []), words.unsubscribe].map((one) => one && `${one.label}\n${one.url}`),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

const style = `
:root{color-scheme:light dark}
body{margin:0;padding:24px 16px;background:#fbf8f3;color:#1b2a33;font:17px/1.6 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;text-align:start}
main,footer{max-width:560px;margin:0 auto}
h1{font-size:26px;line-height:1.2;margin:24px 0 16px}
p{margin:0 0 16px;overflow-wrap:anywhere}
a{color:#0f5c6e}
.brand{font-weight:700;margin:0}
.action a{display:inline-block;padding:12px 24px;border-radius:999px;background:#0f5c6e;color:#fff;font-weight:600;text-decoration:none}
.code{font:700 30px/1.2 ui-monospace,Consolas,monospace;letter-spacing:.12em}
.note,footer{color:#566570;font-size:15px}
footer{margin-top:32px;padding-top:16px;border-top:1px solid #e2d9c9}
@media (prefers-color-scheme:dark){body{background:#10181d;color:#ece6db}a{color:#6fc3d3}.action a{background:#6fc3d3;color:#0c1418}.note,footer{color:#a5b3bb}footer{border-color:#2b3b45}}
`.trim();

function htmlOf(words: MailWords): string {
  const { lang, dir, title, action, code, unsubscribe } = words;
  const body = [
    `<p class="brand">${escapeHtml(words.brand)}</p>`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...words.paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
    code === undefined ? '' : `<p class="code" dir="ltr">${escapeHtml(code)}</p>`,
    action ? `<p class="action">${link(action)}</p>` : '',
    ...(words.links ?? []).map((one) => `<p>${link(one)}${one.note === undefined ? '' : note(one.note)}</p>`),
  ];
  const small = words.footer.map((text) => `<p>${escapeHtml(text)}</p>`);
  for (const one of [...(words.footerLinks ?? []), unsubscribe]) if (one) small.push(`<p>${link(one)}</p>`);
  return [
    `<!doctype html><html lang="${escapeHtml(lang)}" dir="${dir}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">`,
    `<title>${escapeHtml(title)}</title><style>${style}</style></head>`,
    `<body dir="${dir}"><main>${body.join('')}</main><footer>${small.join('')}</footer></body></html>`,
  ].join('\n');
}

function link({ label, url }: { label: string; url: string }): string {
  return `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`;
}

function note(text: string): string {
  return `<br><span class="note">${escapeHtml(text)}</span>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
