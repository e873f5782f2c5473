import { urlFor, type Site } from '../../../platform/http/site.ts';
import { isLang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import {
  type Attestation,
  type AttestationState,
  stateOf,
} from '../read-attestations/attestations.queries.ts';
import { sayDone, sayKind } from '../say-attestation/say-attestation.ts';

export interface AttestationPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly attestation: Attestation;
}

/** What anybody with the number reads: whether it is valid, what it says, what that proves and what not. */
export function AttestationPage({ t, site, attestation }: AttestationPageProps) {
  const { facts } = attestation;
  const state = stateOf(attestation);
  const saysAll = state === 'valid' || state === 'revoked';
  return (
    <>
      <Pagehead
        eyebrow={sayKind(t, facts)}
        title={facts.courseTitle}
        titleLang={facts.courseLang}
        lead={
          facts.providers.length > 0 ? (
            <bdi lang={facts.courseLang}>{facts.providers.join(' · ')}</bdi>
          ) : undefined
        }
      />
      <div class="stack">
        {attestation.isSample ? (
          <Notice tone="soon">{t('credentials.show.sample')}</Notice>
        ) : (
          <State t={t} site={site} attestation={attestation} state={state} />
        )}
      </div>
      {saysAll && (
        <>
          <section class="section">
            <Definitions items={said(t, attestation)} />
          </section>
          {state === 'valid' && <Deeds t={t} site={site} attestation={attestation} />}
          <Lists t={t} attestation={attestation} />
          {state === 'valid' && <Proves t={t} site={site} attestation={attestation} />}
        </>
      )}
      <p class="section">
        <a href={urlFor(site, t.lang, '/attestations')}>{t('credentials.show.another')}</a>
      </p>
    </>
  );
}

const day = (t: Translator, at: Date | null): string => (at ? t.day(dayOf(at), 'long') : '');

function State({ t, site, attestation, state }: AttestationPageProps & { readonly state: AttestationState }) {
  const issued = { site: site.name, date: day(t, attestation.issuedAt) };
  if (state === 'valid')
    return (
      <Notice tone="good" title={t('credentials.show.valid')}>
        {t('credentials.show.valid.text', issued)}
      </Notice>
    );
  if (state === 'erased')
    return (
      <Notice tone="bad" title={t('credentials.show.erased')}>
        {t('credentials.show.erased.text', issued)}
      </Notice>
    );
  if (state === 'replaced')
    return (
      <Notice tone="soon" title={t('credentials.show.replaced')}>
        {t('credentials.show.replaced.text')}{' '}
        <a href={urlFor(site, t.lang, `/attestations/${attestation.replacedBy}`)}>
          {t('credentials.show.replaced.link')}
        </a>
      </Notice>
    );
  const reason = attestation.revokedWhy ?? '';
  return (
    <Notice tone="bad" title={t('credentials.show.revoked')}>
      {t('credentials.show.revoked.text', { date: day(t, attestation.revokedAt), reason })}
    </Notice>
  );
}

function said(t: Translator, { facts, number }: Attestation) {
  const done = sayDone(t, facts.done);
  return [
    {
      term: t('credentials.show.person'),
      value: (
        <b>
          <bdi>{facts.personName}</bdi>
        </b>
      ),
    },
    { term: t('credentials.completed-on'), value: t.day(facts.completedOn, 'long') },
    ...(facts.hours === undefined
      ? []
      : [{ term: t('credentials.hours'), value: t('credentials.hours.value', { n: facts.hours }) }]),
    ...(done === '' ? [] : [{ term: t('credentials.done'), value: done }]),
    { term: t('credentials.identity'), value: t(`credentials.identity.${facts.identity}`) },
    ...(facts.runTitle === undefined
      ? []
      : [{ term: t('credentials.run'), value: <bdi>{facts.runTitle}</bdi> }]),
    { term: t('credentials.version'), value: t.number(facts.version) },
    { term: t('credentials.number'), value: <code dir="ltr">{number}</code> },
  ];
}

function Deeds({ t, site, attestation: { number, facts } }: AttestationPageProps) {
  const pdf = `/attestations/${number}/attestation.pdf`;
  const courseLang = facts.courseLang.slice(0, 2);
  return (
    <div class="row section">
      <LinkButton kind="first" href={urlFor(site, t.lang, pdf)}>
        {t('credentials.show.download')}
      </LinkButton>
      {isLang(courseLang) && courseLang !== t.lang && (
        <LinkButton href={urlFor(site, courseLang, pdf)}>
          {t('credentials.show.download.other', { language: t.languageName(courseLang) })}
        </LinkButton>
      )}
      <LinkButton kind="quiet" href={urlFor(site, t.lang, facts.coursePath)}>
        {t('credentials.show.look-at-course')}
      </LinkButton>
    </div>
  );
}

/** What the course consists of, and what was acquired, in the words of the course. */
function Lists({ t, attestation: { facts } }: Pick<AttestationPageProps, 't' | 'attestation'>) {
  const lists = [
    { title: t('credentials.sections'), items: facts.done.sections },
    { title: t('credentials.competencies'), items: facts.competencies },
  ].filter(({ items }) => items.length > 0);
  return lists.map(({ title, items }) => (
    <section key={title} class="section prose">
      <h2>{title}</h2>
      <ul lang={facts.courseLang}>
        {items.map((item) => (
          <li key={item}>
            <bdi>{item}</bdi>
          </li>
        ))}
      </ul>
    </section>
  ));
}

function Proves({ t, site, attestation: { facts } }: AttestationPageProps) {
  const date = t.day(facts.completedOn, 'long');
  return (
    <div class="section prose">
      <h2>{t('credentials.show.proves')}</h2>
      <p>{t('credentials.show.proves.course', { site: site.name, date })}</p>
      <h2>{t('credentials.show.proves-not')}</h2>
      <ul>
        <li>{t(`credentials.identity.${facts.identity}.text`)}</li>
        <li>{t('credentials.show.proves-not.diploma')}</li>
      </ul>
    </div>
  );
}
