import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { createTranslators } from '../../../../platform/i18n/translator.ts';
import { uiMessages } from '../../../../platform/ui/messages.ts';
import type { CaptionTrack } from '../../content/media.ts';
import { coursesMessages } from '../../messages/index.ts';
import { AudioPlayer, FilmPlayer } from './film-player.tsx';
import type { FilmFile, FilmScene } from './film-scene.ts';
import { filmSources } from './film-sources.ts';

const { en, ar } = createTranslators([uiMessages, coursesMessages]);
const lines = (name: string) => Number.parseInt(name, 10);
const made = (name: string, type = 'video/mp4') => ({
  name,
  type,
  key: 'k',
  bytes: 1_234_567,
  ...(type === 'video/mp4' ? { width: Math.round((lines(name) * 16) / 9), height: lines(name) } : {}),
});
const film: FilmFile = {
  id: 'f1',
  name: 'Leçon <1>.mov',
  type: 'video/quicktime',
  bytes: 9_000_000_000,
  renditions: [
    made('240p.mp4'),
    made('480p.mp4'),
    made('720p.mp4'),
    made('audio.m4a', 'audio/mp4'),
    made('poster.webp', 'image/webp'),
  ],
};
const sceneOf = (files: readonly FilmFile[], more: Partial<FilmScene> = {}): FilmScene => ({
  t: en,
  assets: { css: '/c', js: '/j', islands: { 'film-player': '/assets/film-player.js' } },
  saveData: false,
  fileOf: (id) => files.find((file) => file.id === id),
  addressOf: (file, rendition) => `/files/${file.id}/${rendition ?? encodeURIComponent(file.name)}`,
  trackAddress: (block, track, ending) => `/captions/${block}/${track}.${ending}`,
  ...more,
});
const track = (lang: string, text: string, kind: CaptionTrack['kind'] = 'captions'): CaptionTrack => ({
  lang,
  kind,
  vtt: `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n\n01:05.000 --> 01:06.000\nLater\n`,
});
const show = (scene: FilmScene, tracks: CaptionTrack[] = [], more = {}) =>
  renderToString(
    <FilmPlayer
      scene={scene}
      blockId="b1"
      title="Lesson"
      film={{ type: 'video', file: 'f1', tracks, download: true, ...more }}
    />,
  );

