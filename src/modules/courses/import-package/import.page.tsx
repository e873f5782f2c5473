import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Field } from '../../../platform/ui/field.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { bareEndings } from './open-package.ts';
import type { ListedImport } from './imports.queries.ts';

const accepted = ['zip', 'gz', 'tgz', 'tar', 'imscc', 'mbz', 'h5p', ...bareEndings]
  .map((ending) => `.${ending}`)
  .join(',');

export interface ImportPageProps {
  readonly t: Translator;
  readonly to: (path: string) => string;
  readonly imports: readonly ListedImport[];
  /** Those of everybody, for operators. */
  readonly all: boolean;
  /** How large a package may be, in words. */
  readonly size: string;
  readonly error: string | undefined;
}

/** Choosing a package, and what came of earlier ones. Browsers take a file that is dropped on the field by themselves. */
export function ImportPage({ t, to, imports, all, size, error }: ImportPageProps) {
  return (
    <>
      <Pagehead title={t('courses.import.title')} lead={t('courses.import.lead')} />
      {error !== undefined && <ErrorSummary t={t} errors={[{ id: 'package', message: error }]} />}
      <form
        method="post"
        action={to('/teach/import')}
        enctype="multipart/form-data"
        class="stack package-upload"
        data-no-prefetch
      >
        <Field
          id="package"
          label={t('courses.import.file')}
          hint={t('courses.import.file.hint', { size })}
          error={error}
        >
          <input
            id="package"
            name="package"
            type="file"
            required
            accept={accepted}
            aria-describedby={error === undefined ? 'package-hint' : 'package-hint package-error'}
            aria-invalid={error === undefined ? undefined : 'true'}
          />
        </Field>
        <div class="row">
          <Button kind="first">{t('courses.import.send')}</Button>
        </div>
      </form>
      <section class="section">
        <header>
          <h2>{t(all ? 'courses.import.all' : 'courses.import.mine')}</h2>
        </header>
        {imports.length === 0 ? (
          <EmptyState level={3} title={t('courses.import.empty')} text={t('courses.import.empty.text')} />
        ) : (
          <ul class="list taught">
            {imports.map((each) => (
              <Line key={each.id} t={t} to={to} each={each} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

export const stateTones = { waiting: 'soon', reading: 'soon', done: 'open', refused: 'bad' } as const;

function Line({ t, to, each }: Pick<ImportPageProps, 't' | 'to'> & { readonly each: ListedImport }) {
  return (
    <li>
      <h3>
        <a href={to(`/teach/imports/${each.id}`)}>
          <bdi>{each.title || each.name}</bdi>
        </a>
      </h3>
      <p class="row">
        <Chip tone={stateTones[each.state]}>{t(`courses.import.state.${each.state}`)}</Chip>
      </p>
      <Facts items={[each.title ? each.name : false, t.moment(each.at)]} />
    </li>
  );
}
