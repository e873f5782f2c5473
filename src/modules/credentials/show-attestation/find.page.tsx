import { urlFor, type Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';

export interface FindPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly typed: string | undefined;
  /** `wrong`: no such number can be; `unknown`: it can, and nobody has it. */
  readonly problem: 'wrong' | 'unknown' | undefined;
}

/** A field for the number on a document, and what to do when nothing has it. */
export function FindPage({ t, site, typed, problem }: FindPageProps) {
  const wrong = problem === 'wrong' ? t('credentials.find.wrong') : undefined;
  return (
    <form method="get" action={urlFor(site, t.lang, '/attestations')} class="stack">
      <Pagehead title={t('credentials.find.title')} lead={t('credentials.find.lead')} />
      {wrong !== undefined && <ErrorSummary t={t} errors={[{ id: 'number', message: wrong }]} />}
      {problem === 'unknown' && (
        <Notice tone="bad" title={t('credentials.find.unknown')}>
          {t('credentials.find.unknown.text', { site: site.name })}
        </Notice>
      )}
      <TextInput
        id="number"
        name="number"
        label={t('credentials.find.label')}
        hint={t('credentials.find.hint')}
        error={wrong}
        value={typed?.slice(0, 60)}
        autocomplete="off"
        spellcheck={false}
        maxlength={60}
        dir="ltr"
        required
      />
      <div class="row form-end">
        <Button kind="first">{t('credentials.find.do')}</Button>
      </div>
    </form>
  );
}
