import { Notice } from '../../../platform/ui/notice.tsx';
import type { LearnScene } from '../find-place/learn-scene.ts';
import type { CoursePlace } from '../find-place/place.ts';
import { conversationPath } from './hear-back.ts';

/** That authors answered, until it is read. */
export function AnswersNotice({ scene, place }: { readonly scene: LearnScene; readonly place: CoursePlace }) {
  const { t, to } = scene;
  if (place.unread === undefined) return null;
  return (
    <Notice tone="good">
      <a href={to(conversationPath(place.course.slug))}>{t('learning.talk.unread', { n: place.unread })}</a>
    </Notice>
  );
}
