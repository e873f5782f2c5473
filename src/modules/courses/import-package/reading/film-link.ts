export interface FilmLink {
  readonly site: 'youtube' | 'vimeo' | 'peertube' | 'other';
  readonly url: string;
}

const filmFile = /\.(mp4|m4v|webm|ogv|mov)$/i;
const peertube = /^\/(?:videos\/(?:embed|watch)\/([\w-]{8,40})|w\/([\w-]{20,40}))$/;

/** The page of a film that an address leads to or embeds; undefined when it is no film. */
export function filmLinkOf(address: string): FilmLink | undefined {
  const url = webAddress(address);
  if (url === undefined) return undefined;
  const host = url.hostname.replace(/^(www|m)\./, '');
  if (host === 'youtu.be') return youtube(url.pathname.slice(1));
  if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    const inPath = /^\/(?:embed|v|shorts|live)\/([\w-]+)/.exec(url.pathname)?.[1];
    return youtube(inPath ?? url.searchParams.get('v') ?? '');
  }
  const vimeo = /^\/(?:video\/|channels\/\w+\/)?(\d+)/.exec(url.pathname)?.[1];
  if (/(^|\.)vimeo\.com$/.test(host) && vimeo !== undefined)
    return { site: 'vimeo', url: `https://vimeo.com/${vimeo}` };
  const [, framed, paged] = peertube.exec(url.pathname) ?? [];
  const watched = framed ?? paged;
  if (watched !== undefined) return { site: 'peertube', url: `${url.origin}/w/${watched}` };
  return filmFile.test(url.pathname) ? { site: 'other', url: url.href } : undefined;
}

/** The film of a site of films; files of films lie anywhere. */
export function filmPageOf(address: string): FilmLink | undefined {
  const film = filmLinkOf(address);
  return film?.site === 'other' ? undefined : film;
}

/** The film that YouTube knows by this name. */
export const youtube = (id: string): FilmLink | undefined =>
  /^[\w-]{6,20}$/.test(id) && id !== 'videoseries'
    ? { site: 'youtube', url: `https://www.youtube.com/watch?v=${id}` }
    : undefined;

/** An http or https address that can be kept; protocol-relative ones are https. */
export function webAddress(address: string): URL | undefined {
  const full = address.trim().replace(/^\/\//, 'https://');
  if (!/^https?:\/\//i.test(full) || full.length > 2000) return undefined;
  return URL.parse(full) ?? undefined;
}
