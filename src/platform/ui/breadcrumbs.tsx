import type { Translator } from '../i18n/translator.ts';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

export interface BreadcrumbsProps {
  readonly t: Translator;
  /** From the widest to the nearest; the page itself is not among them. */
  readonly items: readonly Crumb[];
}

export function Breadcrumbs({ t, items }: BreadcrumbsProps) {
  return (
    <nav class="crumbs" aria-label={t('ui.breadcrumbs')}>
      <ol>
        {items.map((crumb) => (
          <li key={crumb.href}>
            <a href={crumb.href}>
              <bdi>{crumb.label}</bdi>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
