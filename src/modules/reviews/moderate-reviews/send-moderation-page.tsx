import type { ComponentChildren } from 'preact';
import type { AppContext } from '../../../platform/http/environment.ts';
import { type PageOptions, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { Tabs } from '../../../platform/ui/tabs.tsx';

export interface ModerationPage extends Pick<PageOptions, 'title' | 'status'> {
  readonly area: 'queue' | 'proofs' | 'log';
  /** The page lies under the queue. */
  readonly isBelow?: boolean;
  readonly children: ComponentChildren;
}

/** A page of moderators: never indexed, with the way back. */
export function sendModerationPage(
  c: AppContext,
  { area, isBelow, children, ...page }: ModerationPage,
): Response {
  const { t, site, lang } = c.var;
  const href = (path: string) => urlFor(site, lang, path);
  const above = { label: t('reviews.moderate.title'), href: href('/operator/reviews') };
  return sendPage(c, {
    ...page,
    indexed: false,
    breadcrumbs: [
      { label: t('reviews.moderate.home'), href: href('/operator') },
      ...(isBelow ? [above] : []),
    ],
    children: (
      <>
        <Tabs
          t={t}
          label={t('reviews.moderate.title')}
          items={[
            {
              label: t('reviews.moderate.queue'),
              href: href('/operator/reviews'),
              current: area === 'queue',
            },
            { label: t('reviews.proof.queue'), href: href('/operator/proofs'), current: area === 'proofs' },
            { label: t('reviews.moderate.log'), href: href('/operator/review-log'), current: area === 'log' },
          ]}
        />
        {children}
      </>
    ),
  });
}
