import { Parser } from 'htmlparser2';

const dropped = new Set([
  'script',
  'style',
  'head',
  'template',
  'iframe',
  'object',
  'svg',
  'math',
  'noscript',
  'select',
  'textarea',
]);
const paragraphs = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'dl',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'section',
  'article',
  'blockquote',
  'pre',
  'header',
  'footer',
  'main',
  'aside',
  'nav',
  'figure',
  'hr',
  'address',
  'details',
  'center',
  'form',
  'fieldset',
]);
const lines = new Set(['li', 'tr', 'dt', 'dd', 'caption', 'figcaption', 'summary', 'option']);

/** Collects text; breaks asked for before and after blocks collapse into the largest one. */
class TextBuilder {
  private out = '';
  private pending = 0;
  private afterBullet = true;

  break(lineCount: number): void {
    if (!this.afterBullet) this.pending = Math.max(this.pending, lineCount);
  }

  bullet(): void {
    this.break(1);
    if (this.out !== '' && !this.afterBullet) this.flush();
    if (!this.out.endsWith('- ')) this.out += '- ';
    this.afterBullet = true;
  }

  add(text: string): void {
    if (!/\S/.test(text)) {
      // An entity comes as a piece of its own: a no-break space between two words is kept as one.
      if (!this.afterBullet && this.pending === 0) this.out += /[\u00a0\u202f]/.test(text) ? text : ' ';
      return;
    }
    this.flush();
    this.out += this.afterBullet ? text.trimStart() : text;
    this.afterBullet = false;
  }

  newLine(): void {
    if (this.afterBullet) return;
    if (this.pending > 0) this.pending = 2;
    else this.pending = 1;
  }

  toString(): string {
    // A list item without words leaves a bare dash behind.
    return this.out.replace(/^- *$/gm, '');
  }

  private flush(): void {
    if (this.pending > 0) this.out += this.pending === 1 ? '\n' : '\n\n';
    this.pending = 0;
  }
}

export interface MarkupOptions {
  /** Line breaks of the source are the author's (there are no block elements that would part the text). */
  readonly keepLines: boolean;
}

/** The text of a piece of HTML: blocks parted by blank lines, "- " before list items, entities decoded. */
export function readMarkup(html: string, options: MarkupOptions): string {
  const built = new TextBuilder();
  let silent = 0;
  let items = 0;
  const edge = (name: string): void => {
    if (paragraphs.has(name)) built.break(items > 0 ? 1 : 2);
    else if (lines.has(name)) built.break(1);
    else if (name === 'td' || name === 'th') built.add(' ');
  };
  const parser = new Parser(
    {
      onopentagname(name) {
        if (dropped.has(name)) silent++;
        if (name === 'br') built.newLine();
        else if (name !== 'li') edge(name);
        if (name === 'li') {
          items++;
          built.bullet();
        }
      },
      ontext(text) {
        if (silent === 0) built.add(options.keepLines ? text : text.replace(/[\t\n ]+/g, ' '));
      },
      onclosetag(name) {
        if (dropped.has(name)) silent = Math.max(0, silent - 1);
        if (name === 'li') items = Math.max(0, items - 1);
        if (name !== 'br') edge(name);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, recognizeCDATA: true },
  );
  parser.end(html);
  return built.toString();
}
