import { urlFor } from '../../../platform/http/site.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { CourseInList, type CourseRow } from '../../catalog/index.ts';
import type { ListScene } from '../read-lists/list-scene.ts';
import type { ListSummary } from '../read-lists/lists.queries.ts';
import { ListCard } from '../show-lists/list-card.tsx';

export interface MyListsProps {
  readonly scene: ListScene;
  readonly lists: readonly ListSummary[];
  /** How many courses this browser kept before one signed in. */
  readonly keptHere: number;
}

/** The lists of a signed-in person. */
export function MyLists({ scene, lists, keptHere }: MyListsProps) {
  const { t, site } = scene;
  const to = (path: string) => urlFor(site, t.lang, path);
  return (
    <>
      <Pagehead
        title={t('lists.mine.title')}
        lead={t('lists.mine.lead')}
        actions={
          <>
            <LinkButton kind="first" href={to('/lists/new')}>
              {t('lists.new')}
            </LinkButton>
            <LinkButton href={to('/lists')}>{t('lists.public.title')}</LinkButton>
          </>
        }
      />
      {keptHere > 0 && (
        <Notice>
          {t('lists.take-over.waiting', { n: keptHere })}{' '}
          <a href={to('/lists/take-over')}>{t('lists.take-over.look')}</a>
        </Notice>
      )}
      {lists.length === 0 ? (
        <EmptyState
          title={t('lists.mine.none')}
          text={t('lists.mine.none.text')}
          actions={
            <LinkButton kind="first" href={to('/courses')}>
              {t('lists.find-courses')}
            </LinkButton>
          }
        />
      ) : (
        <div class="grid section lists-grid">
          {lists.map((list) => (
            <ListCard key={list.id} scene={scene} list={list} own />
          ))}
        </div>
      )}
    </>
  );
}

export interface KeptHereProps {
  readonly scene: ListScene;
  readonly courses: readonly CourseRow[];
  /** A course that was just taken out, to put back. */
  readonly undo: CourseRow | undefined;
}

/** What a visitor keeps in this browser. */
export function KeptHere({ scene, courses, undo }: KeptHereProps) {
  const { t, site, now } = scene;
  const to = (path: string, query = {}) => urlFor(site, t.lang, path, query);
  return (
    <>
      <Pagehead title={t('lists.kept.title')} lead={t('lists.kept.lead')} />
      {undo && (
        <form method="post" action={to('/lists/add')} class="undo">
          <input type="hidden" name="course" value={undo.id} />
          <p role="status">{t('lists.removed', { title: undo.title })}</p>
          <Button small>{t('lists.put-back')}</Button>
        </form>
      )}
      {courses.length === 0 ? (
        <EmptyState
          title={t('lists.kept.none')}
          text={t('lists.kept.none.text')}
          actions={
            <>
              <LinkButton kind="first" href={to('/courses')}>
                {t('lists.find-courses')}
              </LinkButton>
              <LinkButton href={to('/lists')}>{t('lists.public.title')}</LinkButton>
            </>
          }
        />
      ) : (
        <>
          <ul class="list listed">
            {courses.map((course) => (
              <li key={course.id}>
                <CourseInList t={t} site={site} course={course} now={now} level={2} />
                <form method="post" action={to('/lists/kept/remove')} class="listed-deeds">
                  <input type="hidden" name="course" value={course.id} />
                  <Button small kind="quiet">
                    {t('lists.remove')}
                    <span class="unseen"> {course.title}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
          <div class="row section">
            <LinkButton kind="first" href={to('/sign-in', { back: '/lists/take-over' })}>
              {t('lists.kept.sign-in')}
            </LinkButton>
            {courses.length > 1 && (
              <LinkButton
                href={to('/compare', {
                  courses: courses
                    .slice(0, 4)
                    .map(({ slug }) => slug)
                    .join(','),
                })}
              >
                {t('lists.compare', { n: Math.min(4, courses.length) })}
              </LinkButton>
            )}
          </div>
          <p class="small soft">{t('lists.kept.private')}</p>
        </>
      )}
    </>
  );
}

export interface TakeOverProps {
  readonly scene: ListScene;
  readonly courses: readonly CourseRow[];
  readonly newId: string;
}

/** Right after signing in: what this browser kept, and the one button that moves it into the account. */
export function TakeOver({ scene, courses, newId }: TakeOverProps) {
  const { t, site } = scene;
  const action = urlFor(site, t.lang, '/lists/take-over');
  if (courses.length === 0)
    return (
      <Pagehead
        title={t('lists.take-over.none')}
        actions={<LinkButton href={urlFor(site, t.lang, '/lists/mine')}>{t('lists.mine.title')}</LinkButton>}
      />
    );
  return (
    <>
      <Pagehead title={t('lists.take-over.title')} lead={t('lists.take-over.lead', { n: courses.length })} />
      <ul class="entries">
        {courses.map((course) => (
          <li key={course.id}>
            <bdi>{course.title}</bdi>
          </li>
        ))}
      </ul>
      <form method="post" action={action} class="row form-end">
        <input type="hidden" name="id" value={newId} />
        <Button kind="first" name="do" value="take">
          {t('lists.take-over.do')}
        </Button>
        <Button kind="quiet" name="do" value="forget">
          {t('lists.take-over.forget')}
        </Button>
      </form>
    </>
  );
}
