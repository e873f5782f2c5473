import type { Translator } from '../../../platform/i18n/translator.ts';
import { FieldSet } from '../../../platform/ui/field-set.tsx';

const five = [1, 2, 3, 4, 5] as const;

export interface StarChoiceProps {
  readonly t: Translator;
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value?: string | undefined;
  /** The one question that must be answered: larger. Others can be left out again. */
  readonly required?: boolean | undefined;
}

/** Five radio buttons drawn as stars; a browser that cannot draw them so shows plain ones with their words. */
export function StarChoice({ t, name, label, hint, error, value = '', required }: StarChoiceProps) {
  return (
    <FieldSet id={name} label={label} hint={hint} error={error}>
      <div class={required ? 'star-choice large' : 'star-choice'}>
        {five.map((stars) => (
          <label key={stars}>
            <input
              type="radio"
              name={name}
              value={stars}
              checked={value === String(stars)}
              required={required}
            />
            <span class="star" aria-hidden="true" />
            <span class="unseen">
              {t('reviews.stars.choice', { n: stars, word: t(`reviews.stars.${stars}`) })}
            </span>
            <span class="star-word" aria-hidden="true">
              {t(`reviews.stars.${stars}`)}
            </span>
          </label>
        ))}
        {!required && (
          <label class="no-star">
            <input type="radio" name={name} value="" checked={value === ''} />
            <span>{t('reviews.stars.none')}</span>
          </label>
        )}
      </div>
    </FieldSet>
  );
}
