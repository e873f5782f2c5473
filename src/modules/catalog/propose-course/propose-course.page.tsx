import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Steps } from '../../../platform/ui/steps.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { ProposalProgress } from './propose-course.queries.ts';
import type { ProposalState } from './proposal-tables.ts';

export interface ProposePageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly form: FormState;
  /** Of the proposal that this form makes: sent twice it is still one. */
  readonly id: string;
}

/** One address is enough; the rest is read from the page. */
export function ProposePage({ t, site, form, id }: ProposePageProps) {
  const errors = Object.entries(form.errors).map(([field, key]) => ({
    id: field,
    message: t(key as MessageKey),
  }));
  const field = (name: string) => ({
    id: name,
    name,
    value: form.values[name],
    error: form.errors[name] && t(form.errors[name] as MessageKey),
  });
  return (
    <>
      <Pagehead title={t('catalog.propose.title')} lead={t('catalog.propose.lead')} />
      <form method="post" action={urlFor(site, t.lang, '/propose')} class="stack" novalidate>
        {errors.length > 0 && <ErrorSummary t={t} errors={errors} />}
        <input type="hidden" name="id" value={id} />
        <TextInput
          {...field('url')}
          type="url"
          inputmode="url"
          required
          label={t('catalog.propose.url')}
          hint={t('catalog.propose.url-hint')}
        />
        <TextInput {...field('note')} t={t} rows={3} optional label={t('catalog.propose.note')} />
        <TextInput
          {...field('mail')}
          t={t}
          type="email"
          autocomplete="email"
          optional
          label={t('catalog.propose.mail')}
          hint={t('catalog.propose.mail-hint')}
        />
        <div class="form-end">
          <Button kind="first">{t('catalog.propose.send')}</Button>
        </div>
      </form>
      <section class="section">
        <h2>{t('catalog.propose.then')}</h2>
        <p class="soft">{t('catalog.propose.then-text')}</p>
      </section>
    </>
  );
}

/** How far each state is on the way: read, looked at, decided. */
const reached: Readonly<Record<ProposalState, number>> = {
  reading: 0,
  waiting: 1,
  accepting: 2,
  accepted: 2,
  refused: 2,
};

export interface ProposalPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly progress: ProposalProgress;
}

/** Where a proposal stands; whoever made it keeps the address of this page. */
export function ProposalPage({ t, site, progress }: ProposalPageProps) {
  const { state, title, url, slug, reason } = progress;
  const at = reached[state];
  return (
    <>
      <Pagehead
        title={t('catalog.propose.thanks')}
        lead={title === null ? <bdi dir="ltr">{url}</bdi> : <bdi>{title}</bdi>}
      />
      <Steps
        t={t}
        label={t('catalog.propose.title')}
        items={(['read', 'look', 'answer'] as const).map((step, place) => ({
          label: t(`catalog.propose.step.${step}`),
          state:
            place < at || state === 'accepted' || state === 'refused'
              ? 'done'
              : place === at
                ? 'current'
                : 'todo',
        }))}
      />
      <Notice tone={state === 'accepted' ? 'good' : 'info'}>
        {reason === null ? t(`catalog.propose.state.${state}`) : t(`catalog.propose.reason.${reason}`)}
      </Notice>
      {progress.hasMail && <p class="soft">{t('catalog.propose.will-write')}</p>}
      <div class="row">
        {slug !== null && (
          <LinkButton kind="first" href={urlFor(site, t.lang, `/courses/${encodeURIComponent(slug)}`)}>
            {t('catalog.propose.letter.see')}
          </LinkButton>
        )}
        <LinkButton kind="quiet" href={urlFor(site, t.lang, '/propose')}>
          {t('catalog.propose.another')}
        </LinkButton>
      </div>
    </>
  );
}
