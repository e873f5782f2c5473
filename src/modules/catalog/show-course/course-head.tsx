import { absoluteUrl } from '../../../platform/http/site.ts';
import { OEmbedLinks } from '../embed-courses/oembed-links.tsx';
import { courseJsonLd } from './course-json-ld.ts';
import type { CourseSurroundings } from './course-surroundings.ts';
import type { CoursePartProps } from './course-part.ts';

/** What machines read of a course: schema.org, OpenGraph, the calendar of its runs. */
export function CourseHead({
  t,
  site,
  view,
  more,
}: CoursePartProps & { readonly more: CourseSurroundings['jsonLd'] }) {
  const { course } = view;
  const address = absoluteUrl(site, t.lang, `/courses/${encodeURIComponent(course.slug)}`);
  const picture = `${site.baseUrl}/courses/${encodeURIComponent(course.slug)}/picture.png`;
  const summary = course.document.summary ?? course.document.description?.slice(0, 200);
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:title" content={course.title} />
      {summary !== undefined && <meta property="og:description" content={summary} />}
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={t.lang} />
      <meta property="og:image" content={picture} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={course.title} />
      <meta name="twitter:card" content="summary_large_image" />
      <link rel="alternate" type="text/calendar" href={`${address}/runs.ics`} title={course.title} />
      <link
        rel="alternate"
        type="application/atom+xml"
        href={`${address}/changes.atom`}
        title={t('catalog.changes.feed-title', { title: course.title })}
      />
      <OEmbedLinks site={site} address={address} />
      {!course.isSample && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: courseJsonLd(view, address, more) }}
        />
      )}
    </>
  );
}
