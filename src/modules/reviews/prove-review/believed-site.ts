import { getDomain } from 'tldts';

/** Sites on which anybody publishes under the site's own name: their word proves nothing about a course. */
const openToAll = new Set(
  (
    'google.com facebook.com youtube.com linkedin.com notion.so medium.com wordpress.com github.com gitlab.com wikipedia.org ' +
    'reddit.com x.com twitter.com vk.com telegra.ph docs.com archive.org'
  ).split(' '),
);

/**
 * Whether an address speaks for who gives the course: the site of the course's own page. Names under which others may
 * publish (github.io and the like) count as sites of their own. Undefined when the course has no page to go by.
 */
export function isBelieved(address: string, courseUrl: string | undefined): boolean | undefined {
  if (courseUrl === undefined || !URL.canParse(courseUrl)) return undefined;
  if (!URL.canParse(address)) return false;
  const [theirs, course] = [siteOf(new URL(address)), siteOf(new URL(courseUrl))];
  return theirs === course && !openToAll.has(course);
}

/** The domain that somebody registered; host and port where there is none (an address in figures). */
function siteOf(url: URL): string {
  return getDomain(url.hostname, { allowPrivateDomains: true }) ?? url.host;
}
