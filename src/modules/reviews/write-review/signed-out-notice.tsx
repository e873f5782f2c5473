import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Notice } from '../../../platform/ui/notice.tsx';

/** Above a form whose writer's session ended: the words stay here, the sign-in opens beside them. */
export function SignedOutNotice({ t, site }: { readonly t: Translator; readonly site: Site }) {
  return (
    <Notice tone="soon" title={t('reviews.write.signed-out')}>
      {t('reviews.write.signed-out.text')}{' '}
      <a href={urlFor(site, t.lang, '/sign-in')} target="_blank" rel="noopener">
        {t('reviews.write.signed-out.link')}
      </a>
    </Notice>
  );
}
