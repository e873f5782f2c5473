import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import type { LearnScene } from '../find-place/learn-scene.ts';
import type { CoursePlace, Run } from '../find-place/place.ts';
import { AnnouncementsForYou, type OwnAnnouncements } from '../announce-run/announcements-for-you.tsx';
import { type JoinProblem, WaysIn } from '../join-run/ways-in.tsx';
import { CourseOutline } from '../outline/course-outline.tsx';
import type { Standing } from '../policy.ts';
import { AnswersNotice } from '../write-to-authors/answers-notice.tsx';
import { conversationPath } from '../write-to-authors/hear-back.ts';
import { ChangesNotice } from '../tell-changes/changes-notice.tsx';
import { AboutCourse, courseFacts, Outcomes } from './about-course.tsx';
import { GoingOn, TowardsCompletion } from './own-progress.tsx';

export interface CourseHomeProps {
  readonly scene: LearnScene;
  readonly place: CoursePlace;
  readonly standing: Standing;
  readonly runs: readonly Run[];
  readonly isSignedIn: boolean;
  /** Slug of its listing in the catalogue, for who completed it. */
  readonly listing?: string | undefined;
  /** What is wrong where a form to join came back. */
  readonly problem?: JoinProblem | undefined;
  /** What teachers told this person. */
  readonly announcements: OwnAnnouncements;
}

/** A course: what it is, what is in it, how one comes in, and where one goes on. */
export function CourseHomePage(props: CourseHomeProps) {
  const { scene, place, standing } = props;
  const { t } = scene;
  const { course } = place;
  const enrolment = standing === 'learner' ? place.enrolment : undefined;
  return (
    <div class="deciding course-home">
      <div>
        <CourseHead scene={scene} place={place} />
        {course.underConstruction && <Notice tone="soon">{t('learning.under-construction')}</Notice>}
        {course.isSample && <Notice>{t('learning.sample')}</Notice>}
        <ChangesNotice scene={scene} place={place} />
        <AnswersNotice scene={scene} place={place} />
        <AnnouncementsForYou scene={scene} lang={course.lang} announcements={props.announcements} />
      </div>
      {enrolment ? <GoingOn scene={scene} place={place} enrolment={enrolment} /> : <WaysIn {...props} />}
      <div>
        {enrolment ? (
          <TowardsCompletion scene={scene} place={place} enrolment={enrolment} listing={props.listing} />
        ) : (
          <Outcomes scene={scene} course={course} />
        )}
        <section class="section" aria-labelledby="in-it">
          <h2 id="in-it">{t('learning.home.outline')}</h2>
          <CourseOutline scene={scene} place={place} full everything={standing === 'staff'} />
        </section>
        {enrolment && (
          <p>
            <a href={scene.to(conversationPath(course.slug))}>{t('learning.talk.write')}</a>
          </p>
        )}
        {enrolment && <Outcomes scene={scene} course={course} />}
        <AboutCourse scene={scene} course={course} />
      </div>
    </div>
  );
}

function CourseHead({ scene, place }: Pick<CourseHomeProps, 'scene' | 'place'>) {
  const { course } = place;
  return (
    <>
      <Pagehead
        title={course.title}
        titleLang={course.lang}
        lead={
          course.about.summary !== '' && (
            <span lang={course.lang} dir="auto">
              {course.about.summary}
            </span>
          )
        }
      />
      <Facts items={courseFacts(scene, course)} />
    </>
  );
}
