import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import { langs, ownNames } from '../../../platform/i18n/languages.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { NewsLabel } from '../show-news/news.queries.ts';
import { NewsroomRooms } from '../show-newsroom/newsroom-rooms.tsx';
import { labelName } from './label-name.ts';

export interface LabelsPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly labels: readonly NewsLabel[];
  readonly edited: NewsLabel | undefined;
  readonly form: FormState;
}

export function LabelsPage(props: LabelsPageProps) {
  const { t, site, labels } = props;
  const path = urlFor(site, t.lang, '/editor/labels');
  return (
    <>
      <Pagehead title={t('editorial.labels.title')} lead={t('editorial.labels.lead')} />
      <NewsroomRooms t={t} site={site} here="/editor/labels" />
      <div class="aside section">
        <div>
          {labels.length === 0 && <EmptyState title={t('editorial.labels.none')} />}
          <ul class="entries">
            {labels.map((label) => (
              <li key={label.id}>
                <div class="grow">
                  <a href={urlFor(site, t.lang, '/editor/labels', { label: label.id })}>
                    <bdi>{labelName(label, t.lang)}</bdi>
                  </a>
                  <Facts items={Object.values(label.names)} />
                </div>
                <form method="post" action={`${path}/${label.id}/remove`}>
                  <Button small kind="quiet">
                    {t('editorial.labels.remove')}
                    <span class="unseen"> {labelName(label, t.lang)}</span>
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        </div>
        <LabelForm {...props} />
      </div>
    </>
  );
}

function LabelForm({ t, site, edited, form }: LabelsPageProps) {
  const path = urlFor(site, t.lang, '/editor/labels');
  const errors = Object.entries(form.errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }));
  return (
    <form method="post" action={path} class="stack">
      <h2>{t(edited ? 'editorial.labels.edit' : 'editorial.labels.new')}</h2>
      <ErrorSummary t={t} errors={errors} />
      <input type="hidden" name="id" value={form.values['id'] ?? edited?.id ?? ''} />
      {langs.map((lang) => {
        const field = `name-${lang}`;
        const error = form.errors[field];
        return (
          <TextInput
            key={lang}
            id={field}
            name={field}
            label={ownNames[lang]}
            dir="auto"
            maxlength={40}
            value={form.values[field] ?? edited?.names[lang] ?? ''}
            error={error === undefined ? undefined : t(error as MessageKey)}
          />
        );
      })}
      <div class="row form-end">
        <Button kind="first">{t('editorial.labels.save')}</Button>
        {edited && (
          <LinkButton kind="quiet" href={path}>
            {t('editorial.cancel')}
          </LinkButton>
        )}
      </div>
    </form>
  );
}
