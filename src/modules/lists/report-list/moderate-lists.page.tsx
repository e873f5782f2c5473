import { urlFor } from '../../../platform/http/site.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { ListScene } from '../read-lists/list-scene.ts';
import type { ListToModerate, Shelf } from './reports.queries.ts';

export interface ModeratePageProps {
  readonly scene: ListScene;
  readonly shelf: Shelf;
  readonly shelves: readonly Shelf[];
  readonly lists: readonly ListToModerate[];
}

/** Lists that somebody reported, with what a moderator can do about each. */
export function ModeratePage({ scene, shelf, shelves, lists }: ModeratePageProps) {
  const { t, site } = scene;
  const to = (each: Shelf) =>
    urlFor(site, t.lang, '/operator/lists', { shelf: each === 'reported' ? undefined : each });
  return (
    <>
      <Pagehead title={t('lists.moderate.title')} lead={t('lists.moderate.lead')} />
      <Tabs
        t={t}
        label={t('lists.moderate.title')}
        items={shelves.map((each) => ({
          label: t(`lists.moderate.shelf.${each}`),
          href: to(each),
          current: each === shelf,
        }))}
      />
      {lists.length === 0 && <EmptyState title={t('lists.moderate.none')} />}
      <ul class="entries">
        {lists.map((list) => (
          <li key={list.id}>
            <div class="grow stack">
              <About scene={scene} list={list} />
              {list.reports.map((report) => (
                <p key={report.at} class="small">
                  <b>{t(`lists.report.reason.${report.reason}`)}</b>{' '}
                  <span class="soft">{t.day(dayOf(new Date(report.at)), 'short')}</span>
                  {report.words !== null && <bdi class="list-words">{report.words}</bdi>}
                </p>
              ))}
              {list.withdrawnReason !== null && (
                <p class="small">{t('lists.withdrawn.text', { reason: list.withdrawnReason })}</p>
              )}
              <Decide scene={scene} list={list} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function About({ scene: { t, site }, list }: { readonly scene: ListScene; readonly list: ListToModerate }) {
  return (
    <div>
      <h2 class="list-name" lang={list.lang}>
        <a href={urlFor(site, t.lang, `/lists/${encodeURIComponent(list.slug)}`)}>
          <bdi>{list.title}</bdi>
        </a>
      </h2>
      <Facts items={[t('lists.by', { name: list.ownerName }), t('lists.courses', { n: list.courses })]} />
      {list.pickedAt && <Chip tone="open">{t('lists.picked')}</Chip>}
    </div>
  );
}

function Decide({ scene: { t, site }, list }: { readonly scene: ListScene; readonly list: ListToModerate }) {
  const name = <span class="unseen"> {list.title}</span>;
  const action = urlFor(site, t.lang, `/operator/lists/${list.id}`);
  if (list.withdrawnAt)
    return (
      <form method="post" action={action}>
        <Button small name="verdict" value="restore">
          {t('lists.moderate.restore')}
          {name}
        </Button>
      </form>
    );
  return (
    <form method="post" action={action} class="stack">
      <TextInput
        id={`reason-${list.id}`}
        name="reason"
        label={t('lists.moderate.reason')}
        maxlength={500}
        dir="auto"
      />
      <div class="row">
        <Button small kind="danger" name="verdict" value="withdraw">
          {t('lists.moderate.withdraw')}
          {name}
        </Button>
        {list.reports.length > 0 && (
          <Button small name="verdict" value="keep">
            {t('lists.moderate.keep')}
            {name}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Public lists, with the button that marks each as chosen by the editors. */
export function PickPage({ scene, lists }: Pick<ModeratePageProps, 'scene' | 'lists'>) {
  const { t, site } = scene;
  return (
    <>
      <Pagehead title={t('lists.pick.title')} lead={t('lists.pick.lead')} />
      {lists.length === 0 && <EmptyState title={t('lists.moderate.none')} />}
      <ul class="entries">
        {lists.map((list) => (
          <li key={list.id}>
            <div class="grow">
              <About scene={scene} list={list} />
            </div>
            <form method="post" action={urlFor(site, t.lang, `/editor/lists/${list.id}`)}>
              <Button small name="picked" value={list.pickedAt ? 'no' : 'yes'}>
                {t(list.pickedAt ? 'lists.pick.undo' : 'lists.pick.do')}
                <span class="unseen"> {list.title}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  );
}
