import { CourseText } from '../../../platform/course-text/course-text.tsx';
import { LinkButton } from '../../../platform/ui/button.tsx';
import type { ContentOf } from '../content/blocks.ts';
import { AudioPlayer, FilmPlayer } from '../films/show-film/film-player.tsx';
import type { ShowScene } from './show-scene.ts';

export interface MediaProps<T extends 'video' | 'audio' | 'embed' | 'tool'> {
  readonly scene: ShowScene;
  readonly content: ContentOf<T>;
}

interface PlayedProps<T extends 'video' | 'audio'> extends MediaProps<T> {
  readonly id: string;
  readonly title: string;
}

/** A film; where little data is wanted, a link that says how much it is. */
export function Film({ scene, content, id, title }: PlayedProps<'video'>) {
  const { t, fileOf, textOnly, films } = scene;
  const file = content.file === undefined ? undefined : fileOf(content.file);
  if (!textOnly) return <FilmPlayer scene={films} blockId={id} title={title} film={content} />;
  if (file)
    return (
      <LinkButton href={file.href}>
        {t('courses.show.film.open', { size: file.says ?? file.name })}
      </LinkButton>
    );
  if (!content.link) return <p class="soft">{t('courses.show.file.lost')}</p>;
  return (
    <LinkButton href={content.link.url} outside>
      {t('courses.show.film.elsewhere', { site: URL.parse(content.link.url)?.host ?? content.link.url })}
    </LinkButton>
  );
}

/** Something to listen to, and what is said. */
export function Sound({ scene, content, id, title }: PlayedProps<'audio'>) {
  const { t, lang, text, films } = scene;
  return (
    <>
      <AudioPlayer scene={films} blockId={id} title={title} audio={content} />
      {content.transcript !== undefined && (
        <details class="fold" id={`${id}-said`}>
          <summary>{t('courses.show.transcript')}</summary>
          <CourseText text={content.transcript} lang={lang} scene={text} />
        </details>
      )}
    </>
  );
}

/** A page of another site: a link, and on request a frame. */
export function Embedded({ scene: { t, lang }, content }: MediaProps<'embed'>) {
  return (
    // only what comes by https may stand in a frame
    <div
      class="embed"
      data-embed={content.url.startsWith('https:') ? content.url : undefined}
      data-height={content.height}
    >
      <LinkButton href={content.url} outside>
        <bdi lang={lang}>{content.label}</bdi>
      </LinkButton>
      <p class="small soft">{t('courses.show.embed.why', { site: URL.parse(content.url)?.host ?? '' })}</p>
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
      <p class="small soft">{t('courses.show.tool.why')}</p>
    </div>
  );
}
