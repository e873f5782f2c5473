import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { staffRoles } from '../tables.ts';
import type { NamedStaff } from './people.queries.ts';

export interface PeoplePageProps {
  readonly t: Translator;
  readonly action: string;
  readonly people: readonly NamedStaff[];
  /** Id of who looks. */
  readonly me: string | undefined;
  readonly mayManage: boolean;
  /** What was typed, where the form came back. */
  readonly address: string | undefined;
  readonly wrong: string | undefined;
}

/** Who works on the course, in which role; owners change that and invite others. */
export function PeoplePage(props: PeoplePageProps) {
  const { t, action, people, mayManage, address, wrong } = props;
  const roles = staffRoles.map((role) => ({ value: role, label: t(`courses.role.${role}`) }));
  return (
    <>
      <ul class="list taught">
        {people.map((person) => (
          <Person key={person.personId} {...props} person={person} roles={roles} />
        ))}
      </ul>
      {mayManage && (
        <form method="post" action={action} class="section stack">
          <header>
            <h2>{t('courses.people.invite')}</h2>
          </header>
          <TextInput
            id="address"
            name="address"
            type="email"
            label={t('courses.people.address')}
            hint={t('courses.people.address.hint')}
            value={address}
            error={wrong}
            required
          />
          <Select id="role" name="role" label={t('courses.people.role')} value="author" options={roles} />
          <div>
            <Button kind="first">{t('courses.people.add')}</Button>
          </div>
        </form>
      )}
      <section class="section">
        <header>
          <h2>{t('courses.people.roles')}</h2>
        </header>
        <Definitions
          spread
          items={staffRoles.map((role) => ({
            term: t(`courses.role.${role}`),
            value: t(`courses.people.may.${role}`),
          }))}
        />
      </section>
    </>
  );
}

interface PersonProps extends PeoplePageProps {
  readonly person: NamedStaff;
  readonly roles: readonly { readonly value: string; readonly label: string }[];
}

function Person({ t, action, person, me, mayManage, roles }: PersonProps) {
  const isMe = person.personId === me;
  return (
    <li>
      <h2>
        <bdi>{person.name}</bdi>
      </h2>
      {mayManage || isMe ? (
        <form method="post" action={`${action}/${person.personId}`} class="row">
          {mayManage ? (
            <>
              <Select
                inline
                id={`role-${person.personId}`}
                name="role"
                label={t('courses.people.role')}
                value={person.role}
                options={roles}
              />
              <Button small name="do" value="role">
                {t('courses.save')}
                <span class="unseen"> {person.name}</span>
              </Button>
            </>
          ) : (
            <span>{t(`courses.role.${person.role}`)}</span>
          )}
          <Button small kind="quiet" name="do" value="leave">
            {t(isMe ? 'courses.people.leave' : 'courses.outline.remove')}
            <span class="unseen"> {person.name}</span>
          </Button>
        </form>
      ) : (
        <p>{t(`courses.role.${person.role}`)}</p>
      )}
    </li>
  );
}
