import { type Role, roles } from '../../../platform/actor.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { SearchBox } from '../../../platform/ui/search-box.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import type { PersonListed, PersonPage } from './people.queries.ts';

export interface PeoplePageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly words: string;
  readonly role: Role | undefined;
  readonly found: PersonPage;
  readonly page: number;
  readonly pages: number;
}

export function PeoplePage({ t, site, words, role, found, page, pages }: PeoplePageProps) {
  const to = (query: { role?: Role | undefined; page?: number }) =>
    urlFor(site, t.lang, '/operator/people', { q: words, ...query });
  const tab = (each: Role | undefined) => ({
    label: each ? t(`accounts.role.${each}`) : t('accounts.people.all'),
    href: to({ role: each }),
    current: each === role,
  });
  return (
    <>
      <Pagehead title={t('accounts.people.title')} lead={t('accounts.people.count', { n: found.total })} />
      <SearchBox
        t={t}
        id="people"
        action={urlFor(site, t.lang, '/operator/people')}
        label={t('accounts.people.search')}
        placeholder={t('accounts.people.search')}
        value={words}
        keep={role ? [['role', role]] : []}
      />
      <Tabs t={t} label={t('accounts.people.roles')} items={[undefined, ...roles].map(tab)} />
      {found.people.length === 0 && <EmptyState title={t('accounts.people.none')} />}
      <ul class="entries">
        {found.people.map((person) => (
          <Person key={person.id} t={t} site={site} person={person} />
        ))}
      </ul>
      <Pagination t={t} page={page} pages={pages} hrefOf={(each) => to({ role, page: each })} />
    </>
  );
}

function Person({ t, site, person }: { t: Translator; site: Site; person: PersonListed }) {
  return (
    <li>
      <div class="grow">
        <a href={urlFor(site, t.lang, `/operator/people/${person.id}`)}>
          <bdi>{person.name}</bdi>
        </a>
        <p class="soft small">
          <bdi dir="ltr">{person.address}</bdi> ·{' '}
          {t('accounts.account.since', { day: t.day(dayOf(person.createdAt)) })}
        </p>
      </div>
      <PersonChips t={t} person={person} />
    </li>
  );
}

/** Roles, and what is out of the ordinary. */
export function PersonChips({ t, person }: { readonly t: Translator; readonly person: PersonListed }) {
  return (
    <div class="row">
      {person.roles.map((each) => (
        <Chip key={each} tone="bridge">
          {t(`accounts.role.${each}`)}
        </Chip>
      ))}
      {person.isSample && <Chip>{t('accounts.people.sample')}</Chip>}
      {person.blockedAt && <Chip tone="bad">{t('accounts.people.blocked')}</Chip>}
    </div>
  );
}
