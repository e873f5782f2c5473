import type { Translator } from '../../../../platform/i18n/translator.ts';
import { anonymousQuota, exportCost } from '../api-gate.ts';
import { changesTold } from '../endpoints/changes.endpoint.ts';
import { usualQuota } from '../partner-keys/partner-keys.ts';

export interface RulesProps {
  readonly t: Translator;
  readonly baseUrl: string;
  /** Address of the page on which one searches; feeds are made from its address. */
  readonly coursesHref: string;
}

/** What holds for every endpoint. */
export function Rules({ t, coursesHref }: RulesProps) {
  const limits = { anonymous: anonymousQuota, key: usualQuota, export: exportCost };
  const rules = [
    ['language', t('catalog.docs.language-text')],
    ['pages', t('catalog.docs.pages-text')],
    ['cache', t('catalog.docs.cache-text')],
    ['limits', t('catalog.docs.limits-text', limits)],
    ['keys', t('catalog.docs.keys-text')],
    ['copy', t('catalog.docs.copy-text', { days: changesTold })],
    ['sample', t('catalog.docs.sample-text')],
    ['versions', t('catalog.docs.versions-text')],
  ] as const;
  return (
    <section class="section" id="rules">
      <h2>{t('catalog.docs.rules')}</h2>
      <div class="api-rules">
        {rules.map(([name, text]) => (
          <div key={name}>
            <h3>{t(`catalog.docs.${name}`)}</h3>
            <p>{text}</p>
          </div>
        ))}
        <div>
          <h3>{t('catalog.docs.feeds')}</h3>
          <p>
            {t('catalog.docs.feeds-text')} <a href={coursesHref}>{t('catalog.docs.feeds-link')}</a>
          </p>
        </div>
      </div>
    </section>
  );
}
