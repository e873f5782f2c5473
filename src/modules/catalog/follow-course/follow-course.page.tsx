import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { FollowFields, type Following, type FollowScene } from '../../notify/index.ts';
import { courseUrl } from '../read-courses/course-url.ts';
import type { Availability } from '../run-states/availability.ts';
import { sayState } from '../run-states/say-state.ts';
import type { ShownCourse } from '../show-course/show-course.queries.ts';
import { courseTopicKind, type CourseWant, courseWants } from './course-topic.ts';
import { wantsOfState } from './wants-of-state.ts';

export interface FollowCoursePageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly now: Date;
  readonly course: ShownCourse;
  readonly availability: Availability;
  readonly scene: FollowScene;
  readonly following: Following | undefined;
  readonly form: FormState;
}

/** What to hear of a course, and how; with ways that need no address at all. */
export function FollowCoursePage(props: FollowCoursePageProps) {
  const { t, site, now, course, availability, scene, following, form } = props;
  const said = sayState(t, { ...availability, predicted: undefined }, dayOf(now));
  const chosen = following?.wants ?? wantsOfState(availability);
  const address = (under: string) => courseUrl(site, t.lang, course.slug, under);
  return (
    <>
      <Pagehead
        eyebrow={t('catalog.follow.eyebrow')}
        title={course.title}
        titleLang={course.language ?? undefined}
        lead={t('catalog.follow.lead')}
      />
      <p>
        <Chip tone={said.tone}>{said.text}</Chip>
      </p>
      {following && <Already {...props} following={following} />}
      <form method="post" action={address('/follow')} class="section">
        <FollowFields
          scene={scene}
          kind={courseTopicKind}
          offered={courseWants}
          chosen={chosen}
          {...(following && { pace: following.pace, isFollowing: true })}
          form={form}
        />
      </form>
      <section class="section">
        <h2>{t('catalog.follow.without')}</h2>
        <p class="soft">{t('catalog.follow.without-text')}</p>
        <ul class="plain stack">
          <li>
            <a href={address('/runs.ics')}>{t('catalog.follow.ical')}</a>
          </li>
          <li>
            <a href={address('/changes.atom')}>{t('catalog.follow.atom')}</a>
          </li>
        </ul>
      </section>
      <p class="section">
        <LinkButton href={address('')} icon="back" small>
          {t('catalog.follow.back')}
        </LinkButton>
      </p>
    </>
  );
}

function Already({ t, site, following }: FollowCoursePageProps & { readonly following: Following }) {
  const wants = following.wants
    .filter((want): want is CourseWant => (courseWants as readonly string[]).includes(want))
    .map((want) => t(`catalog.course.want.${want}`));
  return (
    <Notice tone="good">
      {t('catalog.follow.following', { wants: t.list(wants) })}{' '}
      <a href={urlFor(site, t.lang, '/following')}>{t('catalog.follow.manage')}</a>
    </Notice>
  );
}
