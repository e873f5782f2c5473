import { roles } from '../../../platform/actor.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import { ownNames, type Lang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { PersonChips } from './people.page.tsx';
import type { PersonListed } from './people.queries.ts';

export interface PersonPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly person: PersonListed & { readonly lang: Lang };
  /** Not for oneself. */
  readonly mayChange: boolean;
}

export function PersonPage({ t, site, person, mayChange }: PersonPageProps) {
  const to = (deed: string) => urlFor(site, t.lang, `/operator/people/${person.id}/${deed}`);
  const facts = [
    { term: t('accounts.address'), value: <bdi dir="ltr">{person.address}</bdi> },
    { term: t('accounts.lang'), value: ownNames[person.lang] },
    { term: t('accounts.people.since'), value: t.day(dayOf(person.createdAt)) },
  ];
  return (
    <>
      <Pagehead title={person.name} actions={<PersonChips t={t} person={person} />} />
      <Definitions items={facts} />
      {mayChange ? (
        <>
          <form method="post" action={to('roles')} class="section stack">
            <Choices
              id="roles"
              name="roles"
              kind="checkbox"
              label={t('accounts.people.roles')}
              options={roles.map((role) => ({
                value: role,
                label: t(`accounts.role.${role}`),
                hint: t(`accounts.role.${role}.hint`),
              }))}
              chosen={person.roles}
            />
            <div class="row form-end">
              <Button kind="first">{t('accounts.save')}</Button>
            </div>
          </form>
          <form method="post" action={to(person.blockedAt ? 'unblock' : 'block')} class="other-ways stack">
            <p>{t(person.blockedAt ? 'accounts.people.unblock.hint' : 'accounts.people.block.hint')}</p>
            <div class="row">
              <Button kind={person.blockedAt ? 'plain' : 'danger'}>
                {t(person.blockedAt ? 'accounts.people.unblock' : 'accounts.people.block')}
              </Button>
            </div>
          </form>
        </>
      ) : (
        <div class="section">
          <Notice>{t('accounts.people.yourself')}</Notice>
        </div>
      )}
    </>
  );
}
