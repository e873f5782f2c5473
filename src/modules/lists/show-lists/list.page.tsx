import type { ComponentChildren } from 'preact';
import { urlFor } from '../../../platform/http/site.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import type { ListFacts } from '../read-lists/list-facts.ts';
import { ListedCourseLine, ListedNote } from '../read-lists/listed-course-line.tsx';
import type { ListedCourse } from '../read-lists/listed-courses.ts';
import type { ListScene } from '../read-lists/list-scene.ts';
import type { PageOfItems } from '../read-lists/page-of-items.ts';
import { ListChips } from './list-card.tsx';

export interface ListPageProps {
  readonly scene: ListScene;
  readonly list: ListFacts;
  readonly items: readonly ListedCourse[];
  readonly place: PageOfItems;
  /** What one can do with it. */
  readonly actions?: ComponentChildren;
  /** Quiet links at the foot. */
  readonly foot?: ComponentChildren;
  readonly hrefOf: (page: number) => string;
}

/** A list as others read it. */
export function ListPage({ scene, list, items, place, actions, foot, hrefOf }: ListPageProps) {
  const { t } = scene;
  const facts = [
    t('lists.courses', { n: place.total }),
    list.ownerName !== null && t('lists.by', { name: list.ownerName }),
    t('lists.changed', { day: t.day(dayOf(list.changedAt)) }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <>
      <Pagehead
        title={list.title}
        titleLang={list.lang}
        eyebrow={t('lists.one')}
        lead={lead(list)}
        actions={actions}
      />
      <div class="list-about">
        <Facts items={facts} />
        <ListChips t={t} list={{ ...list, courses: place.total }} />
      </div>
      {list.isSample && <Notice>{t('lists.sample.note')}</Notice>}
      {list.pickedAt && <p class="small soft">{t('lists.picked.note')}</p>}
      <CompareThem {...scene} items={items} />
      <ol class="list listed" start={place.first}>
        {items.map((listed) => (
          <li key={listed.id}>
            <ListedCourseLine scene={scene} listed={listed} />
            <ListedNote scene={scene} note={listed.note} />
          </li>
        ))}
      </ol>
      {place.total === 0 && <p class="soft">{t('lists.empty.others')}</p>}
      {place.pages > 1 && <Pagination t={t} page={place.page} pages={place.pages} hrefOf={hrefOf} />}
      {foot}
    </>
  );
}

const lead = (list: ListFacts) =>
  list.description === null ? undefined : (
    <span lang={list.lang} dir="auto" class="list-description">
      {list.description}
    </span>
  );

/** The first four side by side. */
export function CompareThem({
  t,
  site,
  items,
}: Pick<ListScene, 't' | 'site'> & { readonly items: readonly ListedCourse[] }) {
  const slugs = items.flatMap(({ course }) => course?.slug ?? []).slice(0, 4);
  if (slugs.length < 2) return null;
  return (
    <p class="listed-before">
      <LinkButton small href={urlFor(site, t.lang, '/compare', { courses: slugs.join(',') })}>
        {t('lists.compare', { n: slugs.length })}
      </LinkButton>
    </p>
  );
}
