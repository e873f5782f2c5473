import type { ContentOf } from '../../content/blocks.ts';

type FilmLink = NonNullable<ContentOf<'video'>['link']>;

/** How a film of another site is shown here once somebody asked for it. */
export type LinkedAddress =
  /** A frame of the site, in the form that sets no cookies where there is one. */
  | { readonly kind: 'frame'; readonly src: string }
  /** The file itself. */
  | { readonly kind: 'file'; readonly src: string; readonly type: string }
  /** It can only be opened there. */
  | { readonly kind: 'page' };

const fileTypes: Readonly<Record<string, string>> = {
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  webm: 'video/webm',
  ogv: 'video/ogg',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
};

/** Seconds from which and until which it is played; a start may be a sign that somebody puts a number for. */
export interface LinkedPart {
  readonly start?: number | '{at}' | undefined;
  readonly end?: number | undefined;
}

/**
 * Where the player of a linked film is found, from the address that people copy, and how its site is told which part to
 * play. Vimeo takes a start and no end.
 */
export function linkedAddress({ site, url }: FilmLink, part: LinkedPart = {}): LinkedAddress {
  if (!URL.canParse(url)) return { kind: 'page' };
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:') return { kind: 'page' };
  const frame = { youtube, vimeo, peertube, other: () => undefined }[site](parsed, part);
  if (frame) return { kind: 'frame', src: frame };
  const type = fileTypes[/\.(\w{2,4})$/.exec(parsed.pathname)?.[1]?.toLowerCase() ?? ''];
  return type ? { kind: 'file', src: fileAddress(parsed, part), type } : { kind: 'page' };
}

function fileAddress({ href }: URL, { start, end }: LinkedPart): string {
  if (start === undefined && end === undefined) return href;
  return `${href.split('#')[0]}#t=${start ?? 0}${end === undefined ? '' : `,${end}`}`;
}

const whole = (seconds: number | '{at}'): string =>
  typeof seconds === 'number' ? String(Math.floor(seconds)) : seconds;

function youtube({ hostname, pathname, searchParams }: URL, part: LinkedPart = {}): string | undefined {
  const host = hostname.replace(/^(?:www|m|music)\./, '');
  const isHost = ['youtube.com', 'youtube-nocookie.com', 'youtu.be'].includes(host);
  const inPath = /^\/(?:embed|shorts|live|v)\/([\w-]+)/.exec(pathname)?.[1];
  const id = host === 'youtu.be' ? pathname.slice(1).split('/')[0] : (inPath ?? searchParams.get('v'));
  if (!isHost || !/^[\w-]{6,20}$/.test(id ?? '')) return undefined;
  const start = part.start ?? secondsOf(searchParams.get('t') ?? searchParams.get('start'));
  const end = part.end === undefined ? '' : `&end=${Math.ceil(part.end)}`;
  return `https://www.youtube-nocookie.com/embed/${id}?rel=0&autoplay=1${start ? `&start=${whole(start)}` : ''}${end}`;
}

/** "90", "90s", "1m30s". */
function secondsOf(text: string | null): number {
  const [, hours = 0, minutes = 0, seconds = 0] =
    /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?$/.exec(text ?? '') ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

function vimeo({ hostname, pathname, searchParams }: URL, { start }: LinkedPart = {}): string | undefined {
  if (!/^(?:www\.|player\.)?vimeo\.com$/.test(hostname)) return undefined;
  const [, id, inPath] = /\/(\d{5,15})(?:\/([\da-f]{6,20}))?\/?$/.exec(pathname) ?? [];
  // an unlisted film has a second part that opens it
  const key = inPath ?? searchParams.get('h');
  if (!id) return undefined;
  const opened = key && /^[\da-f]+$/.test(key) ? `&h=${key}` : '';
  const from = start === undefined ? '' : `#t=${whole(start)}s`;
  return `https://player.vimeo.com/video/${id}?dnt=1&autoplay=1${opened}${from}`;
}

function peertube({ hostname, pathname, port }: URL, { start, end }: LinkedPart = {}): string | undefined {
  const id = /^\/(?:w|videos\/watch|videos\/embed)\/([\w-]{8,60})\/?$/.exec(pathname)?.[1];
  if (id === undefined) return undefined;
  const from = start === undefined ? '' : `&start=${whole(start)}s`;
  const until = end === undefined ? '' : `&stop=${Math.ceil(end)}s`;
  return `https://${hostname}${port ? `:${port}` : ''}/videos/embed/${id}?p2p=0&autoplay=1${from}${until}`;
}

/** The site and film that an address copied by an author means; `other` where it is no site that we know. */
export function filmLinkOf(url: string): FilmLink | undefined {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return undefined;
  const parsed = new URL(url);
  const site = youtube(parsed)
    ? 'youtube'
    : vimeo(parsed)
      ? 'vimeo'
      : peertube(parsed)
        ? 'peertube'
        : 'other';
  return { site, url: parsed.href };
}

/** What a page must be allowed to load once somebody asks for its linked films: origins of frames and of files. */
export function outsideOrigins(contents: Iterable<{ readonly type: string }>): {
  readonly frames: readonly string[];
  readonly media: readonly string[];
} {
  const addresses = [...contents].flatMap((content) => {
    const link = content.type === 'video' ? (content as ContentOf<'video'>).link : undefined;
    return link ? [linkedAddress(link)] : [];
  });
  const origins = (kind: 'frame' | 'file') => [
    ...new Set(addresses.flatMap((each) => (each.kind === kind ? [new URL(each.src).origin] : []))),
  ];
  return { frames: origins('frame'), media: origins('file') };
}
