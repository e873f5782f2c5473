import { urlFor } from '../../../platform/http/site.ts';
import type { CourseRow } from '../read-courses/course-row.ts';
import { textsIn } from '../read-courses/texts-in.ts';
import type { ComparePageProps } from './compare.page.tsx';
import type { CompareRow } from './compare-rows.ts';

/**
 * A column a course, a row a point. Narrow screens set the cells one below the other, which takes the meaning of a
 * table away from screen readers: the roles give it back.
 */
export function CompareTable(props: ComparePageProps) {
  const { t, compared, rows } = props;
  const { courses } = compared;
  return (
    <div class="scroll" tabindex={0} role="region" aria-label={t('catalog.compare.table')}>
      <table class="compare" role="table" data-count={courses.length}>
        <caption class="unseen">{t('catalog.compare.table')}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="compare-corner">
              <span class="unseen">{t('catalog.compare.point')}</span>
            </th>
            {courses.map((course, at) => (
              <CourseHead key={course.id} {...props} course={course} at={at} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <Row key={row.key} {...props} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type HeadProps = ComparePageProps & { readonly course: CourseRow; readonly at: number };

function CourseHead({ t, site, course, at, compared, addressOf }: HeadProps) {
  const { title, language } = textsIn(course, t.lang);
  const others = compared.courses.filter((each) => each.id !== course.id).map((each) => each.slug);
  return (
    <th role="columnheader" scope="col">
      <div class="compare-head">
        {compared.courses.length > 1 && <Badge at={at} say={t.number} />}
        <a href={urlFor(site, t.lang, `/courses/${encodeURIComponent(course.slug)}`)} lang={language}>
          <bdi>{title}</bdi>
        </a>
      </div>
      <a class="small compare-remove" href={addressOf(others)}>
        {t('catalog.compare.remove')}
        <span class="unseen"> {title}</span>
      </a>
    </th>
  );
}

/** The number of a course: on a narrow screen it stands before each of its values. */
function Badge({ at, say }: { readonly at: number; readonly say: (value: number) => string }) {
  return (
    <span class="compare-badge" aria-hidden="true">
      {say(at + 1)}
    </span>
  );
}

function Row({ t, compared, row }: ComparePageProps & { readonly row: CompareRow }) {
  const { courses } = compared;
  const alike = courses.length > 1 && !row.differs;
  return (
    <tr role="row" class={row.differs ? 'differs' : undefined}>
      <th role="rowheader" scope="row">
        {t(row.key)}
        {row.differs && (
          <span class="compare-sign" title={t('catalog.compare.differs')}>
            <span aria-hidden="true"> ≠</span>
            <span class="unseen"> ({t('catalog.compare.differs')})</span>
          </span>
        )}
      </th>
      {alike ? (
        <td role="cell" colspan={courses.length}>
          {row.values[0]} <span class="small soft">{t('catalog.compare.alike')}</span>
        </td>
      ) : (
        row.values.map((value, at) => (
          <td key={courses[at]?.id} role="cell">
            {courses.length > 1 && <Badge at={at} say={t.number} />}
            {value === undefined ? <span class="soft">{t('catalog.compare.unsaid')}</span> : value}
          </td>
        ))
      )}
    </tr>
  );
}
