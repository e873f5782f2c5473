import type { Translator } from '../../../platform/i18n/translator.ts';
import { Prose } from '../../../platform/ui/prose.tsx';

export interface DemandSaid {
  /** '' is the whole site. */
  readonly name: string;
  readonly signOffs: number;
  readonly committee: number;
}

/** Who demands how many sign-offs, in words. */
export function DemandSentence({ t, demand }: { readonly t: Translator; readonly demand: DemandSaid }) {
  const { name, signOffs, committee } = demand;
  const parts = [
    ...(signOffs > 0 ? [t('courses.sign-offs.colleagues', { n: signOffs })] : []),
    ...(committee > 0 ? [t('courses.sign-offs.committee', { n: committee })] : []),
  ];
  // a name runs in its own direction, whatever the sentence's
  const who = name === '' ? t('courses.sign-offs.site') : `\u2068${name}\u2069`;
  return <>{t('courses.sign-offs.sentence', { who, what: t.list(parts) })}</>;
}

/** What is demanded of a course from outside of it; nothing where nothing is. */
export function DemandsOfCourse({
  t,
  demands,
}: {
  readonly t: Translator;
  readonly demands: readonly DemandSaid[];
}) {
  if (demands.length === 0) return null;
  return (
    <div>
      <p>{t('courses.sign-offs.of-course')}</p>
      <Prose>
        <ul>
          {demands.map((each) => (
            <li key={each.name}>
              <DemandSentence t={t} demand={each} />
            </li>
          ))}
        </ul>
      </Prose>
    </div>
  );
}
