import { describe, expect, it } from 'vitest';
import { filmLinkOf, linkedAddress, outsideOrigins } from './linked-address.ts';

const src = (url: string) => {
  const link = filmLinkOf(url);
  if (!link) return undefined;
  const address = linkedAddress(link);
  return address.kind === 'page' ? link.site : address.src;
};

describe('an address that somebody copied', () => {
  it.each([
    [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m5s',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0&autoplay=1&start=65',
    ],
    [
      'https://youtu.be/dQw4w9WgXcQ?t=42',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0&autoplay=1&start=42',
    ],
    [
      'https://m.youtube.com/shorts/dQw4w9WgXcQ',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0&autoplay=1',
    ],
    [
      'https://vimeo.com/123456789/abcdef0123',
      'https://player.vimeo.com/video/123456789?dnt=1&autoplay=1&h=abcdef0123',
    ],
    [
      'https://vimeo.com/channels/staffpicks/123456789',
      'https://player.vimeo.com/video/123456789?dnt=1&autoplay=1',
    ],
    [
      'https://tube.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv',
      'https://tube.example.org/videos/embed/kkGMgK9ZtnKfYAgnEtQxbv?p2p=0&autoplay=1',
    ],
    [
      'https://tube.example.org:8443/videos/watch/9c9de5e8-0a1e-484a-b099-e80766180a6d',
      'https://tube.example.org:8443/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d?p2p=0&autoplay=1',
    ],
    ['https://files.example.org/a/film.mp4?x=1', 'https://files.example.org/a/film.mp4?x=1'],
  ])('%s', (given, expected) => expect(src(given)).toBe(expected));

  it('is opened over there where it is nothing that can be shown safely', () => {
    expect(src('https://example.org/a-page')).toBe('other');
    expect(src('http://files.example.org/film.mp4')).toBe('other');
    expect(src('https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ')).toBe('other');
    expect(src('https://www.youtube.com/watch?v="><script>')).toBe('other');
    expect(src('javascript:alert(1)')).toBeUndefined();
    expect(src('no address')).toBeUndefined();
  });
});

it('names the origins that a page of these blocks may load, each once', () => {
  const video = (url: string) => ({ type: 'video', link: filmLinkOf(url) });
  expect(
    outsideOrigins([
      video('https://youtu.be/dQw4w9WgXcQ'),
      video('https://youtu.be/aQw4w9WgXcQ'),
      video('https://files.example.org/film.webm'),
      { type: 'text' },
      { type: 'video' },
    ]),
  ).toEqual({ frames: ['https://www.youtube-nocookie.com'], media: ['https://files.example.org'] });
});

describe('a part of a film of another site', () => {
  const part = (url: string, start?: number | '{at}', end?: number) => {
    const link = filmLinkOf(url);
    const address = link && linkedAddress(link, { start, end });
    return address?.kind === 'frame' || address?.kind === 'file'
      ? address.src.replace(/^.*autoplay=1/, '')
      : '';
  };
  it.each([
    ['https://youtu.be/dQw4w9WgXcQ?t=42', '&start=151&end=160', '&start={at}'],
    ['https://vimeo.com/123456789', '#t=151s', '#t={at}s'],
    ['https://tube.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv', '&start=151s&stop=160s', '&start={at}s'],
    [
      'https://films.example.org/a.mp4#t=3',
      'https://films.example.org/a.mp4#t=151,160',
      'https://films.example.org/a.mp4#t={at}',
    ],
  ])('%s is told to its site in its own way', (url, asked, open) => {
    expect(part(url, 151, 160)).toBe(asked);
    expect(part(url, '{at}')).toBe(open);
  });
});
