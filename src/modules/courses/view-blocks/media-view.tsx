import { Facts } from '../../../platform/ui/facts.tsx';
import type { ContentOf } from '../content/blocks.ts';
import { type ViewScene, Words } from './words.tsx';

interface FilmProps {
  readonly scene: ViewScene;
  readonly blockId: string;
  readonly content: ContentOf<'video'>;
}

/** A film: played from the course's own file, linked to where it is elsewhere; nothing of another site is loaded. */
export function FilmView({ scene, blockId, content: { file, link, tracks, duration } }: FilmProps) {
  const { t, fileOf } = scene;
  const own = file === undefined ? undefined : fileOf(file);
  return (
    <>
      {own?.type.startsWith('video/') && <video class="film" controls preload="none" src={own.href} />}
      {own && !own.type.startsWith('video/') && <a href={own.href}>{own.name}</a>}
      {link && (
        <p>
          <a href={link.url} rel="noopener" dir="ltr">
            {link.url}
          </a>
        </p>
      )}
      {file !== undefined && !own && <p class="soft">{t('courses.form.file.lost')}</p>}
      <Facts
        items={[
          duration === undefined
            ? ''
            : t('courses.view.minutes', { n: Math.max(1, Math.round(duration / 60)) }),
          tracks.length === 0
            ? t('courses.view.no-captions')
            : t('courses.view.captions', {
                languages: t.list(tracks.map(({ lang }) => t.languageName(lang))),
              }),
        ]}
      />
      <p>
        <a href={scene.to(`/films/${blockId}`)}>{t('courses.films.open')}</a>
      </p>
    </>
  );
}

interface SoundProps {
  readonly scene: ViewScene;
  readonly blockId: string;
  readonly content: ContentOf<'audio'>;
}

/** A sound with what is said in it. */
export function SoundView({ scene, blockId, content: { file, transcript } }: SoundProps) {
  const { t, fileOf } = scene;
  const found = fileOf(file);
  return (
    <>
      {found ? (
        <audio controls preload="none" src={found.href} />
      ) : (
        <p class="soft">{t('courses.form.file.lost')}</p>
      )}
      {transcript === undefined ? (
        <p class="soft">{t('courses.view.no-transcript')}</p>
      ) : (
        <Words scene={scene} text={transcript} />
      )}
      <p>
        <a href={scene.to(`/films/${blockId}`)}>{t('courses.films.open')}</a>
      </p>
    </>
  );
}
