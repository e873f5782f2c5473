import { Facts } from '../../../platform/ui/facts.tsx';
import type { ContentOf } from '../content/blocks.ts';
import type { ViewScene } from './words.tsx';

interface MediaFactsProps {
  readonly scene: ViewScene;
  readonly blockId: string;
  readonly content: ContentOf<'video' | 'audio'>;
}

/** What authors want to know of a film or a recording: how long it is, whether it can be read, where it is worked on. */
export function MediaFacts({ scene: { t, to }, blockId, content }: MediaFactsProps) {
  return (
    <>
      <Facts items={content.type === 'video' ? filmFacts(t, content) : soundFacts(t, content)} />
      <p>
        <a href={to(`/films/${blockId}`)}>{t('courses.films.open')}</a>
      </p>
    </>
  );
}

type T = ViewScene['t'];

const filmFacts = (t: T, { duration, tracks }: ContentOf<'video'>): string[] => [
  duration === undefined ? '' : t('courses.view.minutes', { n: Math.max(1, Math.round(duration / 60)) }),
  tracks.length === 0
    ? t('courses.view.no-captions')
    : t('courses.view.captions', { languages: t.list(tracks.map(({ lang }) => t.languageName(lang))) }),
];

const soundFacts = (t: T, { transcript, tracks }: ContentOf<'audio'>): string[] =>
  transcript === undefined && tracks.length === 0 ? [t('courses.view.no-transcript')] : [];
