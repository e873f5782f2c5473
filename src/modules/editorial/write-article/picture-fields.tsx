import { directionOf } from '../../../platform/i18n/languages.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { textLimits } from '../article/article-content.ts';
import type { TextFormProps } from './text-form.tsx';

export interface PictureFieldsProps extends TextFormProps {
  /** What the cover shows, in this language. */
  readonly value: string;
  readonly wrong: (field: string) => string | undefined;
}

/** A picture goes along with the text that is being written, so that none of it is lost without script. */
export function PictureFields({ t, article, lang, shown, value, wrong }: PictureFieldsProps) {
  const hasCover = article.draft.cover !== undefined;
  const isOpen = ['picture', 'pictureAlt'].some((field) => shown.errors?.[field] !== undefined);
  return (
    <>
      {hasCover && (
        <div lang={lang} dir={directionOf(lang)}>
          <TextInput
            id="coverAlt"
            name="coverAlt"
            label={t('editorial.write.cover-alt')}
            hint={t('editorial.write.cover-alt.hint')}
            maxlength={textLimits.alt}
            value={value}
            error={wrong('coverAlt')}
          />
        </div>
      )}
      <details class="write-picture" open={isOpen}>
        <summary>{t('editorial.picture.add')}</summary>
        <div class="stack">
          <TextInput
            id="picture"
            name="picture"
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
            label={t('editorial.picture.file')}
            hint={t('editorial.picture.file.hint')}
            error={wrong('picture')}
          />
          <TextInput
            id="pictureAlt"
            name="pictureAlt"
            label={t('editorial.picture.alt')}
            hint={t('editorial.picture.alt.hint')}
            dir="auto"
            maxlength={textLimits.alt}
            value={shown.fields?.['pictureAlt'] ?? ''}
            error={wrong('pictureAlt')}
          />
          <Choices
            id="place"
            name="place"
            kind="radio"
            label={t('editorial.picture.place')}
            options={[
              { value: 'text', label: t('editorial.picture.place.text') },
              { value: 'cover', label: t('editorial.picture.place.cover') },
            ]}
            chosen={[shown.fields?.['place'] ?? (hasCover ? 'text' : 'cover')]}
          />
          <div>
            <Button name="then" value="stay">
              {t('editorial.picture.send')}
            </Button>
          </div>
        </div>
      </details>
    </>
  );
}
