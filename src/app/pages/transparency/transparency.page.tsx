import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { ownNames } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Prose } from '../../../platform/ui/prose.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { cookiePurposes, ownCookies } from './own-cookies.ts';
import { paysIn, type WhoRuns } from './who-runs.ts';

export interface TransparencyPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly who: WhoRuns;
  readonly mayEdit: boolean;
}

const promises = ['ads', 'rank', 'reviews', 'strangers', 'free'] as const;
/** Pages where a promise can be checked. */
const proofs = [
  { path: '/ranking', label: 'app.transparency.see.ranking' },
  { path: '/reviews/how', label: 'app.transparency.see.reviews' },
  { path: '/sources', label: 'app.transparency.see.sources' },
  { path: '/statistics', label: 'app.transparency.see.statistics' },
  { path: '/api', label: 'app.transparency.see.api' },
] as const satisfies readonly { path: string; label: MessageKey }[];

/** What this site lives on, how it orders, what it keeps of its visitors: in plain words, each with where to check it. */
export function TransparencyPage(props: TransparencyPageProps) {
  const { t, site } = props;
  return (
    <>
      <Pagehead title={t('app.transparency.title')} lead={t('app.transparency.lead')} />
      <Prose>
        <h2>{t('app.transparency.promises')}</h2>
        <ul>
          {promises.map((promise) => (
            <li key={promise}>{t(`app.transparency.promise.${promise}`)}</li>
          ))}
        </ul>
        <WhoPays {...props} />
        <h2>{t('app.transparency.check')}</h2>
        <ul>
          {proofs.map(({ path, label }) => (
            <li key={path}>
              <a href={urlFor(site, t.lang, path)}>{t(label)}</a>
            </li>
          ))}
        </ul>
        <h2>{t('app.transparency.cookies')}</h2>
        <p>{t('app.transparency.cookies-text')}</p>
      </Prose>
      <DataTable
        t={t}
        caption={t('app.transparency.cookies')}
        captionUnseen
        columns={[
          { label: t('app.transparency.cookie') },
          { label: t('app.transparency.purpose') },
          { label: t('app.transparency.lasts') },
        ]}
        rows={cookiePurposes.map((purpose) => [
          <code>{ownCookies[purpose].join(', ')}</code>,
          t(`app.transparency.cookie.${purpose}`),
          t(`app.transparency.lasts.${purpose}`),
        ])}
      />
      <Prose>
        <h2>{t('app.transparency.searches')}</h2>
        <p>{t('app.transparency.searches-text')}</p>
      </Prose>
    </>
  );
}

function WhoPays({ t, site, who, mayEdit }: TransparencyPageProps) {
  const pays = paysIn(who, t.lang);
  return (
    <>
      <h2>{t('app.transparency.who')}</h2>
      {who.name === '' && !pays ? (
        <p>{t('app.transparency.unsaid')}</p>
      ) : (
        <>
          <p>
            <strong>
              <bdi>{who.name}</bdi>
            </strong>{' '}
            <bdi>{who.contact}</bdi>
          </p>
          {pays && (
            <p lang={pays.lang} dir="auto">
              {pays.text}
            </p>
          )}
        </>
      )}
      {mayEdit && (
        <p>
          <a href={urlFor(site, t.lang, '/operator/transparency')}>{t('app.transparency.edit')}</a>
        </p>
      )}
      <p>{t('app.transparency.software')}</p>
    </>
  );
}

export interface WhoRunsPageProps {
  readonly t: Translator;
  readonly who: WhoRuns;
  readonly form: FormState;
}

/** Who runs the site, and who pays for it, language by language. */
export function WhoRunsPage({ t, who, form }: WhoRunsPageProps) {
  const stands: Readonly<Record<string, string>> = {
    name: who.name,
    contact: who.contact,
    pays: who.pays[t.lang] ?? '',
  };
  const field = (name: string) => ({
    id: name,
    name,
    value: form.values[name] ?? stands[name],
    error: form.errors[name] && t(form.errors[name] as MessageKey),
  });
  return (
    <>
      <Pagehead title={t('app.transparency.who')} lead={t('app.transparency.who-lead')} />
      <form method="post" action="/operator/transparency" class="stack">
        <input type="hidden" name="lang" value={t.lang} />
        <TextInput {...field('name')} label={t('app.transparency.name')} dir="auto" />
        <TextInput {...field('contact')} label={t('app.transparency.contact')} dir="auto" />
        <TextInput
          {...field('pays')}
          rows={5}
          label={t('app.transparency.pays', { language: ownNames[t.lang] })}
          hint={t('app.transparency.pays-hint')}
        />
        <div class="form-end">
          <Button kind="first">{t('app.transparency.save')}</Button>
        </div>
      </form>
    </>
  );
}
