import { CourseCover } from '../../../platform/ui/course-cover.tsx';
import { subjectHue } from '../subjects/subject-hue.ts';
import type { CoursePartProps } from './course-part.ts';

/** The course's own picture, re-encoded and served by us; a drawn one where there is none. */
export function CoursePicture({ view: { course } }: CoursePartProps) {
  return (
    <div class="course-picture">
      {course.pictureKey ? (
        <picture>
          <source
            type="image/avif"
            srcset={[320, 640, 1280]
              .map((width) => `/pictures/${course.pictureKey}/${width}.avif ${width}w`)
              .join(', ')}
            sizes="(min-width: 860px) 700px, 100vw"
          />
          <img
            src={`/pictures/${course.pictureKey}/640.webp`}
            alt=""
            width="640"
            height="360"
            loading="lazy"
            decoding="async"
          />
        </picture>
      ) : (
        <CourseCover seed={course.id} hue={subjectHue(course.subjects[0])} />
      )}
    </div>
  );
}
