import Markdown from 'markdown-it';
import { mayLinkTo } from './allowed.ts';

/** Between the signs of mathematics, stars, underscores and backslashes are letters. */
const maths = /\\\([\s\S]{1,2000}?\\\)|\\\[[\s\S]{1,4000}?\\\]/y;

/** CommonMark with tables and strikethrough; HTML may stand in it. `mayLink` says which addresses stay links. */
export function markdownFormat(mayLink: (address: string) => boolean) {
  const format = new Markdown('commonmark', { html: true, maxNesting: 30 }).enable([
    'table',
    'strikethrough',
  ]);
  format.validateLink = mayLink;
  format.inline.ruler.before('escape', 'maths', (state, silent) => {
    maths.lastIndex = state.pos;
    const found = maths.exec(state.src)?.[0];
    if (found === undefined) return false;
    if (!silent) state.push('text', '', 0).content = found;
    state.pos += found.length;
    return true;
  });
  return format;
}

/** The Markdown of course texts, for pages and for the editor in the browser; what it makes is not clean yet. */
export const courseMarkdown = markdownFormat(mayLinkTo);
