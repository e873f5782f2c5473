import type { Translator } from '../../../platform/i18n/translator.ts';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import type { LoggedDecision } from './case.queries.ts';
import type { DecisionReason } from './decision-reasons.ts';

export interface DecisionLogProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly decisions: readonly LoggedDecision[];
  readonly page: number;
  readonly pages: number;
}

/** Every decision that was made, the latest first; nobody can change it. */
export function DecisionLogPage({ t, href, decisions, page, pages }: DecisionLogProps) {
  return (
    <>
      <Pagehead title={t('reviews.moderate.log')} lead={t('reviews.moderate.log-lead')} />
      {decisions.length === 0 ? (
        <EmptyState title={t('reviews.moderate.log-empty')} />
      ) : (
        <DataTable
          t={t}
          caption={t('reviews.moderate.log')}
          captionUnseen
          columns={(['when', 'course', 'decision', 'why', 'by'] as const).map((name) => ({
            label: t(`reviews.moderate.column.${name}`),
          }))}
          rows={decisions.map((each) => [
            <a href={href(`/operator/reviews/${each.caseId}`)}>{t.moment(each.at)}</a>,
            <bdi>{each.course ?? t('reviews.moderate.no-course')}</bdi>,
            t(`reviews.moderate.verdict.${each.verdict}`),
            <DecisionWhy t={t} decision={each} />,
            <bdi>{each.by ?? '–'}</bdi>,
          ])}
        />
      )}
      <Pagination
        t={t}
        page={page}
        pages={pages}
        hrefOf={(to) => href('/operator/review-log') + (to > 1 ? `?page=${to}` : '')}
      />
    </>
  );
}

/** The reason of a decision, and the moderator's own words after it. */
export function DecisionWhy({
  t,
  decision,
}: {
  readonly t: Translator;
  readonly decision: { readonly reason: string; readonly words: string | null };
}) {
  return (
    <>
      {t(`reviews.moderate.reason.${decision.reason as DecisionReason}`)}
      {decision.words && (
        <span class="soft">
          {' '}
          <bdi>{decision.words}</bdi>
        </span>
      )}
    </>
  );
}
