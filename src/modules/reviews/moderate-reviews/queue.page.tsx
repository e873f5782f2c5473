import type { FormState } from '../../../platform/http/form.ts';
import { queryString } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Chip } from '../../../platform/ui/chip.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { LinkButton } from '../../../platform/ui/button.tsx';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Stars } from '../../../platform/ui/stars.tsx';
import { holdKinds } from '../examine-review/hold-reason.ts';
import { BurstChart } from './burst-chart.tsx';
import type { HourOfBurst } from './case.queries.ts';
import { JudgementFields } from './judgement-form.tsx';
import type { QueuedBurst, QueuedCase, QueueFilter, QueuePage } from './queue.queries.ts';
import { sayBurst } from './say-burst.ts';

export interface QueueProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly queue: QueuePage;
  readonly bursts: readonly QueuedBurst[];
  /** Of the one burst that is looked at. */
  readonly hours: readonly HourOfBurst[];
  readonly filter: QueueFilter;
  readonly form: FormState;
  readonly page: number;
  readonly pages: number;
  /** Who looks: appeals against their own decisions are somebody else's. */
  readonly personId: string | undefined;
}

/** What waits for a decision: bursts as groups, the rest the oldest first. */
export function ReviewQueuePage(props: QueueProps) {
  const { t, queue, bursts, filter, page, pages } = props;
  const isWhole = filter.burstId === undefined;
  return (
    <>
      <Pagehead title={t('reviews.moderate.title')} lead={t('reviews.moderate.waiting', { n: queue.all })} />
      <ErrorSummary
        t={t}
        errors={Object.entries(props.form.errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }))}
      />
      {queue.all === 0 ? (
        <EmptyState title={t('reviews.moderate.empty')} text={t('reviews.moderate.empty-text')} />
      ) : (
        <div class="stack">
          <Filters {...props} />
          {isWhole && bursts.length > 0 && <Bursts {...props} />}
          {!isWhole && bursts[0] && <OneBurst {...props} burst={bursts[0]} />}
          {queue.cases.length > 0 && <CaseForm {...props} />}
          <Pagination t={t} page={page} pages={pages} hrefOf={(to) => address(props, filter, to)} />
        </div>
      )}
    </>
  );
}

const address = ({ href }: Pick<QueueProps, 'href'>, filter: QueueFilter, page = 1): string =>
  href('/operator/reviews') +
  queryString({
    reason: filter.reason,
    course: filter.courseId,
    burst: filter.burstId,
    page: page > 1 ? page : undefined,
  });

function Filters(props: QueueProps) {
  const { t, queue, filter } = props;
  const shown = ([...holdKinds, 'appeal'] as const).filter((kind) => (queue.byReason[kind] ?? 0) > 0);
  const course = filter.courseId === undefined ? undefined : queue.cases[0]?.course;
  return (
    <nav aria-label={t('reviews.moderate.filter')}>
      <ul class="row plain">
        <li>
          <Chip href={address(props, {})} tone={Object.keys(filter).length === 0 ? 'bridge' : 'plain'}>
            {t('reviews.moderate.everything', { n: queue.all })}
          </Chip>
        </li>
        {shown.map((kind) => (
          <li key={kind}>
            <Chip href={address(props, { reason: kind })} tone={filter.reason === kind ? 'bridge' : 'plain'}>
              {`${t(`reviews.moderate.kind.${kind}`)} ${t.number(queue.byReason[kind] ?? 0)}`}
            </Chip>
          </li>
        ))}
        {course && (
          <li>
            <Chip href={address(props, {})} tone="bridge" removeLabel={t('reviews.moderate.every-course')}>
              {course}
            </Chip>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The burst whose reviews are listed, and how they came. */
function OneBurst({ t, hours, burst }: QueueProps & { readonly burst: QueuedBurst }) {
  return (
    <Notice tone="soon" title={burst.provider ?? burst.course ?? ''}>
      <p>{sayBurst(t, burst)}</p>
      <BurstChart t={t} hours={hours} />
    </Notice>
  );
}

function Bursts(props: QueueProps) {
  const { t, bursts } = props;
  return (
    <section class="section" aria-labelledby="bursts">
      <header>
        <h2 id="bursts">{t('reviews.moderate.bursts')}</h2>
      </header>
      <ul class="plain cases">
        {bursts.map((burst) => (
          <li key={burst.id}>
            <div class="grow">
              <h3>
                <bdi>{burst.provider ?? burst.course ?? t('reviews.moderate.no-course')}</bdi>
              </h3>
              <p>{sayBurst(t, burst)}</p>
              <p class="small soft">
                {t('reviews.moderate.burst.when', {
                  from: t.moment(burst.beganAt),
                  to: t.moment(burst.lastAt),
                })}
              </p>
            </div>
            <LinkButton small href={address(props, { burstId: burst.id })}>
              {t('reviews.moderate.burst.look', { n: burst.waiting })}
            </LinkButton>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CaseForm(props: QueueProps) {
  const { t, queue, filter, form } = props;
  return (
    <form
      method="post"
      action={`/operator/reviews${queryString({ reason: filter.reason, course: filter.courseId, burst: filter.burstId })}`}
    >
      <div class="aside">
        <fieldset class="cases-set">
          <legend>{t('reviews.moderate.listed', { n: queue.count })}</legend>
          <ul class="plain cases">
            {queue.cases.map((each) => (
              <CaseLine key={each.id} {...props} given={each} />
            ))}
          </ul>
        </fieldset>
        <section class="card judge" aria-label={t('reviews.moderate.together')}>
          <h2>{t('reviews.moderate.together')}</h2>
          {filter.burstId !== undefined && (
            <label class="choice">
              <input type="checkbox" name="all" value="yes" checked={form.values['all'] === 'yes'} />
              <span>{t('reviews.moderate.burst.all', { n: queue.count })}</span>
            </label>
          )}
          <JudgementFields t={t} form={form} />
        </section>
      </div>
    </form>
  );
}

function CaseLine(props: QueueProps & { readonly given: QueuedCase }) {
  const { t, href, given, filter, personId } = props;
  const isMine = given.notBy !== null && given.notBy === personId;
  const course = given.course ?? t('reviews.moderate.no-course');
  return (
    <li>
      <input
        type="checkbox"
        id={`case-${given.id}`}
        name="case"
        value={given.id}
        disabled={isMine}
        aria-label={t('reviews.moderate.pick', { course })}
      />
      <div class="grow">
        <h2>
          <a href={href(`/operator/reviews/${given.id}`)}>
            <bdi>{course}</bdi>
          </a>
        </h2>
        <p class="small row">
          <Stars t={t} value={given.stars} />
          {given.kind === 'appeal' && <Chip tone="soon">{t('reviews.moderate.kind.appeal')}</Chip>}
          {given.reasons.map((reason) => (
            <Chip key={reason} tone={reason === 'insult' || reason === 'reported' ? 'bad' : 'soon'}>
              {t(`reviews.moderate.kind.${reason}`)}
            </Chip>
          ))}
          <span class="soft">{t('reviews.moderate.since', { when: t.moment(given.openedAt) })}</span>
          {filter.courseId === undefined && filter.burstId === undefined && (
            <a href={address(props, { courseId: given.courseId })}>{t('reviews.moderate.same-course')}</a>
          )}
        </p>
        <p lang={given.lang} dir="auto" class="excerpt">
          {given.excerpt ?? t('reviews.moderate.stars-alone')}
        </p>
        {isMine && <p class="small">{t('reviews.moderate.refusal.own-decision')}</p>}
      </div>
    </li>
  );
}
