import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { EntryFields, type EntryFieldsProps } from './entry-fields.tsx';
import { CostSoFar } from './cost-so-far.tsx';
import { HoursStanding } from './hours-standing.tsx';
import type { NamedEntry, NotedBy } from './note-hours.queries.ts';
import type { ProductionPlan } from './plan.queries.ts';
import { sayTime } from './say-time.ts';

export interface HoursPageProps extends EntryFieldsProps {
  /** Address of a page below this one. */
  readonly url: (end?: string) => string;
  readonly csv: string;
  /** Of the form: pressed twice, it is one entry. */
  readonly id: string;
  readonly me: string | undefined;
  readonly isOwner: boolean;
  readonly seesPlan: boolean;
  readonly plan: ProductionPlan;
  readonly noted: readonly NotedBy[];
  /** For owners: who came, and who finished. */
  readonly learners: { readonly learners: number; readonly finished: number } | undefined;
  readonly entries: readonly NamedEntry[];
  readonly page: number;
  readonly hasMore: boolean;
  /** Id of an entry that was taken out just now. */
  readonly removed: string | undefined;
}

/** Noting time, how it stands against the plan, and what was noted. */
export function HoursPage(props: HoursPageProps) {
  const { t, url, csv, form, id, today, removed, seesPlan, learners } = props;
  return (
    <>
      {removed !== undefined && /^[\da-f-]{36}$/.test(removed) && (
        <Notice>
          <form method="post" action={url(`/${removed}/remove`)} class="row">
            <span>{t('courses.hours.removed')}</span>
            <Button small name="do" value="back">
              {t('courses.hours.put-back')}
            </Button>
          </form>
        </Notice>
      )}
      <form method="post" action={url()} class="card stack">
        <h2>{t('courses.hours.new')}</h2>
        <input type="hidden" name="id" value={id} />
        <EntryFields t={t} form={form} today={today} />
        <div>
          <Button kind="first">{t('courses.hours.do')}</Button>
        </div>
      </form>
      {seesPlan && <HoursStanding {...props} />}
      {learners && <CostSoFar {...props} learners={learners} />}
      <section class="section stack">
        <header>
          <h2>{t(props.isOwner ? 'courses.hours.entries' : 'courses.hours.mine')}</h2>
          <LinkButton small href={csv}>
            {t('courses.money.csv')}
          </LinkButton>
        </header>
        <Entries {...props} />
      </section>
    </>
  );
}

function Entries({ t, url, entries, me, isOwner, page, hasMore }: HoursPageProps) {
  if (entries.length === 0) return <p class="soft">{t('courses.hours.none')}</p>;
  return (
    <>
      <ul class="work-entries">
        {entries.map((entry) => (
          <li key={entry.id}>
            <p>
              <b>{sayTime(t, entry.minutes)}</b> · {t(`courses.task.${entry.task}`)} ·{' '}
              {t.day(entry.day, 'long')}
              {isOwner && (
                <>
                  {' · '}
                  <bdi>{entry.name ?? t('courses.hours.nobody')}</bdi>
                </>
              )}
            </p>
            {entry.note !== '' && (
              <p class="soft" dir="auto">
                {entry.note}
              </p>
            )}
            {entry.personId === me && (
              <a href={url(`/${entry.id}`)}>
                {t('courses.hours.correct')}
                <span class="unseen"> {sayTime(t, entry.minutes)}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {(page > 1 || hasMore) && (
        <Pagination
          t={t}
          page={page}
          pages={hasMore ? page + 1 : page}
          hrefOf={(n) => (n > 1 ? `${url()}?page=${n}` : url())}
        />
      )}
    </>
  );
}

export type StandingProps = { readonly t: Translator } & Pick<
  HoursPageProps,
  'plan' | 'noted' | 'isOwner' | 'me'
>;
