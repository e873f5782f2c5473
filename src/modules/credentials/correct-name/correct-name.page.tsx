import type { FormState } from '../../../platform/http/form.ts';
import { urlFor, type Site } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { Attestation } from '../read-attestations/attestations.queries.ts';

export interface CorrectNameProps {
  readonly t: Translator;
  readonly site: Site;
  readonly attestation: Attestation;
  readonly form: FormState;
}

/** The name as it stands, the name as it should stand, and why. */
export function CorrectNamePage({ t, site, attestation: { number, facts }, form }: CorrectNameProps) {
  const errorOf = (field: string): string | undefined => {
    const key = form.errors[field];
    return key === undefined ? undefined : t(key as MessageKey);
  };
  const errors = Object.keys(form.errors).map((id) => ({ id, message: errorOf(id) ?? '' }));
  return (
    <form method="post" action={urlFor(site, t.lang, `/account/attestations/${number}/name`)} class="stack">
      <Pagehead title={t('credentials.correct.title')} lead={t('credentials.correct.lead')} />
      <ErrorSummary t={t} errors={errors} />
      <Definitions
        items={[
          {
            term: t('credentials.show.course'),
            value: <bdi lang={facts.courseLang}>{facts.courseTitle}</bdi>,
          },
          { term: t('credentials.correct.now'), value: <bdi>{facts.personName}</bdi> },
        ]}
      />
      <TextInput
        id="name"
        name="name"
        label={t('credentials.correct.name')}
        error={errorOf('name')}
        value={form.values['name'] ?? facts.personName}
        autocomplete="name"
        maxlength={150}
        dir="auto"
        required
      />
      <TextInput
        id="reason"
        name="reason"
        rows={4}
        label={t('credentials.correct.reason')}
        hint={t('credentials.correct.reason.hint')}
        error={errorOf('reason')}
        value={form.values['reason']}
        maxlength={1000}
        dir="auto"
        required
      />
      <div class="row form-end">
        <Button kind="first">{t('credentials.correct.do')}</Button>
        <LinkButton kind="quiet" href={urlFor(site, t.lang, '/account/attestations')}>
          {t('credentials.mine.back')}
        </LinkButton>
      </div>
    </form>
  );
}
