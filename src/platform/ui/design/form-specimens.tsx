import { Button } from '../button.tsx';
import { Checkbox, Choices } from '../choices.tsx';
import { CopyField } from '../copy-field.tsx';
import { EmptyState } from '../empty-state.tsx';
import { ErrorSummary } from '../error-summary.tsx';
import { Notice } from '../notice.tsx';
import { Progress } from '../progress.tsx';
import { Select } from '../select.tsx';
import { TextInput } from '../text-input.tsx';
import type { Setting, Specimen } from './specimen.ts';

const form = ({ t, say, id }: Setting) => (
  <form class="stack">
    <ErrorSummary t={t} errors={[{ id: `${id}-mail`, message: say.wrong }]} />
    <TextInput
      id={`${id}-mail`}
      name="mail"
      type="email"
      label={say.field}
      hint={say.hint}
      error={say.wrong}
      value="ana"
    />
    <TextInput t={t} id={`${id}-words`} name="words" label={say.title} rows={3} value={say.lead} optional />
    <Select
      id={`${id}-pick`}
      name="pick"
      label={say.facet}
      hint={say.hint}
      options={say.facets.map((label) => ({ value: label, label }))}
      value={say.facets[1]}
    />
    <Choices
      id={`${id}-time`}
      name={`${id}-time`}
      kind="radio"
      label={say.question}
      options={say.answers.map((label, place) => ({
        value: String(place),
        label,
        hint: place === 2 ? say.hint : undefined,
      }))}
      chosen={['1']}
    />
    <Checkbox id={`${id}-yes`} name="yes" label={say.whenever} hint={say.hint} checked />
    <CopyField
      t={t}
      id={`${id}-copy`}
      label={say.columns[0] ?? ''}
      value="https://passerelle.example/courses.atom?q=projet"
    />
    <div class="row form-end">
      <Button kind="first" type="button">
        {say.save}
      </Button>
      <Button kind="quiet" type="button">
        {say.cancel}
      </Button>
    </div>
  </form>
);

const notices = ({ t, say }: Setting) => (
  <div class="stack">
    <Notice tone="good">{say.saved}</Notice>
    <Notice title={say.starts}>{say.within}</Notice>
    <Notice tone="soon">{say.started}</Notice>
    <Notice tone="bad">{say.wrong}</Notice>
    <Progress t={t} label={say.caption} value={104_000} max={250_000} done={say.results} left={say.effort} />
  </div>
);

const empty = ({ say }: Setting) => (
  <EmptyState
    level={3}
    title={say.nothing}
    text={say.nothingText}
    actions={<Button icon="bell">{say.links[0]}</Button>}
  />
);

export const formSpecimens: readonly Specimen[] = [
  { name: 'ErrorSummary, TextInput, Select, Choices, Checkbox, CopyField', draw: form },
  { name: 'Notice, Progress', draw: notices },
  { name: 'EmptyState', draw: empty },
];
