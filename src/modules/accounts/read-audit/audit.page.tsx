import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import type { AuditFilter, AuditLine } from './read-audit.queries.ts';

export interface AuditPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly lines: readonly AuditLine[];
  readonly actions: readonly string[];
  readonly filter: AuditFilter;
  readonly next: string | undefined;
}

/** The action in words where a module has given it some, else as the log writes it. */
function actionName(t: Translator, action: string): string {
  const key = `accounts.audit.${action}`;
  const words = t(key as MessageKey);
  return words === key ? action.replaceAll('-', ' ') : words;
}

export function AuditPage({ t, site, lines, actions, filter, next }: AuditPageProps) {
  const path = '/operator/audit';
  return (
    <>
      <Pagehead title={t('accounts.audit.title')} lead={t('accounts.audit.lead')} />
      <form method="get" action={urlFor(site, t.lang, path)} class="row">
        {filter.person && <input type="hidden" name="person" value={filter.person} />}
        <Select
          id="action"
          name="action"
          label={t('accounts.audit.action')}
          inline
          options={[
            { value: '', label: t('accounts.audit.every') },
            ...actions.map((each) => ({ value: each, label: actionName(t, each) })),
          ]}
          value={filter.action ?? ''}
        />
        <Button small>{t('accounts.audit.filter')}</Button>
        {(filter.action || filter.person) && (
          <LinkButton kind="quiet" small href={urlFor(site, t.lang, path)}>
            {t('accounts.audit.every')}
          </LinkButton>
        )}
      </form>
      <div class="section">
        <DataTable
          t={t}
          caption={t('accounts.audit.title')}
          captionUnseen
          columns={[
            { label: t('accounts.audit.when') },
            { label: t('accounts.audit.who') },
            { label: t('accounts.audit.action') },
            { label: t('accounts.audit.subject') },
            { label: t('accounts.audit.details') },
          ]}
          rows={lines.map((line) => [
            t.moment(line.at),
            <Who t={t} site={site} line={line} />,
            actionName(t, line.action),
            <Subject site={site} lang={t.lang} line={line} />,
            <Details line={line} />,
          ])}
        />
      </div>
      {next !== undefined && (
        <div class="row form-end">
          <LinkButton href={urlFor(site, t.lang, path, { ...filter, before: next })}>
            {t('accounts.audit.older')}
          </LinkButton>
        </div>
      )}
    </>
  );
}

function Who({ t, site, line }: { t: Translator; site: Site; line: AuditLine }) {
  if (line.actorKind === 'person' && line.actorId) {
    return (
      <a href={urlFor(site, t.lang, '/operator/audit', { person: line.actorId })}>
        <bdi>{line.actorName}</bdi>
      </a>
    );
  }
  if (line.actorKind === 'person') return <span class="soft">{t('accounts.audit.erased')}</span>;
  if (line.actorKind === 'visitor') return <span class="soft">{t('accounts.audit.visitor')}</span>;
  return <bdi>{line.actorName}</bdi>;
}

function Subject({ site, lang, line }: { site: Site; lang: Translator['lang']; line: AuditLine }) {
  if (line.subjectName === null) return <bdi class="small">{line.subject}</bdi>;
  return (
    <a href={urlFor(site, lang, `/operator/people/${line.subject}`)}>
      <bdi>{line.subjectName}</bdi>
    </a>
  );
}

/** Facts as they were written down, for those who know what they mean. */
function Details({ line }: { line: AuditLine }) {
  const facts = Object.entries(line.details).map(
    ([name, value]) => `${name}: ${Array.isArray(value) ? value.join(', ') || '-' : JSON.stringify(value)}`,
  );
  const all = line.address === null ? facts : [...facts, line.address];
  return (
    <bdi dir="ltr" class="small">
      {all.join(' · ')}
    </bdi>
  );
}
