import { Button } from '../../../platform/ui/button.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { type LearnScene, learnPath } from '../find-place/learn-scene.ts';
import type { CoursePlace } from '../find-place/place.ts';

/** What is new in the course since one last knew; shown until one says that one read it. */
export function ChangesNotice({ scene, place }: { readonly scene: LearnScene; readonly place: CoursePlace }) {
  const { t, to } = scene;
  const { course, enrolment } = place;
  if (!enrolment || enrolment.untold.length === 0) return null;
  return (
    <Notice title={t('learning.changes.title')}>
      <div lang={course.lang} dir="auto">
        {enrolment.untold.map((changes) => (
          <p key={changes} class="note-text">
            {changes}
          </p>
        ))}
      </div>
      <p class="small">{t('learning.changes.kept')}</p>
      <form method="post" action={to(learnPath(course.slug, '-', 'told'))}>
        <input type="hidden" name="version" value={course.versionNumber} />
        <Button small>{t('learning.changes.read')}</Button>
      </form>
    </Notice>
  );
}
