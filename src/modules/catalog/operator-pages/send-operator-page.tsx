import type { ComponentChildren } from 'preact';
import type { AppContext } from '../../../platform/http/environment.ts';
import { type PageOptions, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { mayManageSources } from '../policy.ts';

/** The pages on which people look after the catalogue. */
const areas = [
  { key: 'sources', path: '/operator/sources', label: 'catalog.operate.sources', operatorsOnly: true },
  {
    key: 'duplicates',
    path: '/operator/duplicates',
    label: 'catalog.operate.duplicates',
    operatorsOnly: false,
  },
  { key: 'links', path: '/operator/links', label: 'catalog.operate.links', operatorsOnly: false },
  { key: 'courses', path: '/operator/courses', label: 'catalog.operate.courses', operatorsOnly: false },
  {
    key: 'proposals',
    path: '/operator/proposals',
    label: 'catalog.operate.proposals',
    operatorsOnly: false,
  },
  { key: 'claims', path: '/operator/claims', label: 'catalog.operate.claims', operatorsOnly: false },
  { key: 'api-keys', path: '/operator/api-keys', label: 'catalog.keys.tab', operatorsOnly: true },
] as const satisfies readonly { key: string; path: string; label: MessageKey; operatorsOnly: boolean }[];

export type OperatorArea = (typeof areas)[number]['key'];

export interface OperatorPage extends Pick<PageOptions, 'title' | 'status' | 'width' | 'head'> {
  readonly area: OperatorArea;
  /** Pages between the area and this one. */
  readonly above?: readonly { readonly label: string; readonly path: string }[];
  readonly children: ComponentChildren;
}

/** A page for those who look after the catalogue: never indexed, with the way back and its neighbours. */
export function sendOperatorPage(c: AppContext, { area, above, children, ...page }: OperatorPage): Response {
  const { t, site, lang, actor } = c.var;
  const href = (path: string) => urlFor(site, lang, path);
  const shown = areas.filter((each) => !each.operatorsOnly || mayManageSources(actor));
  const home = { label: t('catalog.operate.home'), href: href('/operator') };
  return sendPage(c, {
    ...page,
    indexed: false,
    breadcrumbs: [home, ...(above ?? []).map(({ label, path }) => ({ label, href: href(path) }))],
    children: (
      <>
        <Tabs
          t={t}
          label={t('catalog.operate.tabs')}
          items={shown.map((each) => ({
            label: t(each.label),
            href: href(each.path),
            current: each.key === area,
          }))}
        />
        {children}
      </>
    ),
  });
}
