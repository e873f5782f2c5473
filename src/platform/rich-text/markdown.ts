import Markdown, { type MarkdownIt } from 'markdown-it';

/** How a text names one of our own pictures: `![What it shows](picture:0192-...)`. */
const pictureScheme = 'picture:';

/** Where a link may lead: the web, a mail program, this site, a place on the page. Backslashes turn into slashes in browsers. */
const linkForm = /^(https?:\/\/|mailto:|tel:|#|\/(?![/\\]))/i;

/** Whether an address may stand in a text, as a link or as one of our pictures. */
export const mayLinkTo = (address: string): boolean =>
  linkForm.test(address) || pictureIdOf(address) !== undefined;

/** The id of one of our pictures; undefined for any other address. */
export function pictureIdOf(address: string): string | undefined {
  const id = address.startsWith(pictureScheme) ? address.slice(pictureScheme.length) : '';
  return /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
}

/** The tokenizer of the format: CommonMark without HTML, and tables. A new one each time: rules are added to it. */
export function markdownFormat(): MarkdownIt {
  const format = new Markdown('commonmark', { html: false, maxNesting: 24 }).enable('table');
  format.validateLink = mayLinkTo;
  return format;
}
