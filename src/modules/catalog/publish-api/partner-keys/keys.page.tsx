import type { MessageKey } from '../../../../platform/i18n/messages.ts';
import type { Translator } from '../../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../../platform/ui/button.tsx';
import { Chip } from '../../../../platform/ui/chip.tsx';
import { CopyField } from '../../../../platform/ui/copy-field.tsx';
import { DataTable } from '../../../../platform/ui/data-table.tsx';
import { ErrorSummary } from '../../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../../platform/ui/text-input.tsx';
import type { KeyRow } from './keys.queries.ts';

export interface KeysPageProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly keys: readonly KeyRow[];
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, MessageKey>>;
  /** The key just made: this page is the only one that ever shows it. */
  readonly made?: { readonly name: string; readonly key: string } | undefined;
  /** The form had been sent before: its key was shown then. */
  readonly isRepeated?: boolean | undefined;
}

/** The keys of partners, and a form for one more. */
export function KeysPage({ t, href, keys, made, isRepeated, ...form }: KeysPageProps) {
  return (
    <>
      <Pagehead title={t('catalog.keys.title')} lead={t('catalog.keys.lead')} />
      {made && (
        <Notice tone="good" title={t('catalog.keys.made', { name: made.name })}>
          <div class="stack">
            <p>{t('catalog.keys.made-once')}</p>
            <CopyField t={t} id="key" label={t('catalog.keys.key')} value={made.key} />
          </div>
        </Notice>
      )}
      {isRepeated && <Notice tone="soon">{t('catalog.keys.repeated')}</Notice>}
      {keys.length > 0 && <KeysTable t={t} href={href} keys={keys} />}
      <NewKeyForm t={t} href={href} {...form} />
    </>
  );
}

function KeysTable({ t, href, keys }: Pick<KeysPageProps, 't' | 'href' | 'keys'>) {
  return (
    <section class="section">
      <DataTable
        t={t}
        caption={t('catalog.keys.all')}
        columns={[
          { label: t('catalog.keys.name') },
          { label: t('catalog.keys.beginning') },
          { label: t('catalog.keys.quota'), numeric: true },
          { label: t('catalog.keys.used') },
          { label: t('catalog.keys.since') },
          { label: t('catalog.keys.state') },
        ]}
        rows={keys.map((key) => [
          <>
            <bdi>{key.name}</bdi>
            {key.contact && (
              <div class="soft small">
                <bdi>{key.contact}</bdi>
              </div>
            )}
          </>,
          <code class="api-key" dir="ltr">
            {key.beginning}…
          </code>,
          t.number(key.requestsAMinute),
          key.lastUsedAt ? t.moment(key.lastUsedAt) : t('catalog.keys.never'),
          t('catalog.keys.by', { day: t.day(key.createdAt.toISOString().slice(0, 10)), name: key.createdBy }),
          key.revokedAt ? (
            <Chip tone="past">{t('catalog.keys.revoked')}</Chip>
          ) : (
            <LinkButton small kind="quiet" href={href(`/operator/api-keys/${key.id}/revoke`)}>
              {t('catalog.keys.revoke')}
              <span class="unseen"> {key.name}</span>
            </LinkButton>
          ),
        ])}
      />
    </section>
  );
}

function NewKeyForm({ t, href, values, errors }: Pick<KeysPageProps, 't' | 'href' | 'values' | 'errors'>) {
  const said = (name: string) => errors[name] && t(errors[name]);
  return (
    <section class="section">
      <h2>{t('catalog.keys.new')}</h2>
      <form method="post" action={href('/operator/api-keys')} class="stack api-key-form">
        <ErrorSummary
          t={t}
          errors={Object.entries(errors).map(([id, message]) => ({ id, message: t(message) }))}
        />
        <input type="hidden" name="id" value={values['id']} />
        <TextInput
          id="name"
          name="name"
          label={t('catalog.keys.name')}
          hint={t('catalog.keys.name-hint')}
          error={said('name')}
          value={values['name']}
          maxlength={120}
          required
        />
        <TextInput
          t={t}
          id="contact"
          name="contact"
          type="email"
          label={t('catalog.keys.contact')}
          hint={t('catalog.keys.contact-hint')}
          error={said('contact')}
          value={values['contact']}
          maxlength={200}
          optional
        />
        <TextInput
          id="quota"
          name="quota"
          type="number"
          label={t('catalog.keys.quota')}
          error={said('quota')}
          value={values['quota']}
          min={1}
          max={1_000_000}
          inputmode="numeric"
          required
        />
        <div class="form-end">
          <Button kind="first">{t('catalog.keys.create')}</Button>
        </div>
      </form>
    </section>
  );
}
