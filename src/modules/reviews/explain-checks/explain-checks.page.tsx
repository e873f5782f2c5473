import type { ComponentChildren } from 'preact';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { daysToTakeBack } from '../edit-review/withdraw-review.ts';
import { burstRules } from '../examine-review/burst-rules.ts';
import { copyShare } from '../examine-review/examine-review.ts';
import { evidenceDays } from '../prove-review/check-proof.job.ts';
import type { ScoreSettings } from '../score-courses/score-settings.ts';

export interface ExplainChecksProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly settings: ScoreSettings;
}

/** How reviews are checked, sorted, moderated and counted; every figure is the one that the code works with. */
export function ExplainChecksPage({ t, href, settings }: ExplainChecksProps) {
  return (
    <>
      <Pagehead title={t('reviews.how.title')} lead={t('reviews.how.lead')} />
      <Part id="who" title={t('reviews.how.who')}>
        <p>{t('reviews.how.who.text')}</p>
        <p>{t('reviews.how.free')}</p>
      </Part>
      <Part id="proof" title={t('reviews.how.proof')}>
        <p>{t('reviews.how.proof.text')}</p>
        <Proofs t={t} weights={settings.proofWeights} />
        <p>{t('reviews.how.proof.forgotten', { days: evidenceDays })}</p>
      </Part>
      <Part id="checks" title={t('reviews.how.checks')}>
        <p>{t('reviews.how.checks.text')}</p>
        <Checks t={t} />
        <p>{t('reviews.how.check.gathered')}</p>
      </Part>
      <Part id="decisions" title={t('reviews.how.decide')}>
        <p>{t('reviews.how.decide.text')}</p>
      </Part>
      <Part id="appeal" title={t('reviews.how.appeal')}>
        <p>{t('reviews.how.appeal.text')}</p>
      </Part>
      <Part id="report" title={t('reviews.how.report')}>
        <p>{t('reviews.how.report.text')}</p>
      </Part>
      <Part id="order" title={t('reviews.how.sorted')}>
        <p>{t('reviews.how.sorted.text', { months: settings.halfLifeMonths })}</p>
        <p>
          <a href={href('/ranking')}>{t('reviews.how.ranking')}</a>
        </p>
      </Part>
      <Part id="kept" title={t('reviews.how.kept')}>
        <p>{t('reviews.how.kept.text', { days: daysToTakeBack })}</p>
      </Part>
      <Part id="law" title={t('reviews.how.law')}>
        <p>{t('reviews.how.law.text')}</p>
      </Part>
    </>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

function Part({ id, title, children }: PartProps) {
  return (
    <section class="section prose" id={id} aria-labelledby={`${id}-title`}>
      <header>
        <h2 id={`${id}-title`}>{title}</h2>
      </header>
      {children}
    </section>
  );
}

const proofs = ['none', 'enrolled', 'certificate', 'completed-here'] as const;

function Proofs({ t, weights }: { readonly t: Translator; readonly weights: readonly number[] }) {
  return (
    <DataTable
      t={t}
      caption={t('reviews.how.proof.weight')}
      captionUnseen
      columns={[
        { label: t('reviews.how.proof.mark') },
        { label: t('reviews.how.proof.means') },
        { label: t('reviews.how.proof.weight'), numeric: true },
      ]}
      rows={proofs.map((proof, at) => [
        t(`reviews.show.proof.${proof}`),
        t(`reviews.how.proof.${proof}`),
        t.number(weights[at] ?? 0, { digits: 2 }),
      ])}
    />
  );
}

function Checks({ t }: { readonly t: Translator }) {
  const { pace, freshAccounts, network, networkDays } = burstRules;
  return (
    <ul>
      <li>{t('reviews.how.check.burst', { least: pace.least, odds: t.number(1 / pace.rarerThan) })}</li>
      <li>
        {t('reviews.how.check.fresh', {
          least: freshAccounts.least,
          hours: freshAccounts.hours,
          account: freshAccounts.accountHours,
        })}
      </li>
      <li>
        {t('reviews.how.check.network', { least: network.least, hours: network.hours, days: networkDays })}
      </li>
      <li>{t('reviews.how.check.copy', { share: t.percent(copyShare * 100) })}</li>
      <li>{t('reviews.how.check.words')}</li>
      <li>{t('reviews.how.check.own')}</li>
    </ul>
  );
}
