import { urlFor } from '../../../platform/http/site.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { FoundList, type FoundCourses } from '../../catalog/index.ts';
import type { ListFacts } from '../read-lists/list-facts.ts';
import type { ListedCourse } from '../read-lists/listed-courses.ts';
import type { ListScene } from '../read-lists/list-scene.ts';
import type { PageOfItems } from '../read-lists/page-of-items.ts';
import { ListChips } from '../show-lists/list-card.tsx';
import { CompareThem } from '../show-lists/list.page.tsx';
import { OwnItem } from './own-item.tsx';

export interface OwnListProps {
  readonly scene: ListScene;
  readonly list: ListFacts;
  readonly items: readonly ListedCourse[];
  readonly place: PageOfItems;
  readonly search: FoundCourses;
  /** A course that was just taken out, to put back. */
  readonly undo: { readonly id: string; readonly title: string } | undefined;
}

/** A list as its owner sees it: everything can be changed here. */
export function OwnListPage(props: OwnListProps) {
  const { scene, list, items, place } = props;
  const { t, site } = scene;
  const to = (end: string, query = {}) => urlFor(site, t.lang, `/lists/mine/${list.id}${end}`, query);
  return (
    <>
      <Pagehead
        title={list.title}
        titleLang={list.lang}
        lead={
          list.description === null ? undefined : (
            <span class="list-description" lang={list.lang} dir="auto">
              {list.description}
            </span>
          )
        }
        actions={
          <>
            <LinkButton href={to('/plan')} icon="calendar">
              {t(list.isPlan ? 'lists.plan.see' : 'lists.plan.make')}
            </LinkButton>
            <LinkButton href={to('/share')}>{t('lists.share')}</LinkButton>
            <LinkButton href={to('/edit')}>{t('lists.edit')}</LinkButton>
          </>
        }
      />
      <ListChips t={t} list={{ ...list, courses: place.total }} own />
      {list.withdrawnAt && (
        <Notice tone="bad" title={t('lists.withdrawn.title')}>
          {t('lists.withdrawn.text', { reason: list.withdrawnReason ?? '' })}
        </Notice>
      )}
      {list.isSample && <Notice>{t('lists.sample.note')}</Notice>}
      <Undo {...props} />
      {place.total === 0 ? (
        <EmptyState title={t('lists.empty')} text={t('lists.empty.text')} />
      ) : (
        <CompareThem t={t} site={site} items={items} />
      )}
      <ol class="list listed" start={place.first}>
        {items.map((listed, at) => (
          <OwnItem
            key={listed.id}
            scene={scene}
            list={list}
            listed={listed}
            number={place.first + at}
            total={place.total}
          />
        ))}
      </ol>
      {place.pages > 1 && (
        <Pagination
          t={t}
          page={place.page}
          pages={place.pages}
          hrefOf={(page) => to('', { page: page > 1 ? page : undefined })}
        />
      )}
      <AddToList {...props} />
    </>
  );
}

function Undo({ scene: { t, site }, list, undo }: OwnListProps) {
  if (!undo) return null;
  const action = urlFor(site, t.lang, `/lists/mine/${list.id}/items/${undo.id}/put-back`);
  return (
    <form method="post" action={action} class="undo">
      <p role="status">{t('lists.removed', { title: undo.title })}</p>
      <Button small>{t('lists.put-back')}</Button>
    </form>
  );
}

function AddToList({ scene: { t, site }, list, search }: OwnListProps) {
  const here = urlFor(site, t.lang, `/lists/mine/${list.id}`);
  return (
    <section class="section" id="add">
      <form class="course-search" role="search" method="get" action={`${here}#add`}>
        <TextInput
          id="q"
          name="q"
          type="search"
          label={t('lists.add.search')}
          value={search.q}
          maxlength={200}
          autocomplete="off"
        />
        <Button icon="search">{t('ui.search')}</Button>
      </form>
      <FoundList
        t={t}
        site={site}
        search={search}
        actionOf={(card) => (
          <form method="post" action={`${here}/add`}>
            <input type="hidden" name="course" value={card.id} />
            <Button small>
              {t('lists.add')}
              <span class="unseen"> {card.title}</span>
            </Button>
          </form>
        )}
      />
    </section>
  );
}