describe('a film of the course', () => {
  it('gives wide screens the largest size, others 480 lines, and savers of data the smallest', () => {
    const media = (saveData: boolean) =>
      filmSources(film, saveData).map(({ rendition, media: on }) => [rendition?.name, on]);
    expect(media(false)).toEqual([
      ['720p.mp4', '(min-width: 48rem)'],
      ['480p.mp4', undefined],
    ]);
    expect(media(true)).toEqual([['240p.mp4', undefined]]);
    expect(filmSources({ ...film, renditions: [made('240p.mp4')] }, false)).toHaveLength(1);
  });

  it('works without script: controls, captions, transcript as text, sizes and sound to take along', () => {
    const html = show(sceneOf([film]), [
      track('en', '<v Ada>Hello &amp; <b>welcome</b>'),
      track('fr', 'Bonjour'),
    ]);
    expect(html).toContain('<video controls');
    expect(html).toContain('poster="/files/f1/poster.webp"');
    expect(html).toContain('src="/captions/b1/0.vtt"');
    expect(html).toContain('Ada: Hello &amp; welcome');
    expect(html).toContain('<span class="cue-at">1:05</span>');
    expect(html).toContain('href="/captions/b1/1.txt"');
    expect(html).toContain('480p (1.2 MB)');
    expect(html).toContain('Listen only (1.2 MB)');
    expect(html).toMatch(/<div class="film-tools" data-tools="true" hidden/);
    expect(html).not.toContain('<1>');
  });

  it('shows only its part, in the film as in what is said, and begins at the moment that somebody came for', () => {
    const html = show(sceneOf([film]), [track('en', 'Early')], { start: 60, end: 90.5 });
    expect(html).toContain('src="/files/f1/480p.mp4#t=60,90.5"');
    expect(html).toContain('data-start="60" data-end="90.5"');
    expect(html).not.toContain('Early');
    expect(html).toContain('Later');
    const at = (second: number, blockId = 'b1') =>
      show(sceneOf([film], { at: { blockId, second } }), [], { start: 60, end: 90 });
    expect(at(65)).toContain('480p.mp4#t=65,90"');
    expect(at(65)).toContain('data-at="65"');
    // outside of its part, and for another film
    for (const other of [at(10), at(95), at(65, 'b2')]) expect(other).toContain('480p.mp4#t=60,90"');
    expect(show(sceneOf([film]), [], { start: 60, end: 30 })).toContain('480p.mp4#t=60"');
    expect(show(sceneOf([film]))).toContain('480p.mp4"');
  });

  it('switches captions on that are in the reader’s language, and only those', () => {
    const tracks = [track('fr', 'Bonjour'), track('en', 'Hello')];
    expect(show(sceneOf([film]), tracks)).toMatch(/srclang="en"[^>]*default/);
    expect(show(sceneOf([film]), [track('fr', 'Bonjour')])).not.toMatch(/<track[^>]*default/);
    expect(show(sceneOf([film], { t: ar }), [track('ar', 'مرحبا')])).toMatch(/srclang="ar"[^>]*default/);
  });

  it('shows a film as it came while nothing is made of it, where browsers play that', () => {
    const mp4 = { ...film, name: 'a.mp4', type: 'video/mp4', renditions: [] };
    expect(show(sceneOf([mp4]))).toContain('The original file');
    const mov = { ...film, renditions: [] };
    expect(show(sceneOf([mov]))).toContain('still being prepared');
    expect(show(sceneOf([mov]))).toContain('Le%C3%A7on');
    expect(show(sceneOf([]))).toContain('no longer available');
  });

  it('offers no download where the author said so', () => {
    expect(show(sceneOf([film]), [], { download: false })).not.toContain('download=');
  });

  it('names chapters, and keeps hostile captions text', () => {
    const html = show(sceneOf([film]), [
      track('en', 'Intro', 'chapters'),
      track('en', '<img src=x onerror=alert(1)>&lt;script&gt;x'),
    ]);
    expect(html).toContain('<bdi>Intro</bdi>');
    expect(html).not.toMatch(/<img|<script>/);
  });
});

describe('a film of another site', () => {
  const linked = (url: string, site: 'youtube' | 'other' = 'youtube') =>
    show(sceneOf([]), [track('en', 'Hi')], { file: undefined, link: { site, url } });

  it('loads nothing before it is asked for, and is a plain link without script', () => {
    const html = linked('https://www.youtube.com/watch?v=dQw4w9WgXcQ');
    expect(html).toContain('data-src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ');
    expect(html).not.toMatch(/<iframe|<img|\ssrc="https:/);
    expect(html).toContain('href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"');
    expect(html).toMatch(/data-load[^>]* hidden|hidden[^>]*data-load/);
  });

  it('has only the link where nobody knows how to show it', () => {
    const html = linked('https://films.example/page', 'other');
    expect(html).not.toContain('data-src');
    expect(html).toContain('Open on films.example');
  });
});

it('plays a recording with its transcript', () => {
  const mp3 = { ...film, name: 'talk.mp3', type: 'audio/mpeg', renditions: [] };
  const html = renderToString(
    <AudioPlayer
      scene={sceneOf([mp3])}
      blockId="b"
      title="Talk"
      audio={{ type: 'audio', file: 'f1', tracks: [track('en', 'Hello')] }}
    />,
  );
  expect(html).toContain('<audio controls');
  expect(html).toContain('Hello');
  expect(html).toContain('talk.mp3 (9 GB)');
});
