import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Card } from '../../../platform/ui/card.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';

export interface ListedChoice {
  readonly href: string;
  readonly label: string;
  readonly lang?: string | undefined;
  readonly count: number;
}

export interface SubjectCard extends ListedChoice {
  readonly description: string | undefined;
  readonly within: readonly ListedChoice[];
}

/** Every subject with what lies in it. */
export function SubjectsPage({
  t,
  subjects,
}: {
  readonly t: Translator;
  readonly subjects: readonly SubjectCard[];
}) {
  return (
    <>
      <Pagehead title={t('catalog.browse.subjects')} lead={t('catalog.browse.subjectsLead')} />
      <div class="grid subject-cards">
        {subjects.map((subject) => (
          <Card
            key={subject.href}
            level={2}
            title={subject.label}
            href={subject.href}
            eyebrow={t('catalog.search.count', { n: subject.count })}
          >
            {subject.description !== undefined && <p class="small">{subject.description}</p>}
            {subject.within.length > 0 && (
              <ul class="card-actions row small">
                {subject.within.map((each) => (
                  <li key={each.href}>
                    <a href={each.href}>{each.label}</a>
                  </li>
                ))}
              </ul>
            )}
          </Card>
        ))}
      </div>
    </>
  );
}

/** Names in columns, each with how many courses it has. */
function Names({ t, items }: { readonly t: Translator; readonly items: readonly ListedChoice[] }) {
  return (
    <ul class="names">
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} lang={item.lang}>
            <bdi>{item.label}</bdi>
          </a>
          <span class="soft small">{t.number(item.count)}</span>
        </li>
      ))}
    </ul>
  );
}

export interface NamesListProps {
  readonly t: Translator;
  readonly title: string;
  readonly lead: string;
  readonly items: readonly ListedChoice[];
  /** For long lists: a part of the name, and pages. */
  readonly finding?: {
    readonly action: string;
    readonly q: string;
    readonly page: number;
    readonly pageCount: number;
    readonly hrefOf: (page: number) => string;
  };
}

/** Providers, platforms or languages. */
export function NamesListPage({ t, title, lead, items, finding }: NamesListProps) {
  return (
    <>
      <Pagehead title={title} lead={lead} />
      {finding && (
        <form
          class="find-name"
          method="get"
          action={finding.action}
          id="find"
          role="search"
          data-live="names"
        >
          <input
            class="input"
            type="search"
            id="find-name"
            name="q"
            value={finding.q}
            maxlength={80}
            aria-label={t('catalog.browse.find')}
            placeholder={t('catalog.browse.find')}
          />
          <Button icon="search">{t('ui.search')}</Button>
        </form>
      )}
      <div data-region="names">
        {items.length === 0 ? (
          <EmptyState title={t('catalog.browse.none')} text={t('catalog.browse.noneText')} />
        ) : (
          <Names t={t} items={items} />
        )}
        {finding && (
          <Pagination
            t={t}
            page={finding.page}
            pages={finding.pageCount}
            hrefOf={finding.hrefOf}
            swap="names"
          />
        )}
      </div>
    </>
  );
}
