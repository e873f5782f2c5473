import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { CompareForm } from './compare-form.tsx';
import type { OutlineChanges } from '../publish-course/compare-outlines.ts';
import type { VersionFacts } from '../publish-course/versions.queries.ts';

export interface VersionsPageProps {
  readonly t: Translator;
  readonly to: (end: string) => string;
  /** The latest first. */
  readonly versions: readonly VersionFacts[];
  readonly mayRestore: boolean;
  readonly compared:
    { readonly from: number; readonly to: number; readonly changes: OutlineChanges } | undefined;
}

/** What learners saw when, and what differs between two of these states. */
export function VersionsPage({ t, to, versions, mayRestore, compared }: VersionsPageProps) {
  if (versions.length === 0)
    return (
      <EmptyState
        title={t('courses.versions.none')}
        text={t('courses.versions.none.text')}
        actions={<LinkButton href={to('/publish')}>{t('courses.outline.publish')}</LinkButton>}
      />
    );
  return (
    <>
      {compared && <Compared t={t} to={to} versions={versions} compared={compared} />}
      <ol class="list taught" reversed>
        {versions.map(({ id, number, changes, publishedAt, by }, at) => (
          <li key={id}>
            <h2>{t('courses.versions.number', { n: String(number) })}</h2>
            <p class="soft">
              {by === null
                ? t.moment(publishedAt)
                : t('courses.history.entry', { moment: t.moment(publishedAt), name: by })}
            </p>
            {changes !== '' && <p dir="auto">{changes}</p>}
            {mayRestore && at > 0 && (
              <p>
                <LinkButton small kind="quiet" href={to(`/versions/${number}/restore`)}>
                  {t('courses.versions.restore')}
                  <span class="unseen"> {number}</span>
                </LinkButton>
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

const parts = ['added', 'changed', 'moved', 'gone'] as const;

type ComparedProps = Pick<VersionsPageProps, 't' | 'to' | 'versions'> & {
  readonly compared: NonNullable<VersionsPageProps['compared']>;
};

function Compared({ t, to, versions, compared }: ComparedProps) {
  const { changes } = compared;
  const options = versions.map(({ number }) => ({
    value: String(number),
    label: t('courses.versions.number', { n: String(number) }),
  }));
  const present = parts.filter((part) => changes[part].length > 0);
  return (
    <section class="section">
      <CompareForm t={t} action={to('/versions')} options={options} from={compared.from} to={compared.to} />
      {present.length === 0 && <p class="soft">{t('courses.versions.same')}</p>}
      {present.map((part) => (
        <div key={part}>
          <h3>{t(`courses.versions.${part}`)}</h3>
          <ul>
            {changes[part].map((title, at) => (
              <li key={at}>
                <bdi>{title}</bdi>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
