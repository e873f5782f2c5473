import { CourseInList } from '../../catalog/index.ts';
import type { ListedCourse } from './listed-courses.ts';
import type { ListScene } from './list-scene.ts';

/** A course of a list as it is today; one that the catalogue lost stays readable by its name. */
export function ListedCourseLine({
  scene,
  listed,
}: {
  readonly scene: ListScene;
  readonly listed: ListedCourse;
}) {
  const { t, site, now } = scene;
  return (
    <>
      {listed.course ? (
        <CourseInList t={t} site={site} course={listed.course} now={now} level={2} />
      ) : (
        <article class="listed-gone">
          <h2>
            <bdi>{listed.title}</bdi>
          </h2>
          <p class="small soft">{t('lists.item.gone')}</p>
        </article>
      )}
      {listed.course?.state === 'archived' && (
        <p class="small soft listed-note">{t('lists.item.archived')}</p>
      )}
    </>
  );
}

/** What the list's maker says of a course. */
export function ListedNote({
  scene: { t },
  note,
}: {
  readonly scene: ListScene;
  readonly note: string | null;
}) {
  if (note === null) return null;
  return (
    <p class="listed-note">
      <span class="unseen">{t('lists.note')}: </span>
      <bdi>{note}</bdi>
    </p>
  );
}
