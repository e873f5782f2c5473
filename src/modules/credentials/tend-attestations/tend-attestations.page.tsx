import { urlFor, type Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { AttestedFacts } from '../attestation.ts';
import type { WaitingCorrection } from '../correct-name/corrections.queries.ts';

export interface TendPageProps {
  readonly t: Translator;
  readonly site: Site;
  /** Where the page stands. */
  readonly path: string;
  readonly corrections: readonly WaitingCorrection[];
  /** Operators find any attestation by its number. */
  readonly mayLookUp: boolean;
  readonly typed: string | undefined;
  readonly found:
    { readonly number: string; readonly facts: AttestedFacts; readonly isValid: boolean } | undefined;
  /** The correction whose refusal lacks an answer. */
  readonly refused: string;
}

/** Corrections that wait for a decision; for operators, a way to any attestation. */
export function TendPage(props: TendPageProps) {
  const { t, corrections, refused } = props;
  const message = t('credentials.tend.answer.missing');
  return (
    <>
      <Pagehead title={t('credentials.tend.title')} lead={t('credentials.tend.lead')} />
      {refused !== '' && <ErrorSummary t={t} errors={[{ id: `answer-${refused}`, message }]} />}
      {corrections.length === 0 && <EmptyState title={t('credentials.tend.none')} />}
      <ul class="entries">
        {corrections.map((correction) => (
          <li key={correction.id}>
            <Waiting
              {...props}
              correction={correction}
              error={correction.id === refused ? message : undefined}
            />
          </li>
        ))}
      </ul>
      {props.mayLookUp && <LookUp {...props} />}
    </>
  );
}

function Waiting(
  props: TendPageProps & { readonly correction: WaitingCorrection; readonly error: string | undefined },
) {
  const { t, site, path, correction, error } = props;
  const { id, facts, number, name, reason, askedAt } = correction;
  return (
    <form method="post" action={urlFor(site, t.lang, `${path}/corrections/${id}`)} class="grow stack">
      <div>
        <h2 class="entry-title" lang={facts.courseLang}>
          <a href={urlFor(site, t.lang, `/attestations/${number}`)}>
            <bdi>{facts.courseTitle}</bdi>
          </a>
        </h2>
        <p class="small soft">{t('credentials.tend.asked', { date: t.day(dayOf(askedAt), 'long') })}</p>
      </div>
      <Definitions
        items={[
          { term: t('credentials.correct.now'), value: <bdi>{facts.personName}</bdi> },
          {
            term: t('credentials.correct.name'),
            value: (
              <b>
                <bdi>{name}</bdi>
              </b>
            ),
          },
          { term: t('credentials.correct.reason'), value: <bdi>{reason}</bdi> },
        ]}
      />
      <TextInput
        id={`answer-${id}`}
        name="answer"
        label={t('credentials.tend.answer')}
        error={error}
        maxlength={1000}
        dir="auto"
      />
      <div class="row">
        <Button small name="verdict" value="accept">
          {t('credentials.tend.accept')}
          <span class="unseen"> {name}</span>
        </Button>
        <Button small kind="quiet" name="verdict" value="refuse">
          {t('credentials.tend.refuse')}
          <span class="unseen"> {name}</span>
        </Button>
      </div>
    </form>
  );
}

function LookUp({ t, site, path, typed, found }: TendPageProps) {
  return (
    <section class="section stack">
      <h2>{t('credentials.tend.find')}</h2>
      <form method="get" action={urlFor(site, t.lang, path)} class="stack">
        <TextInput
          id="number"
          name="number"
          label={t('credentials.find.label')}
          value={typed?.slice(0, 60)}
          error={typed !== undefined && !found ? t('credentials.find.unknown') : undefined}
          maxlength={60}
          autocomplete="off"
          spellcheck={false}
          dir="ltr"
          required
        />
        <div class="row">
          <Button>{t('credentials.tend.find.do')}</Button>
        </div>
      </form>
      {found && (
        <Notice title={found.number}>
          <a href={urlFor(site, t.lang, `/attestations/${found.number}`)}>
            <bdi>{found.facts.courseTitle}</bdi>
          </a>{' '}
          <bdi>{found.facts.personName}</bdi>
        </Notice>
      )}
      {found?.isValid && (
        <div class="row">
          <LinkButton
            kind="danger"
            href={urlFor(site, t.lang, `/operator/attestations/${found.number}/revoke`)}
          >
            {t('credentials.tend.revoke')}
          </LinkButton>
        </div>
      )}
    </section>
  );
}
