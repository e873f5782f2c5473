import { langs, ownNames } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';

export interface FeedFieldsProps {
  readonly t: Translator;
  readonly name: string;
  readonly lang: string;
  readonly everyHours: string;
  readonly nameError?: string | undefined;
}

const hours = ['1', '3', '6', '12', '24', '168'];

/** What editors say of a feed, new or known. */
export function FeedFields({ t, name, lang, everyHours, nameError }: FeedFieldsProps) {
  return (
    <>
      <TextInput
        id="name"
        name="name"
        t={t}
        optional
        label={t('editorial.feeds.name')}
        hint={t('editorial.feeds.name.hint')}
        dir="auto"
        maxlength={120}
        value={name}
        error={nameError}
      />
      <Select
        id="lang"
        name="lang"
        label={t('editorial.feeds.lang')}
        options={[
          { value: '', label: t('editorial.feeds.lang.any') },
          ...langs.map((each) => ({ value: each, label: ownNames[each] })),
        ]}
        value={lang}
      />
      <Select
        id="everyHours"
        name="everyHours"
        label={t('editorial.feeds.every')}
        options={hours.map((each) => ({
          value: each,
          label: t('editorial.feeds.hours', { n: Number(each) }),
        }))}
        value={everyHours}
      />
    </>
  );
}
