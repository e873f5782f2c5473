import { z } from 'zod';
import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { Verdict } from '../moderation-tables.ts';
import type { Judgement } from './decide-case.ts';
import { decisionReasons, fitsVerdict } from './decision-reasons.ts';

export const longestWords = 1500;

/** "rejected:insult": verdict and reason are one choice, so that the keyboard needs one field. */
const judgement = z.string().transform((text, context): Pick<Judgement, 'verdict' | 'reason'> => {
  const [verdict, reason = ''] = text.split(':');
  if ((verdict === 'published' || verdict === 'rejected') && fitsVerdict(verdict, reason))
    return { verdict, reason };
  context.addIssue({ code: 'custom', message: 'reviews.moderate.refusal.reason' });
  return z.NEVER;
});

export const judgementFields = {
  judgement,
  words: z.string().trim().max(longestWords, 'reviews.moderate.words-long').default(''),
};

export interface JudgementProps {
  readonly t: Translator;
  readonly form: FormState;
  readonly verdicts?: readonly Verdict[];
  readonly children?: preact.ComponentChildren;
}

/** What is decided and why, asked once: for one case or for many. */
export function JudgementFields({ t, form, verdicts = ['published', 'rejected'], children }: JudgementProps) {
  const options = verdicts.flatMap((verdict) =>
    decisionReasons[verdict].map((reason) => ({
      value: `${verdict}:${reason}`,
      label: t('reviews.moderate.choice', {
        verdict: t(`reviews.moderate.verdict.${verdict}`),
        reason: t(`reviews.moderate.reason.${reason}`),
      }),
    })),
  );
  const error = (field: string) =>
    form.errors[field] === undefined ? {} : { error: t(form.errors[field] as MessageKey) };
  return (
    <>
      <Select
        id="judgement"
        name="judgement"
        label={t('reviews.moderate.decision')}
        options={[{ value: '', label: t('reviews.moderate.choose') }, ...options]}
        value={form.values['judgement']}
        required
        {...error('judgement')}
        {...error('reason')}
      />
      <TextInput
        t={t}
        id="words"
        name="words"
        label={t('reviews.moderate.words')}
        hint={t('reviews.moderate.words-hint')}
        rows={3}
        optional
        maxlength={longestWords}
        value={form.values['words']}
        dir="auto"
        {...error('words')}
      />
      {children}
      <Button kind="first">{t('reviews.moderate.decide')}</Button>
    </>
  );
}
