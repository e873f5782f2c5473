import { urlFor } from '../../../platform/http/site.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Card } from '../../../platform/ui/card.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import type { ListScene } from '../read-lists/list-scene.ts';
import type { ListSummary } from '../read-lists/lists.queries.ts';

export interface ListCardProps {
  readonly scene: ListScene;
  readonly list: ListSummary;
  /** The owner sees who may read it; everybody else is told who made it. */
  readonly own?: boolean;
}

/** A list among lists: what it is about, how many courses, whose choice. */
export function ListCard({ scene: { t, site }, list, own = false }: ListCardProps) {
  const path = own ? `/lists/mine/${list.id}` : `/lists/${encodeURIComponent(list.slug ?? '')}`;
  const facts = [
    t('lists.courses', { n: list.courses }),
    !own && list.ownerName !== null && t('lists.by', { name: list.ownerName }),
    t('lists.changed', { day: t.day(dayOf(list.changedAt), 'short') }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <Card level={2} title={list.title} href={urlFor(site, t.lang, path)}>
      {list.description !== null && (
        <p class="list-excerpt" lang={list.lang} dir="auto">
          {excerpt(list.description)}
        </p>
      )}
      <Facts items={facts} />
      <ListChips t={t} list={list} own={own} />
    </Card>
  );
}

const longest = 180;
const excerpt = (text: string): string =>
  text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')}…`;

/** Labels of a list: chosen by the editors, a plan, a sample; for its owner, who may read it. */
export function ListChips({ t, list, own }: Pick<ListCardProps, 'list' | 'own'> & Pick<ListScene, 't'>) {
  return (
    <div class="row list-chips">
      {list.pickedAt && <Chip tone="open">{t('lists.picked')}</Chip>}
      {list.isPlan && <Chip tone="bridge">{t('lists.plan.chip')}</Chip>}
      {list.isSample && <Chip>{t('lists.sample')}</Chip>}
      {own && <Chip>{t(`lists.visibility.${list.visibility}`)}</Chip>}
      {own && list.withdrawnAt && <Chip tone="bad">{t('lists.withdrawn.chip')}</Chip>}
    </div>
  );
}
