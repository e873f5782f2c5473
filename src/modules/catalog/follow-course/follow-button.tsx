import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { type ButtonKind, LinkButton } from '../../../platform/ui/button.tsx';
import { courseUrl } from '../read-courses/course-url.ts';
import type { CoursePartProps } from '../show-course/course-part.ts';
import { wantsOfState } from './wants-of-state.ts';

/** One tap to the page on which one says what to hear of; it names what one most likely waits for. */
export function FollowButton({ t, site, view, kind }: CoursePartProps & { readonly kind?: ButtonKind }) {
  const [first] = view.course.state === 'archived' ? (['new-run'] as const) : wantsOfState(view.availability);
  return (
    <LinkButton href={courseUrl(site, t.lang, view.course.slug, '/follow')} icon="bell" kind={kind} wide>
      {t(`catalog.follow.button.${first}` as MessageKey)}
    </LinkButton>
  );
}
