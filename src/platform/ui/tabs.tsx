import type { Translator } from '../i18n/translator.ts';

export interface Tab {
  readonly label: string;
  readonly href: string;
  /** `within`: the page shown is one of those behind it. */
  readonly current?: boolean | 'within' | undefined;
  readonly count?: number | undefined;
}

export interface TabsProps {
  readonly t: Translator;
  /** What the tabs part ("account settings"). */
  readonly label: string;
  readonly items: readonly Tab[];
  readonly swap?: string | undefined;
}

/** Views of one thing, each an address of its own. */
export function Tabs({ t, label, items, swap }: TabsProps) {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              aria-current={tab.current === 'within' ? 'true' : tab.current ? 'page' : undefined}
              data-swap={swap}
            >
              {tab.label}
              {tab.count !== undefined && <span class="soft"> {t.number(tab.count)}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
