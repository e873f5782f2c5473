import { langs, ownNames } from '../../../platform/i18n/languages.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Checkbox, Choices } from '../../../platform/ui/choices.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { Cover } from '../article-pictures/cover.tsx';
import { labelName } from '../labels/label-name.ts';
import type { WritePageProps } from './write.page.tsx';

/** What is said beside the texts: labels, whose name, first language, cover. */
export function SettingsForm({ t, article, labels, cover }: WritePageProps) {
  const { draft } = article;
  return (
    <form method="post" action={`/${t.lang}/editor/articles/${article.id}/settings`} class="card stack">
      <h2>{t('editorial.settings.title')}</h2>
      <input type="hidden" name="version" value={String(article.version)} data-article-version />
      {labels.length > 0 && (
        <Choices
          id="labels"
          name="labels"
          kind="checkbox"
          label={t('editorial.settings.labels')}
          options={labels.map((label) => ({ value: label.id, label: labelName(label, t.lang) }))}
          chosen={draft.labels}
        />
      )}
      <Choices
        id="byline"
        name="byline"
        kind="radio"
        label={t('editorial.settings.byline')}
        options={[
          { value: 'author', label: article.authorName ?? t('editorial.settings.byline.nobody') },
          { value: 'site', label: t('editorial.settings.byline.site') },
        ]}
        chosen={[draft.byline]}
      />
      <Select
        id="main"
        name="main"
        label={t('editorial.settings.main')}
        hint={t('editorial.settings.main.hint')}
        options={langs.map((lang) => ({ value: lang, label: ownNames[lang] }))}
        value={draft.lang}
      />
      {cover && (
        <>
          <Cover picture={cover} alt={t('editorial.settings.cover')} sizes="340px" />
          <Checkbox id="cover" name="cover" value="none" label={t('editorial.settings.no-cover')} />
        </>
      )}
      <div class="row">
        <Button>{t('editorial.settings.save')}</Button>
      </div>
    </form>
  );
}
