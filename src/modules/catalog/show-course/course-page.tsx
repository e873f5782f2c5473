import { isTaughtHere } from './taught-here.ts';
import type { ComponentChildren } from 'preact';
import { urlFor } from '../../../platform/http/site.ts';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { FreshnessMark } from '../change-log/freshness-mark.tsx';
import { ChangesSection } from './changes-section.tsx';
import { ContentSections } from './content-sections.tsx';
import type { CourseSurroundings } from './course-surroundings.ts';
import { CourseDecision } from './course-decision.tsx';
import { CourseFacts } from './course-facts.tsx';
import { CoursePicture } from './course-picture.tsx';
import { NeverTooLate } from './never-too-late.tsx';
import { RelatedSections } from './related-sections.tsx';
import { RunsSection } from './runs-section.tsx';
import type { CoursePartProps } from './course-part.ts';
import { SourcesSection } from './sources-section.tsx';
import { WayFromZero } from './way-from-zero.tsx';

/** One course: what it is, when, what it costs, and straight on to its organiser. */
export function CoursePage(props: CoursePartProps & { readonly around: CourseSurroundings }) {
  const { t, view, around } = props;
  const { course } = view;
  return (
    <article class="course-page">
      <div class="deciding">
        <div>
          <Pagehead
            title={course.title}
            titleLang={course.language ?? undefined}
            lead={<Byline {...props} />}
            eyebrow={course.isSample ? t('catalog.course.sample') : undefined}
          />
          <FreshnessMark t={t} course={course} now={view.now} />
          <Notes {...props} />
          {course.document.summary && (
            <p class="course-summary" lang={course.language ?? undefined} dir="auto">
              {course.document.summary}
            </p>
          )}
        </div>
        <CourseDecision {...props}>{around.beside}</CourseDecision>
        <div>
          <NeverTooLate {...props} />
          <CoursePicture {...props} />
          <CourseFacts {...props} />
          <ContentSections {...props} />
          <WayFromZero {...props} />
          <RunsSection {...props} />
          {around.reviews}
        </div>
      </div>
      <RelatedSections {...props} />
      <ChangesSection {...props} />
      <SourcesSection {...props} />
    </article>
  );
}

function Byline({ t, site, view: { course } }: CoursePartProps) {
  const platform = (
    <a href={urlFor(site, t.lang, `/platforms/${course.platform.slug}`)}>{course.platform.name}</a>
  );
  const providers = course.providers.map((provider) => (
    <a key={provider.slug} href={urlFor(site, t.lang, `/providers/${provider.slug}`)}>
      <bdi>{provider.name}</bdi>
    </a>
  ));
  const key = course.providers.length > 0 ? 'catalog.course.by' : 'catalog.course.on';
  const sentence = t(key, { providers: '{providers}', platform: '{platform}' });
  const links: Readonly<Record<string, ComponentChildren>> = {
    '{providers}': providers.flatMap((link, place) => (place > 0 ? [', ', link] : [link])),
    '{platform}': platform,
  };
  return <>{sentence.split(/(\{\w+\})/).map((piece) => links[piece] ?? piece)}</>;
}

function Notes({ t, site, view: { course } }: CoursePartProps) {
  const note = isTaughtHere(site, course) ? 'catalog.course.sample-here' : 'catalog.course.sample-note';
  return (
    <>
      {course.isSample && <Notice>{t(note)}</Notice>}
      {course.state === 'archived' && <Notice tone="soon">{t('catalog.course.archived-note')}</Notice>}
    </>
  );
}
