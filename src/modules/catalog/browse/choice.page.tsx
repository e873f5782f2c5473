import { Chip } from '../../../platform/ui/chip.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { SearchPage, type SearchPageProps } from '../search-courses/search-courses.page.tsx';

export interface ChoicePageProps {
  readonly title: string;
  /** The title is the name of somebody else's: its language is not known. */
  readonly lead: string;
  /** In whatever language there is. */
  readonly description?: { readonly text: string; readonly lang: string | undefined } | undefined;
  readonly website?: { readonly href: string; readonly label: string } | undefined;
  /** Where people of a provider say that it is theirs. */
  readonly claim?: { readonly href: string; readonly label: string } | undefined;
  /** Narrower subjects. */
  readonly within?: {
    readonly label: string;
    readonly items: readonly { readonly href: string; readonly label: string; readonly count: string }[];
  };
  readonly search: SearchPageProps;
}

/** A subject, a provider, a platform or a language, with the same list and the same filters as everywhere. */
export function ChoicePage({ title, lead, description, website, claim, within, search }: ChoicePageProps) {
  return (
    <>
      <Pagehead
        title={title}
        lead={
          <>
            {description && <span lang={description.lang}>{description.text} </span>}
            <span class="soft">{lead}</span>
          </>
        }
        actions={
          website && (
            <a class="btn" href={website.href} rel="noopener nofollow">
              {website.label}
            </a>
          )
        }
      />
      {within && within.items.length > 0 && (
        <nav class="row within" aria-label={within.label}>
          {within.items.map((item) => (
            <Chip key={item.href} href={item.href}>
              {item.label} <span class="soft">{item.count}</span>
            </Chip>
          ))}
        </nav>
      )}
      <SearchPage {...search} />
      {claim && (
        <p class="small">
          <a href={claim.href}>{claim.label}</a>
        </p>
      )}
    </>
  );
}
