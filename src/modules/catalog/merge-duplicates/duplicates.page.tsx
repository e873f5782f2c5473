import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { fieldLabel, sayField } from '../operator-pages/say-field.ts';
import type { ProposedCourse, ShownMerge, ShownProposal } from './duplicates.queries.ts';
import type { DuplicateReason } from './likeness.ts';

export interface DuplicatesProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly proposals: readonly ShownProposal[];
  readonly merges: readonly ShownMerge[];
  readonly page: number;
  readonly pages: number;
}

/** Pairs that may be one course, each with what differs and what speaks for it. */
export function DuplicatesPage(props: DuplicatesProps) {
  const { t, href, proposals, merges, page, pages } = props;
  return (
    <>
      <Pagehead title={t('catalog.duplicates.title')} lead={t('catalog.duplicates.lead')} />
      {proposals.length === 0 ? (
        <EmptyState title={t('catalog.duplicates.empty')} text={t('catalog.duplicates.empty-text')} />
      ) : (
        <div class="stack">
          {proposals.map((proposal) => (
            <Proposal key={proposal.id} t={t} href={href} proposal={proposal} />
          ))}
        </div>
      )}
      <Pagination
        t={t}
        page={page}
        pages={pages}
        hrefOf={(to) => href('/operator/duplicates') + (to > 1 ? `?page=${to}` : '')}
      />
      {merges.length > 0 && <Merges t={t} href={href} merges={merges} />}
    </>
  );
}

type ProposalProps = Pick<DuplicatesProps, 't' | 'href'> & { readonly proposal: ShownProposal };

function Proposal({ t, href, proposal }: ProposalProps) {
  const [a, b] = proposal.courses;
  return (
    <article class="card" aria-labelledby={`pair-${proposal.id}`}>
      <header class="row">
        <h2 class="grow" id={`pair-${proposal.id}`}>
          <bdi>{a.title}</bdi>
        </h2>
        <Chip tone="bridge">
          {t('catalog.duplicates.score', { percent: t.percent(proposal.score * 100) })}
        </Chip>
      </header>
      <ul class="row plain small">
        {proposal.reasons.map((reason) => (
          <li key={reason.what}>{sayReason(t, reason)}</li>
        ))}
      </ul>
      <SideBySide t={t} href={href} courses={[a, b]} />
      <form method="post" action={`/operator/duplicates/${proposal.id}`} class="row">
        <input type="hidden" name="answer" value="same" />
        {[a, b].map((course, place) => (
          <Button key={course.id} kind={place === 0 ? 'first' : 'plain'} name="keep" value={course.id}>
            {t('catalog.duplicates.keep', { platform: course.platform, place: place + 1 })}
          </Button>
        ))}
      </form>
      <form method="post" action={`/operator/duplicates/${proposal.id}`} class="row">
        <Button kind="quiet" name="answer" value="different">
          {t('catalog.duplicates.different')}
        </Button>
      </form>
    </article>
  );
}

const compared = [
  'title',
  'providers',
  'languages',
  'level',
  'effort',
  'certificate',
  'costs',
  'summary',
  'url',
] as const;

/** The two courses, field by field; what differs is marked by a word, not by colour alone. */
function SideBySide({
  t,
  href,
  courses,
}: Pick<ProposalProps, 't' | 'href'> & { courses: readonly ProposedCourse[] }) {
  const rows = compared
    .map((field) => ({ field, said: courses.map((course) => sayField(t, field, course.document[field])) }))
    .filter(({ said }) => said.some((text) => text !== ''));
  return (
    <DataTable
      t={t}
      // said to screen readers: each comparison has a name of its own
      caption={[t('catalog.duplicates.compared'), ...courses.map((course) => course.title)].join(' · ')}
      captionUnseen
      columns={[
        { label: t('catalog.duplicates.field') },
        ...courses.map((course) => ({ label: course.platform })),
        { label: t('catalog.duplicates.verdict') },
      ]}
      rows={[
        [
          t('catalog.duplicates.address'),
          ...courses.map((course) => (
            <a href={href(`/courses/${course.slug}`)} class="wrap-anywhere">
              /courses/{course.slug}
            </a>
          )),
          '',
        ],
        ...rows.map(({ field, said }) => [
          fieldLabel(t, field),
          ...said.map((text) => <bdi class="wrap-anywhere">{text || '–'}</bdi>),
          said[0] === said[1] ? (
            <span class="soft">{t('catalog.duplicates.same')}</span>
          ) : (
            t('catalog.duplicates.differs')
          ),
        ]),
        [t('catalog.duplicates.runs'), ...courses.map((course) => t.number(course.runs)), ''],
      ]}
    />
  );
}

/** "Same organiser page (+50)" */
function sayReason(t: Translator, { what, weight, likeness }: DuplicateReason): string {
  const points = `${weight >= 0 ? '+' : '−'}${t.number(Math.abs(weight))}`;
  const words = t(`catalog.duplicates.reason.${what}`, { percent: t.percent(likeness ?? 0) });
  return t('catalog.duplicates.reason', { words, points });
}

function Merges({ t, href, merges }: Pick<DuplicatesProps, 't' | 'href' | 'merges'>) {
  return (
    <section class="section">
      <header>
        <h2>{t('catalog.duplicates.merged')}</h2>
      </header>
      <DataTable
        t={t}
        caption={t('catalog.duplicates.merged')}
        captionUnseen
        columns={[
          { label: t('catalog.duplicates.kept') },
          { label: t('catalog.duplicates.gone') },
          { label: t('catalog.duplicates.when') },
          { label: t('catalog.duplicates.undo') },
        ]}
        rows={merges.map((merge) => [
          <a href={href(`/operator/courses/${merge.kept.id}`)}>
            <bdi>{merge.kept.title}</bdi>
          </a>,
          <bdi>
            {merge.gone.title} · {merge.gone.platform}
          </bdi>,
          t('catalog.duplicates.by', { when: t.moment(merge.at), name: merge.by }),
          <SplitForm t={t} mergeId={merge.id} />,
        ])}
      />
    </section>
  );
}

/** Takes a merge back. */
export function SplitForm({ t, mergeId }: { readonly t: Translator; readonly mergeId: string }) {
  return (
    <form method="post" action={`/operator/merges/${mergeId}/split`}>
      <Button small>{t('catalog.duplicates.split')}</Button>
    </form>
  );
}
