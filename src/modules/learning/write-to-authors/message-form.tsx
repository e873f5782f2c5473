import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { longest } from './message.ts';

export interface MessageFormProps {
  readonly t: Translator;
  readonly action: string;
  /** Id for the message: the form sent twice is one. */
  readonly newId: string;
  /** The unit that it is about; '' is the whole course. */
  readonly unitId: string;
  /** Where the form stands in a unit, its answer leads back there. */
  readonly inUnit?: boolean;
  /** Who goes on talking needs no prompts. */
  readonly goesOn?: boolean;
  readonly form: FormState;
}

/** What a learner writes to the authors: two prompts, and room for whatever else. */
export function MessageForm(props: MessageFormProps) {
  const { t, action, newId, unitId, inUnit, goesOn } = props;
  const prompts = (
    <>
      <Prompt {...props} name="good" />
      <Prompt {...props} name="bad" />
    </>
  );
  return (
    <form method="post" action={action} class="stack">
      <input type="hidden" name="id" value={newId} />
      <input type="hidden" name="unit" value={unitId} />
      {inUnit === true && <input type="hidden" name="in" value="unit" />}
      {goesOn === true ? (
        <>
          <Prompt {...props} name="words" label="learning.talk.reply" />
          <details class="fold">
            <summary>{t('learning.talk.prompts')}</summary>
            <div class="stack">{prompts}</div>
          </details>
        </>
      ) : (
        <>
          {prompts}
          {inUnit !== true && <Prompt {...props} name="words" label="learning.talk.else" />}
        </>
      )}
      <div class="row">
        <Button kind={inUnit === true ? 'plain' : 'first'}>{t('learning.talk.send')}</Button>
      </div>
    </form>
  );
}

function Prompt({
  t,
  name,
  label,
  form,
}: MessageFormProps & { readonly name: 'good' | 'bad' | 'words'; readonly label?: MessageKey }) {
  const wrong = form.errors[name];
  return (
    <TextInput
      t={t}
      id={`talk-${name}`}
      name={name}
      label={t(label ?? `learning.talk.${name === 'words' ? 'else' : name}`)}
      value={form.values[name]}
      error={wrong === undefined ? undefined : t(wrong as MessageKey, { n: longest })}
      rows={3}
      maxlength={longest}
      dir="auto"
    />
  );
}
