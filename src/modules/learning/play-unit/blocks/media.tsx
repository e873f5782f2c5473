import { CourseText } from '../../../../platform/course-text/course-text.tsx';
import { LinkButton } from '../../../../platform/ui/button.tsx';
import type { ContentOf } from '../../../courses/index.ts';
import type { BlockScene } from './block-scene.ts';

export interface MediaProps<T extends 'video' | 'audio' | 'embed' | 'tool'> {
  readonly scene: BlockScene;
  readonly content: ContentOf<T>;
}

/** A film of our own plays here; one of another site is a link, and nothing of that site is loaded before it is followed. */
export function Film({
  scene,
  content,
  title,
}: MediaProps<'video'> & { readonly title: string }) {
  const { t, fileOf, textOnly } = scene;
  const file = content.file === undefined ? undefined : fileOf(content.file);
  if (!file) return content.link ? <LinkedFilm scene={scene} url={content.link.url} /> : <Lost scene={scene} />;
  if (textOnly || !file.type.startsWith('video/'))
    return (
      <LinkButton href={file.href}>
        {t('learning.film.open', { size: file.says ?? file.name })}
      </LinkButton>
    );
  const poster = content.poster === undefined ? undefined : fileOf(content.poster)?.href;
  return (
    <video
      class="film"
      controls
      preload="none"
      playsinline
      src={file.href}
      poster={poster}
      aria-label={title || file.name}
    />
  );
}

function LinkedFilm({ scene: { t }, url }: { readonly scene: BlockScene; readonly url: string }) {
  const host = URL.parse(url)?.host ?? url;
  return (
    <div class="film linked">
      <LinkButton href={url} outside>
        {t('learning.film.elsewhere', { site: host })}
      </LinkButton>
      <p class="small">{t('learning.film.elsewhere.why', { site: host })}</p>
    </div>
  );
}

/** Something to listen to, and what is said. */
export function Sound({
  scene,
  content,
  title,
}: MediaProps<'audio'> & { readonly title: string }) {
  const { t, fileOf, lang, text } = scene;
  const file = fileOf(content.file);
  return (
    <>
      {file ? (
        <div class="sound">
          <audio controls preload="none" src={file.href} aria-label={title || file.name} />
          <p class="small">
            <a href={file.href}>{t('learning.sound.open', { size: file.says ?? file.name })}</a>
          </p>
        </div>
      ) : (
        <Lost scene={scene} />
      )}
      {content.transcript !== undefined && (
        <details class="fold">
          <summary>{t('learning.transcript')}</summary>
          <CourseText text={content.transcript} lang={lang} scene={text} />
        </details>
      )}
    </>
  );
}

/** A page of another site: a link, and on request a frame. */
export function Embedded({ scene: { t, lang }, content }: MediaProps<'embed'>) {
  return (
    <div class="embed" data-embed={content.url} data-height={content.height}>
      <LinkButton href={content.url} outside>
        <bdi lang={lang}>{content.label}</bdi>
      </LinkButton>
      <p class="small soft">{t('learning.embed.why', { site: URL.parse(content.url)?.host ?? '' })}</p>
    </div>
  );
}

/** A tool of another site: said in words, and followed at will. */
export function Tool({ scene: { t, lang }, content }: MediaProps<'tool'>) {
  const isLink = /^https?:/.test(content.url);
  return (
    <div class="embed">
      {isLink ? (
        <LinkButton href={content.url} outside>
          <bdi lang={lang}>{content.label}</bdi>
        </LinkButton>
      ) : (
        <p lang={lang}>{content.label}</p>
      )}
      <p class="small soft">{t('learning.tool.why')}</p>
    </div>
  );
}

function Lost({ scene: { t } }: { readonly scene: BlockScene }) {
  return <p class="soft">{t('learning.file.lost')}</p>;
}
