import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { EntryFields, type EntryFieldsProps } from './entry-fields.tsx';

export interface EntryPageProps extends EntryFieldsProps {
  readonly action: string;
  readonly back: string;
  readonly isRemoved: boolean;
}

/** One entry, to be corrected or taken out. */
export function EntryPage({ action, back, isRemoved, ...fields }: EntryPageProps) {
  const { t, form } = fields;
  return (
    <div class="stack section">
      {isRemoved && <Notice>{t('courses.hours.removed')}</Notice>}
      <form method="post" action={action} class="stack">
        <input type="hidden" name="id" value={form.values['id']} />
        <EntryFields {...fields} />
        <div class="row form-end">
          <Button kind="first">{t('courses.plan.save')}</Button>
          <LinkButton kind="quiet" href={back}>
            {t('courses.hours.return')}
          </LinkButton>
        </div>
      </form>
      <form method="post" action={`${action}/remove`}>
        <Button small name="do" value={isRemoved ? 'back' : 'remove'}>
          {t(isRemoved ? 'courses.hours.put-back' : 'courses.hours.remove')}
        </Button>
      </form>
    </div>
  );
}
