import type { FormState } from '../../../platform/http/form.ts';
import { urlFor, type Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { Attestation } from '../read-attestations/attestations.queries.ts';

export interface RevokePageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly attestation: Attestation;
  readonly form: FormState;
}

/** What revoking means, and the reason that everybody will read. */
export function RevokePage({ t, site, attestation: { number, facts }, form }: RevokePageProps) {
  const wrong = form.errors['reason'] === undefined ? undefined : t('credentials.revoke.reason.missing');
  const effects = [
    t('credentials.revoke.effect.page'),
    t('credentials.revoke.effect.pdf'),
    t('credentials.revoke.effect.again'),
  ];
  return (
    <form
      method="post"
      action={urlFor(site, t.lang, `/operator/attestations/${number}/revoke`)}
      class="stack"
    >
      <Pagehead
        title={t('credentials.revoke.title')}
        lead={t('credentials.revoke.lead', { name: facts.personName, title: facts.courseTitle })}
      />
      {wrong !== undefined && <ErrorSummary t={t} errors={[{ id: 'reason', message: wrong }]} />}
      <div class="prose">
        <ul>
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      </div>
      <TextInput
        id="reason"
        name="reason"
        rows={3}
        label={t('credentials.revoke.reason')}
        error={wrong}
        value={form.values['reason']}
        maxlength={500}
        dir="auto"
        required
      />
      <div class="row form-end">
        <Button kind="danger">{t('credentials.revoke.do')}</Button>
        <LinkButton kind="quiet" href={urlFor(site, t.lang, `/attestations/${number}`)}>
          {t('credentials.revoke.keep')}
        </LinkButton>
      </div>
    </form>
  );
}
