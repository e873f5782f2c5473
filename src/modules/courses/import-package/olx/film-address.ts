import type { BlockDraft } from './leaf.ts';

type Film = Extract<BlockDraft, { type: 'video' }>;

const youtubeHosts = /^(?:www\.|m\.)?(?:youtube\.com|youtube-nocookie\.com)$/;

/** The film that an address of a known site shows, in a frame or on its page; undefined for every other address. */
export function filmAt(address: string): Film | undefined {
  const url = addressOf(address);
  if (url === undefined) return undefined;
  const [, first = '', second = ''] = url.pathname.split('/');
  if (youtubeHosts.test(url.hostname)) {
    const id =
      first === 'watch'
        ? url.searchParams.get('v')
        : ['embed', 'shorts', 'v', 'live'].includes(first)
          ? second
          : null;
    return id ? youtubeFilm(id) : undefined;
  }
  if (url.hostname === 'youtu.be') return youtubeFilm(first);
  const vimeo =
    /^(?:www\.|player\.)?vimeo\.com$/.test(url.hostname) && /^(?:\/video)?\/(\d+)/.exec(url.pathname)?.[1];
  if (vimeo) return { type: 'video', link: { site: 'vimeo', url: `https://vimeo.com/${vimeo}` } };
  const peertube = /^\/(?:videos\/embed|videos\/watch|w)\/([\w-]{8,})$/.exec(url.pathname)?.[1];
  if (peertube) return { type: 'video', link: { site: 'peertube', url: `${url.origin}/w/${peertube}` } };
  return undefined;
}

export function youtubeFilm(id: string): Film | undefined {
  if (!/^[\w-]{6,20}$/.test(id)) return undefined;
  return { type: 'video', link: { site: 'youtube', url: `https://www.youtube.com/watch?v=${id}` } };
}

/** A web address, that of a page on another site; undefined for what is none. */
export function addressOf(text: string): URL | undefined {
  const plain = text.trim();
  const url = URL.parse(plain.startsWith('//') ? `https:${plain}` : plain);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined;
}
