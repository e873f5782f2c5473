import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { LearnScene } from '../find-place/learn-scene.ts';
import { plainScene } from './announcements.page.tsx';
import type { Announcement } from './announcements.queries.ts';

export type OwnAnnouncements = readonly Pick<Announcement, 'id' | 'title' | 'text' | 'sentAt'>[];

/** What teachers told the reader: the latest open, those before folded. */
export function AnnouncementsForYou({
  scene: { t },
  lang,
  announcements,
}: {
  readonly scene: LearnScene;
  readonly lang: string;
  readonly announcements: OwnAnnouncements;
}) {
  if (announcements.length === 0) return null;
  return (
    <section class="section" aria-labelledby="announcements">
      <h2 id="announcements">{t('learning.announce.for-you')}</h2>
      {announcements.map(({ id, title, text, sentAt }, at) => (
        <details key={id} class="fold" open={at === 0}>
          <summary>
            <bdi>{title}</bdi>{' '}
            <span class="soft small">{t.day(sentAt.toISOString().slice(0, 10), 'day-month')}</span>
          </summary>
          <CourseText text={text} lang={lang} scene={plainScene(t)} />
        </details>
      ))}
    </section>
  );
}
