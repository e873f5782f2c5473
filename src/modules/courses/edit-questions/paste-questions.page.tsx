import { directionOf, isLang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Field } from '../../../platform/ui/field.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import type { ViewScene } from '../view-blocks/words.tsx';
import { QuestionView } from '../view-blocks/questions-view.tsx';
import type { TextQuestions } from './questions-as-text.ts';

export interface PastePageProps {
  readonly t: Translator;
  readonly base: string;
  /** Of the course. */
  readonly lang: string;
  readonly text: string;
  /** What was read in the text; undefined before it was looked at. */
  readonly found: TextQuestions | undefined;
  readonly scene: ViewScene;
}

/** A field for questions as text, how they are written, and what was read in them. */
export function PastePage({ t, base, lang, text, found, scene }: PastePageProps) {
  const isReady = found !== undefined && found.problems.length === 0 && found.questions.length > 0;
  return (
    <div data-region="paste">
      {found && <Problems t={t} found={found} />}
      <form id="paste" method="post" action={`${base}/paste`} class="stack content-form" data-live="paste">
        <Field id="text" label={t('courses.paste.text')}>
          <textarea
            class="input"
            id="text"
            name="text"
            rows={14}
            lang={lang}
            dir={isLang(lang) ? directionOf(lang) : 'auto'}
            maxlength={400_000}
          >
            {text}
          </textarea>
        </Field>
        <div class="row form-end">
          <Button kind={isReady ? 'plain' : 'first'} name="do" value="preview">
            {t('courses.paste.preview')}
          </Button>
          {isReady && (
            <Button kind="first" name="do" value="save">
              {t('courses.paste.add', { n: found.questions.length })}
            </Button>
          )}
          <LinkButton kind="quiet" href={`${base}/questions`}>
            {t('courses.cancel')}
          </LinkButton>
        </div>
        <Syntax t={t} open={text === ''} />
      </form>
      {found && found.questions.length > 0 && (
        <section class="section">
          <header>
            <h2>{t('courses.paste.read', { n: found.questions.length })}</h2>
          </header>
          <ol class="block-view asked">
            {found.questions.map((question) => (
              <li key={question.id}>
                <QuestionView scene={scene} question={question} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  );
}

function Problems({ t, found }: { readonly t: Translator; readonly found: TextQuestions }) {
  const { problems, questions } = found;
  if (problems.length === 0 && questions.length > 0) return null;
  return (
    <Notice tone="bad" title={t('courses.paste.problems')}>
      {problems.length === 0
        ? t('courses.paste.nothing')
        : problems
            .map(({ line, code }) => t(`courses.paste.problem.${code}`, { line: String(line) }))
            .join(' ')}
    </Notice>
  );
}

const signs = [
  ['( ) …\n(x) …', 'courses.paste.sign.single'],
  ['[ ] …\n[x] …', 'courses.paste.sign.multiple'],
  ['= Paris', 'courses.paste.sign.text'],
  ['= 3.14 +- 0.01', 'courses.paste.sign.number'],
  ['1) …\n2) …', 'courses.paste.sign.order'],
  ['fr -> Paris', 'courses.paste.sign.match'],
  ['… [[Paris; Lutèce]] …', 'courses.paste.sign.gap'],
  ['… [[*is / are]] …', 'courses.paste.sign.menu'],
  ['___', 'courses.paste.sign.essay'],
  ['> …', 'courses.paste.sign.feedback'],
  ['? …', 'courses.paste.sign.hint'],
  ['! …', 'courses.paste.sign.explanation'],
] as const;

function Syntax({ t, open }: { readonly t: Translator; readonly open: boolean }) {
  return (
    <details class="write-help" id="write-help" open={open}>
      <summary>{t('courses.paste.how')}</summary>
      <p>{t('courses.paste.how.text')}</p>
      <dl>
        {signs.map(([sign, key]) => (
          <div key={key}>
            <dt>
              <pre dir="ltr">{sign}</pre>
            </dt>
            <dd>{t(key)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
