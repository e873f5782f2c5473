import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';

export interface SourceSettingsProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly hosts: string;
  readonly graceDays: string;
  /** Hosts of the configuration, which only a restart changes. */
  readonly configured: readonly string[];
  readonly errors: Readonly<Record<string, MessageKey>>;
}

/** Which hosts may be fetched from besides the public internet, and how long a vanished course stays. */
export function SourceSettingsPage({ t, href, hosts, graceDays, configured, errors }: SourceSettingsProps) {
  const wrong = (field: string) => (errors[field] ? t(errors[field]) : undefined);
  return (
    <form method="post" action="/operator/sources/settings" class="stack">
      <Pagehead title={t('catalog.sources.settings')} />
      <ErrorSummary t={t} errors={Object.entries(errors).map(([id, key]) => ({ id, message: t(key) }))} />
      <TextInput
        t={t}
        optional
        id="hosts"
        name="hosts"
        rows={5}
        dir="ltr"
        spellcheck={false}
        label={t('catalog.sources.settings.hosts')}
        hint={t('catalog.sources.settings.hosts-hint')}
        value={hosts}
        error={wrong('hosts')}
      />
      {configured.length > 0 && (
        <p class="small soft">
          {t('catalog.sources.settings.configured')} <code dir="ltr">{configured.join(', ')}</code>
        </p>
      )}
      <TextInput
        id="graceDays"
        name="graceDays"
        type="number"
        min={0}
        max={3650}
        inputmode="numeric"
        label={t('catalog.sources.settings.grace')}
        hint={t('catalog.sources.settings.grace-hint')}
        value={graceDays}
        error={wrong('graceDays')}
      />
      <div class="row form-end">
        <Button kind="first">{t('catalog.sources.save')}</Button>
        <LinkButton kind="quiet" href={href('/operator/sources')}>
          {t('catalog.operate.cancel')}
        </LinkButton>
      </div>
    </form>
  );
}
