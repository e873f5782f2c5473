import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { FoundCourse } from '../correct-course/correct-course.queries.ts';
import { fieldLabel, inReadingOrder, sayField } from '../operator-pages/say-field.ts';
import type { ProposalToDecide } from './decide-proposal.queries.ts';
import { refusalReasons } from './proposal-tables.ts';

type Href = (path: string) => string;

export interface ProposalsPageProps {
  readonly t: Translator;
  readonly href: Href;
  readonly state: 'open' | 'decided';
  readonly proposals: readonly ProposalToDecide[];
  readonly page: number;
  readonly pages: number;
}

/** Courses that visitors miss here. */
export function ProposalsPage({ t, href, state, proposals, page, pages }: ProposalsPageProps) {
  const address = (to: string, number = 1) =>
    `${href('/operator/proposals')}?state=${to}${number > 1 ? `&page=${number}` : ''}`;
  return (
    <>
      <Pagehead title={t('catalog.proposals.title')} lead={t('catalog.proposals.lead')} />
      <Tabs
        t={t}
        label={t('catalog.proposals.title')}
        items={(['open', 'decided'] as const).map((each) => ({
          label: t(`catalog.proposals.${each}`),
          href: address(each),
          current: each === state,
        }))}
      />
      {proposals.length === 0 ? (
        <EmptyState title={t('catalog.proposals.empty')} text={t('catalog.proposals.empty-text')} />
      ) : (
        <DataTable
          t={t}
          caption={t(`catalog.proposals.${state}`)}
          captionUnseen
          columns={[
            { label: t('catalog.links.course') },
            { label: t('catalog.proposals.state') },
            { label: t('catalog.imports.column.when') },
          ]}
          rows={proposals.map((proposal) => [
            <>
              <a href={href(`/operator/proposals/${proposal.id}`)}>
                <bdi>{proposal.document?.title ?? proposal.url}</bdi>
              </a>
              <p class="small soft wrap-anywhere" dir="ltr">
                {proposal.url}
              </p>
            </>,
            t(`catalog.proposals.state.${proposal.state}`),
            t.moment(proposal.proposedAt),
          ])}
        />
      )}
      <Pagination t={t} page={page} pages={pages} hrefOf={(to) => address(state, to)} />
    </>
  );
}

export interface DecideProposalProps {
  readonly t: Translator;
  readonly href: Href;
  readonly proposal: ProposalToDecide;
  /** Courses here whose titles resemble this one's. */
  readonly near: readonly FoundCourse[];
  readonly form: FormState;
}

/** What the page says, what is here already, and the decision. */
export function DecideProposalPage(props: DecideProposalProps) {
  const { t, href, proposal } = props;
  const { document, state } = proposal;
  const isOpen = state === 'reading' || state === 'waiting';
  return (
    <>
      <Pagehead
        title={document?.title ?? proposal.url}
        titleLang={document?.languages?.[0]}
        eyebrow={t('catalog.proposals.one')}
        lead={
          <a
            href={proposal.url}
            dir="ltr"
            class="wrap-anywhere"
            target="_blank"
            rel="noopener noreferrer nofollow"
          >
            {proposal.url}
          </a>
        }
      />
      <div class="stack">
        {proposal.note !== null && (
          <blockquote dir="auto">
            <p>{proposal.note}</p>
          </blockquote>
        )}
        {proposal.trouble !== null && (
          <Notice tone="soon">{t(`catalog.proposals.trouble.${proposal.trouble}`)}</Notice>
        )}
        {state === 'reading' && <Notice>{t('catalog.propose.state.reading')}</Notice>}
        {document && <Said t={t} document={document} />}
        <Near {...props} />
        {isOpen ? <Decision {...props} /> : <Notice>{t(`catalog.proposals.state.${state}`)}</Notice>}
        {proposal.slug !== null && (
          <p>
            <a href={href(`/courses/${encodeURIComponent(proposal.slug)}`)}>
              {t('catalog.propose.letter.see')}
            </a>
          </p>
        )}
      </div>
    </>
  );
}

function Said({ t, document }: { readonly t: Translator; readonly document: object }) {
  const said = document as Readonly<Record<string, unknown>>;
  const fields = inReadingOrder(Object.keys(said)).filter((field) => field !== 'key' && field !== 'runs');
  return (
    <section>
      <h2>{t('catalog.proposals.said')}</h2>
      <Definitions
        items={fields.map((field) => ({
          term: fieldLabel(t, field),
          value: <bdi>{sayField(t, field, said[field]).slice(0, 600)}</bdi>,
        }))}
      />
    </section>
  );
}

function Near({ t, href, near }: DecideProposalProps) {
  if (near.length === 0) return null;
  return (
    <section>
      <h2>{t('catalog.proposals.near')}</h2>
      <ul class="plain">
        {near.map((course) => (
          <li key={course.id}>
            <a href={href(`/courses/${encodeURIComponent(course.slug)}`)}>
              <bdi>{course.title}</bdi>
            </a>{' '}
            <span class="soft">
              <bdi>{course.platform}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decision({ t, proposal, near, form }: DecideProposalProps) {
  const { document } = proposal;
  const proposed: Readonly<Record<string, string>> = {
    title: document?.title ?? '',
    language: document?.languages?.[0] ?? '',
    platform: proposal.platformOfHost ?? document?.providers?.[0]?.name ?? new URL(proposal.url).hostname,
  };
  const field = (name: string) => ({
    id: name,
    name,
    value: form.values[name] ?? proposed[name],
    error: form.errors[name] && t(form.errors[name] as MessageKey),
  });
  const at = `/operator/proposals/${proposal.id}`;
  return (
    <>
      <section>
        <h2>{t('catalog.proposals.accept-title')}</h2>
        <form method="post" action={`${at}/accept`} class="stack">
          <TextInput {...field('title')} required label={t('catalog.field.title')} dir="auto" />
          <TextInput
            {...field('platform')}
            required
            label={t('catalog.proposals.platform')}
            hint={t('catalog.proposals.platform-hint')}
          />
          <TextInput
            {...field('language')}
            t={t}
            optional
            label={t('catalog.field.languages')}
            hint={t('catalog.proposals.language-hint')}
            dir="ltr"
          />
          <div class="form-end">
            <Button kind="first">{t('catalog.proposals.accept')}</Button>
          </div>
        </form>
      </section>
      <section>
        <h2>{t('catalog.proposals.refuse-title')}</h2>
        <form method="post" action={`${at}/refuse`} class="stack">
          <Choices
            id="reason"
            name="reason"
            kind="radio"
            label={t('catalog.proposals.reason')}
            hint={t('catalog.proposals.reason-hint')}
            chosen={['known']}
            options={refusalReasons.map((reason) => ({
              value: reason,
              label: t(`catalog.propose.reason.${reason}`),
            }))}
          />
          <TextInput
            id="course"
            name="course"
            t={t}
            optional
            label={t('catalog.proposals.known')}
            hint={t('catalog.proposals.known-hint')}
            value={near[0]?.slug}
            dir="ltr"
          />
          <div class="form-end">
            <Button>{t('catalog.proposals.refuse')}</Button>
          </div>
        </form>
      </section>
    </>
  );
}
