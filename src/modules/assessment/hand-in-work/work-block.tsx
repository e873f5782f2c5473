import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { FieldError } from '../../../platform/ui/field.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { setFields } from '../ask-questions/field-name.ts';
import { mostMegabytes } from '../keep-files/own-files.ts';
import type { QuestionsScene } from '../show-questions/field-scene.ts';
import { CriteriaFields, CriteriaShown } from './criteria-fields.tsx';
import { HandedFiles } from './handed-files.tsx';
import { workFields, type WorkSeen } from './hand-in.ts';
import type { WorkVersion } from './work.queries.ts';

export interface WorkBlockProps {
  readonly t: Translator;
  readonly state: WorkSeen;
  readonly scene: QuestionsScene & {
    /** Address to which one's own judgement is sent (`assessOwnWork`). */
    readonly assessAction: string;
    /** Address of a file of a version, in the reader's language: /work-files/:work/:place. */
    readonly fileAddress: (workId: string, place: number) => string;
  };
}

/** An assignment: the task, what was handed in and what came of it, and the form to hand in. */
export function WorkBlock({ t, state, scene }: WorkBlockProps) {
  const { content, blockId, versions } = state;
  const latest = versions[0];
  const isOpen = state.mayHandIn && latest?.state !== 'accepted';
  return (
    <section class="question-set" id={`${blockId}-set`} aria-label={t('assessment.work.title')}>
      <CourseText text={content.task} lang={scene.lang} scene={scene.text} />
      <Rules t={t} state={state} scene={scene} />
      {latest && <Latest t={t} state={state} scene={scene} latest={latest} />}
      {!state.mayHandIn && <Notice>{t('assessment.work.look')}</Notice>}
      {isOpen && <HandInForm t={t} state={state} scene={scene} />}
      {versions.length > 1 && (
        <details class="fold">
          <summary>{t('assessment.work.earlier', { n: versions.length - 1 })}</summary>
          {versions.slice(1).map((version) => (
            <Version key={version.id} t={t} state={state} scene={scene} version={version} />
          ))}
        </details>
      )}
    </section>
  );
}

/** Who looks at it, by which criteria, and until when it is due. */
function Rules({ t, state, scene }: WorkBlockProps) {
  const { content, dueAt, versions } = state;
  const due = dueAt ? t.moment(dueAt, scene.zone ?? 'UTC') : content.due;
  const isJudged = versions.some(({ assessedAt }) => assessedAt !== null);
  return (
    <>
      <p class="soft">
        {t(`assessment.work.by.${content.assessedBy}`)} {due && t('assessment.work.due', { time: due })}
      </p>
      {content.criteria.length > 0 && !isJudged && (
        <details class="fold">
          <summary>{t('assessment.work.criteria')}</summary>
          <CriteriaShown t={t} criteria={content.criteria} scene={scene} />
        </details>
      )}
    </>
  );
}

type Part = WorkBlockProps & { readonly version: WorkVersion };

function Latest({ t, state, scene, latest }: WorkBlockProps & { readonly latest: WorkVersion }) {
  const isOwn = latest.state === 'own' && state.mayHandIn;
  const said = latest.state === 'accepted' || latest.state === 'rework' ? latest.state : 'waiting';
  return (
    <>
      <Notice
        tone={said === 'accepted' ? 'good' : said === 'rework' ? 'soon' : 'info'}
        title={t(`assessment.work.state.${said}`)}
      >
        {said === 'waiting' && !isOwn && t('assessment.work.state.waiting.text')}
        {latest.points !== null && scene.points !== false && state.content.points > 0 && (
          <>
            {t('assessment.score', {
              points: t.number(latest.points, { digits: 2 }),
              of: t.number(state.content.points, { digits: 2 }),
            })}
          </>
        )}
      </Notice>
      <Version t={t} state={state} scene={scene} version={latest} />
      {isOwn && (
        <form method="post" action={scene.assessAction} class="stack">
          <input type="hidden" name="work" value={latest.id} />
          <p>{t('assessment.work.judge-yourself')}</p>
          <CriteriaFields
            t={t}
            criteria={state.content.criteria}
            scene={scene}
            levels={{}}
            id={state.blockId}
          />
          <div class="row">
            <Button>{t('assessment.work.judge')}</Button>
          </div>
        </form>
      )}
    </>
  );
}

/** One version with its files and the words to it. */
function Version({ t, state, scene, version }: Part) {
  const { dueAt, content } = state;
  return (
    <article class="work-version">
      <p class="small soft">
        {t('assessment.work.version', {
          n: version.version,
          time: t.moment(version.handedInAt, scene.zone ?? 'UTC'),
        })}
        {dueAt && version.handedInAt > dueAt && <> {t('assessment.work.late')}</>}
      </p>
      {version.text !== '' && (
        <p class="work-text" dir="auto">
          {version.text}
        </p>
      )}
      <HandedFiles t={t} files={version.files} addressOf={(place) => scene.fileAddress(version.id, place)} />
      {Object.keys(version.levels).length > 0 && (
        <CriteriaShown t={t} criteria={content.criteria} scene={scene} levels={version.levels} />
      )}
      {version.comment !== '' && (
        <blockquote class="work-comment" dir="auto">
          <p>{version.comment}</p>
          {version.assessor !== null && (
            <footer class="small soft">
              <bdi>{version.assessor}</bdi>
            </footer>
          )}
        </blockquote>
      )}
    </article>
  );
}

function HandInForm({ t, state, scene }: WorkBlockProps) {
  const { content, blockId, versions } = state;
  const latest = versions[0];
  const id = `${blockId}-work`;
  const endings = content.endings.map((ending) => `.${ending.replace(/^\./, '')}`);
  return (
    <form
      method="post"
      action={scene.action}
      enctype={content.takes === 'text' ? undefined : 'multipart/form-data'}
      class="stack"
      id={id}
    >
      <input type="hidden" name={setFields.submission} value={scene.submission} />
      <FieldError id={id} error={scene.problem} />
      {content.takes !== 'files' && (
        <TextInput
          id={`${id}-text`}
          name={workFields.text}
          label={t('assessment.work.text')}
          rows={8}
          value={state.typed ?? (latest?.state === 'rework' ? latest.text : undefined)}
          maxlength={200_000}
          dir="auto"
        />
      )}
      {content.takes !== 'text' && (
        <div class="field">
          <label for={`${id}-files`}>{t('assessment.work.files')}</label>
          <p class="hint" id={`${id}-files-hint`}>
            {endings.length === 0
              ? t('assessment.work.files.hint', { n: mostMegabytes })
              : t('assessment.work.files.hint-of', {
                  n: mostMegabytes,
                  endings: t.list(endings, 'disjunction'),
                })}
          </p>
          <input
            class="input"
            type="file"
            id={`${id}-files`}
            name={workFields.files}
            multiple
            accept={endings.join(',') || undefined}
            aria-describedby={`${id}-files-hint`}
          />
        </div>
      )}
      <div class="row">
        <Button>{t(latest ? 'assessment.work.hand-in-again' : 'assessment.work.hand-in')}</Button>
      </div>
    </form>
  );
}
