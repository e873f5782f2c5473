import { LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { facetName } from './option-names.ts';
import { without } from './search-address.ts';
import type { SearchPageProps } from './search-courses.page.tsx';

const regions = 'bar filters results';

/** Nothing found: nearer words, looser filters with what they would give, fewer words. */
export function EmptyResults(props: SearchPageProps) {
  const { t, query, found, addressOf } = props;
  const isBare = query.q === '' && Object.keys(query.selection).length === 0;
  if (isBare) return <EmptyState title={t('catalog.empty.none')} text={t('catalog.empty.noneText')} />;
  return (
    <EmptyState
      title={t('catalog.empty.title')}
      text={t('catalog.empty.hint')}
      actions={
        <>
          <LinkButton icon="bell" href={props.followAddress(query)}>
            {t('catalog.saved.link-none')}
          </LinkButton>
          <LinkButton href={addressOf({})} swap={regions}>
            {t('catalog.empty.all')}
          </LinkButton>
        </>
      }
    >
      <NearWords {...props} />
      {found.proposals.loosen.length > 0 && (
        <Proposals
          title={t('catalog.empty.loosen')}
          items={found.proposals.loosen.map(({ facet, count }) => ({
            href: addressOf(without(query, facet)),
            text: t('catalog.empty.without', { name: facetName(t, facet) }),
            note: t('catalog.search.count', { n: count }),
          }))}
        />
      )}
      <FewerWords {...props} />
      <p class="small">
        <a href={props.proposeAddress}>{t('catalog.propose.title')}</a>
      </p>
    </EmptyState>
  );
}

interface ProposalItem {
  readonly href: string;
  readonly text: string;
  readonly note?: string;
}

function Proposals({ title, items }: { readonly title: string; readonly items: readonly ProposalItem[] }) {
  return (
    <div class="proposals">
      <h3>{title}</h3>
      <ul class="row">
        {items.map((item) => (
          <li key={item.href}>
            <a class="chip bridge" href={item.href} data-swap={regions}>
              <bdi>{item.text}</bdi>
              {item.note !== undefined && <span class="soft">{item.note}</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NearWords({ t, query, found, addressOf }: SearchPageProps) {
  if (found.proposals.words.length === 0) return null;
  const words = found.query.terms.flatMap((term) => term.tokens);
  const items = found.proposals.words.map(({ typed, meant }) => {
    const q = words.map((word) => (word === typed ? meant : word)).join(' ');
    return { href: addressOf({ ...query, q, exact: false, page: 1 }), text: q };
  });
  return <Proposals title={t('catalog.empty.words')} items={items} />;
}

const mostLeftOut = 5;

function FewerWords({ t, query, found, addressOf }: SearchPageProps) {
  const { terms } = found.query;
  if (terms.length < 2) return null;
  const items = terms.slice(0, mostLeftOut).map((left) => {
    const q = terms
      .filter((term) => term !== left)
      .map(({ tokens, isPhrase }) => (isPhrase ? `"${tokens.join(' ')}"` : tokens.join(' ')))
      .join(' ');
    return { href: addressOf({ ...query, q, page: 1 }), text: q };
  });
  return <Proposals title={t('catalog.empty.fewer')} items={items} />;
}
