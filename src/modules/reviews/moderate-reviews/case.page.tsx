import type { FormState } from '../../../platform/http/form.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Chip } from '../../../platform/ui/chip.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Stars } from '../../../platform/ui/stars.tsx';
import { textFields } from '../examine-review/hold-reason.ts';
import { BurstChart } from './burst-chart.tsx';
import type { CaseView, HourOfBurst } from './case.queries.ts';
import { DecisionWhy } from './decision-log.page.tsx';
import { JudgementFields } from './judgement-form.tsx';
import { MarkedText } from './marked-text.tsx';
import { sayBurst } from './say-burst.ts';

export interface CaseProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly view: CaseView;
  readonly hours: readonly HourOfBurst[];
  readonly form: FormState;
  /** Why this person may not decide it. */
  readonly tie: 'own-review' | 'own-decision' | 'own-course' | undefined;
}

/** One case: the words with what is suspect in them, who wrote them, what was said before, and the decision. */
export function CasePage(props: CaseProps) {
  const { t, href, view } = props;
  const title = view.course?.title ?? t('reviews.moderate.no-course');
  return (
    <>
      <Pagehead
        eyebrow={t(`reviews.moderate.case.${view.kind}`)}
        title={title}
        lead={t('reviews.moderate.since', { when: t.moment(view.openedAt) })}
        actions={
          view.course && (
            <a href={href(`/courses/${view.course.slug}`)}>{t('reviews.moderate.course-page')}</a>
          )
        }
      />
      <div class="aside case">
        <div class="stack">
          <Words {...props} />
          <Reasons {...props} />
          {view.words !== null && (
            <Notice tone="info" title={t('reviews.moderate.appeal-words')}>
              <p dir="auto" class="said">
                {view.words}
              </p>
            </Notice>
          )}
          <Reports {...props} />
          <Burst {...props} />
        </div>
        <div class="stack">
          <Judge {...props} />
          <Author {...props} />
          <Past {...props} />
        </div>
      </div>
    </>
  );
}

function Words({ t, view }: CaseProps) {
  const { review, reasons } = view;
  const spots = reasons.flatMap((reason) => reason.spots ?? []);
  const said = textFields.filter((field) => review[field]);
  return (
    <section class="card" aria-label={t('reviews.moderate.review')}>
      <p class="row small">
        <Stars t={t} value={review.stars} />
        <span>{t.languageName(review.lang)}</span>
        <span>{t.day(review.writtenAt.slice(0, 10))}</span>
        {review.editedAt !== null && (
          <span>{t('reviews.moderate.edited', { day: t.day(review.editedAt.slice(0, 10)) })}</span>
        )}
        <Chip>{t(`reviews.moderate.state.${review.state}`)}</Chip>
      </p>
      {said.length === 0 && <p class="soft">{t('reviews.moderate.stars-alone')}</p>}
      {said.map((field) => (
        <div key={field}>
          {field !== 'body' && <h2>{t(`reviews.moderate.field.${field}`)}</h2>}
          <MarkedText field={field} text={review[field] ?? ''} spots={spots} lang={review.lang} />
        </div>
      ))}
    </section>
  );
}

function Reasons({ t, href, view }: CaseProps) {
  if (view.reasons.length === 0) return null;
  return (
    <section>
      <h2>{t('reviews.moderate.why')}</h2>
      <ul class="plain">
        {view.reasons.map((reason, at) => (
          <li key={at}>
            {reason.kind === 'burst' && view.burst
              ? sayBurst(t, view.burst)
              : t(`reviews.moderate.explain.${reason.kind}`)}
            {reason.like && ` ${t.percent(reason.like.share * 100)}`}
          </li>
        ))}
      </ul>
      {view.like && (
        <details>
          <summary>{t('reviews.moderate.like', { course: view.like.course ?? '' })}</summary>
          <p dir="auto" class="said">
            {view.like.text}
          </p>
          {view.like.caseId && (
            <a href={href(`/operator/reviews/${view.like.caseId}`)}>{t('reviews.moderate.like-case')}</a>
          )}
        </details>
      )}
    </section>
  );
}

function Reports({ t, view }: CaseProps) {
  if (view.reports.length === 0) return null;
  return (
    <section>
      <h2>{t('reviews.moderate.reports', { n: view.reports.length })}</h2>
      <ul class="plain stack">
        {view.reports.map((report, at) => (
          <li key={at}>
            <p>
              <strong>{t(`reviews.report.reason.${report.reason as 'other'}`)}</strong>{' '}
              <span class="small soft">
                {t.moment(report.at)}
                {report.forProvider && ` · ${t('reviews.moderate.by-provider')}`}
              </span>
            </p>
            {report.words && (
              <p dir="auto" class="said">
                {report.words}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Burst({ t, href, view, hours }: CaseProps) {
  if (!view.burst || hours.length === 0) return null;
  return (
    <section>
      <h2>{t('reviews.moderate.burst.title')}</h2>
      <p>
        <a href={href(`/operator/reviews?burst=${view.burst.id}`)}>
          {t('reviews.moderate.burst.look', { n: view.burst.waiting })}
        </a>
      </p>
      <BurstChart t={t} hours={hours} />
    </section>
  );
}

function Judge({ t, view, form, tie }: CaseProps) {
  if (view.state !== 'open') return <Notice tone="info">{t(`reviews.moderate.closed.${view.state}`)}</Notice>;
  if (tie) return <Notice tone="soon">{t(`reviews.moderate.refusal.${tie}`)}</Notice>;
  return (
    <form method="post" action={`/operator/reviews/${view.id}`} class="card judge">
      <h2>{t('reviews.moderate.your-decision')}</h2>
      <input type="hidden" name="version" value={view.version} />
      <JudgementFields t={t} form={form} />
    </form>
  );
}

function Author({ t, view }: CaseProps) {
  const { author, review } = view;
  return (
    <section>
      <h2>{t('reviews.moderate.author')}</h2>
      {author === null ? (
        <p class="soft">{t('reviews.moderate.no-author')}</p>
      ) : (
        <Definitions
          spread
          items={[
            { term: t('reviews.moderate.author-name'), value: <bdi>{author.name}</bdi> },
            { term: t('reviews.moderate.author-since'), value: t.moment(author.since) },
            {
              term: t('reviews.moderate.shown-as'),
              value: t(review.isAnonymous ? 'reviews.moderate.anonymous' : 'reviews.moderate.by-name'),
            },
            ...(['published', 'held', 'rejected', 'withdrawn'] as const).map((state) => ({
              term: t(`reviews.moderate.others.${state}`),
              value: t.number(author[state]),
            })),
          ]}
        />
      )}
    </section>
  );
}

function Past({ t, view }: CaseProps) {
  if (view.decisions.length === 0) return null;
  return (
    <section>
      <h2>{t('reviews.moderate.past')}</h2>
      <ol class="plain stack">
        {view.decisions.map((each, at) => (
          <li key={at}>
            <p class="small soft">
              {t.moment(each.at)} · <bdi>{each.by ?? '–'}</bdi>
            </p>
            <p>
              <strong>{t(`reviews.moderate.verdict.${each.verdict}`)}</strong>{' '}
              <DecisionWhy t={t} decision={each} />
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}
