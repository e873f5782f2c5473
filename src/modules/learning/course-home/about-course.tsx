import type { ComponentChildren } from 'preact';
import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { LearnScene } from '../find-place/learn-scene.ts';
import type { TaughtCourse } from '../find-place/place.ts';
import { aboutScene } from './about-scene.ts';

interface AboutProps {
  readonly scene: LearnScene;
  readonly course: TaughtCourse;
}

/** "4 hours in all", "for beginners", "French": the short facts of a course. */
export function courseFacts({ t }: LearnScene, { about, lang }: TaughtCourse): ComponentChildren[] {
  return [
    about.hours !== undefined && t('learning.about.hours', { n: about.hours }),
    about.level !== undefined && t(`learning.level.${about.level}`),
    t.languageName(lang),
    about.providers.length > 0 && t.list(about.providers),
  ];
}

/** What one can do afterwards. */
export function Outcomes({ scene: { t }, course }: AboutProps) {
  if (course.about.outcomes.length === 0) return null;
  return (
    <section class="section" aria-labelledby="outcomes">
      <h2 id="outcomes">{t('learning.about.outcomes')}</h2>
      <div class="prose" lang={course.lang} dir="auto">
        <ul>
          {course.about.outcomes.map((outcome) => (
            <li key={outcome}>{outcome}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** What it is about, what one should know before, who teaches. */
export function AboutCourse({ scene, course }: AboutProps) {
  const { t } = scene;
  const { about, lang } = course;
  return (
    <>
      {about.description !== '' && (
        <section class="section" aria-labelledby="about">
          <h2 id="about">{t('learning.about.more')}</h2>
          <CourseText text={about.description} lang={lang} scene={aboutScene(scene, course)} />
        </section>
      )}
      {about.prerequisites !== '' && (
        <section class="section" aria-labelledby="before">
          <h2 id="before">{t('learning.about.before')}</h2>
          <p lang={lang} dir="auto">
            {about.prerequisites}
          </p>
        </section>
      )}
      {about.teachers.length > 0 && (
        <section class="section" aria-labelledby="teachers">
          <h2 id="teachers">{t('learning.about.teachers')}</h2>
          <ul role="list" class="stack" lang={lang} dir="auto">
            {about.teachers.map((teacher) => (
              <li key={teacher.name}>
                <b>{teacher.name}</b>
                {teacher.about !== '' && <p class="soft">{teacher.about}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {about.licence !== '' && <p class="small soft section">{about.licence}</p>}
    </>
  );
}
