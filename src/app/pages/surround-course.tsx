import { compareAddress, type SurroundCourse } from '../../modules/catalog/index.ts';
import { surroundWithReviews } from '../../modules/reviews/index.ts';
import type { AppContext } from '../../platform/http/environment.ts';
import { urlFor } from '../../platform/http/site.ts';

/** What reviews, following and lists put on a course's page. At most two statements for all of them. */
export const surroundCourse: SurroundCourse = async (c, view) => {
  const reviews = await surroundWithReviews(c, view);
  return {
    ...reviews,
    beside: (
      <>
        {reviews.beside}
        <Beside c={c} slug={view.course.slug} />
      </>
    ),
  };
};

interface BesideProps {
  readonly c: AppContext;
  readonly slug: string;
}

/** Keep it in a list, set it beside others, show it elsewhere. */
function Beside({ c, slug }: BesideProps) {
  const { t, site, lang } = c.var;
  return (
    <ul class="decision-links">
      <li>
        <a href={urlFor(site, lang, '/lists/add', { course: slug })}>{t('lists.keep.one')}</a>
      </li>
      <li>
        <a href={compareAddress(c, slug)}>{t('catalog.compare.one')}</a>
      </li>
      <li>
        <a href={urlFor(site, lang, '/embed', { course: slug })}>{t('catalog.embed.one')}</a>
      </li>
    </ul>
  );
}
