import type { Site } from '../../../platform/http/site.ts';
import { directionOf, type Lang } from '../../../platform/i18n/languages.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import type { Assets } from '../../../platform/ui/document-head.tsx';
import { Field, describedBy } from '../../../platform/ui/field.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { type ArticleText, textLimits } from '../article/article-content.ts';
import type { Article } from '../article/articles.queries.ts';
import { EditorScript } from './editor-script.tsx';
import { PictureFields } from './picture-fields.tsx';

export interface TextFormProps {
  readonly t: Translator;
  readonly site: Site;
  readonly assets: Assets;
  readonly article: Article;
  readonly lang: Lang;
  readonly text: ArticleText;
  readonly shown: {
    readonly fields?: Readonly<Record<string, string>>;
    readonly errors?: Readonly<Record<string, string>>;
    readonly theirs?: ArticleText;
  };
}

/** The text in one language. Everything works as a plain form; the script adds formatting as one writes, and autosave. */
export function TextForm(props: TextFormProps) {
  const { t, article, lang, text, shown } = props;
  const path = `/${t.lang}/editor/articles/${article.id}`;
  const value = (name: 'title' | 'summary' | 'body' | 'coverAlt') => shown.fields?.[name] ?? text[name];
  const wrong = (name: string) => {
    const key = shown.errors?.[name];
    return key === undefined ? undefined : t(key as MessageKey);
  };
  return (
    <form
      method="post"
      action={path}
      enctype="multipart/form-data"
      class="stack"
      data-article-form
      data-autosave={`${path}/autosave`}
    >
      <input type="hidden" name="lang" value={lang} />
      <input type="hidden" name="version" value={shown.fields?.['version'] ?? String(text.version)} />
      <div class="stack" lang={lang} dir={directionOf(lang)}>
        <TextInput
          id="title"
          name="title"
          label={t('editorial.write.title-field')}
          maxlength={textLimits.title}
          value={value('title')}
          error={wrong('title')}
        />
        <TextInput
          id="summary"
          name="summary"
          rows={2}
          label={t('editorial.write.summary')}
          hint={t('editorial.write.summary.hint')}
          maxlength={textLimits.summary}
          value={value('summary')}
          error={wrong('summary')}
        />
        <BodyField {...props} value={value('body')} error={wrong('body')} />
      </div>
      <PictureFields {...props} value={value('coverAlt')} wrong={wrong} />
      <p class="soft small" role="status" data-saved>
        {text.version > 0 ? t('editorial.write.kept') : ''}
      </p>
      <div class="row form-end">
        <Button kind="first" name="then" value="stay">
          {t('editorial.write.save')}
        </Button>
        <Button name="then" value="preview">
          {t('editorial.write.preview')}
        </Button>
      </div>
      <EditorScript {...props} />
    </form>
  );
}

function BodyField({
  t,
  value,
  error,
}: TextFormProps & { readonly value: string; readonly error: string | undefined }) {
  const words = { id: 'body', label: t('editorial.write.body'), error };
  return (
    <Field {...words}>
      <textarea
        {...describedBy({ ...words, hint: undefined })}
        class="input article-body"
        id="body"
        name="body"
        rows={18}
        maxlength={textLimits.body}
        spellcheck
        data-rich-text
      >
        {value}
      </textarea>
      <details class="write-help" dir={t.dir} lang={t.lang}>
        <summary>{t('editorial.help.title')}</summary>
        <dl>
          {helps.map(([mark, key]) => (
            <div key={key}>
              <dt>
                <code dir="ltr">{mark}</code>
              </dt>
              <dd>{t(key)}</dd>
            </div>
          ))}
        </dl>
        <p class="soft">{t('editorial.help.pictures')}</p>
      </details>
    </Field>
  );
}

const helps = [
  ['## …', 'editorial.help.heading'],
  ['**…**', 'editorial.help.strong'],
  ['*…*', 'editorial.help.emphasis'],
  ['[…](https://…)', 'editorial.help.link'],
  ['- …', 'editorial.help.list'],
  ['1. …', 'editorial.help.numbers'],
  ['> …', 'editorial.help.quote'],
  ['`…`', 'editorial.help.code'],
  ['| … | … |', 'editorial.help.table'],
] as const;
