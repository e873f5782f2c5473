import type { Translator } from '../../../../platform/i18n/translator.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../../platform/ui/error-summary.tsx';
import { FieldError } from '../../../../platform/ui/field.tsx';
import { TextInput } from '../../../../platform/ui/text-input.tsx';
import { editableCue } from '../captions/cue-text.ts';
import { writeTime } from '../captions/cue-time.ts';
import type { LineFault } from './edit-lines.ts';
import type { EditorPageProps } from './editor.page.tsx';

/** One line as the form shows it. */
interface FormLine {
  /** "7", or "new". */
  readonly key: string;
  readonly at: number | undefined;
  readonly start: string;
  readonly end: string;
  readonly text: string;
  readonly fault: LineFault | undefined;
}

/** The form of the lines: each with its times and words, and what can be done to it. */
export function EditorLines(props: EditorPageProps) {
  const { scene, name, shown, stamp, q, refused, to } = props;
  const { t } = scene;
  const lines = formLines(props);
  const query = {
    kind: name.kind === 'captions' ? undefined : name.kind,
    q: q || undefined,
    page: shown.page > 1 ? shown.page : undefined,
  };
  const faulty = lines.filter((line) => line.fault !== undefined);
  return (
    <form
      method="post"
      action={to(`/captions/${name.lang}`, query)}
      data-live="captions"
      data-captions={to(`/captions/${name.lang}/autosave`, query)}
    >
      <input type="hidden" name="was" value={stamp} />
      <input type="hidden" name="letters" value="" />
      <input type="hidden" name="now" value="" />
      {refused && faulty.length > 0 && (
        <ErrorSummary
          t={t}
          errors={faulty.map((line) => ({ id: `start-${line.key}`, message: faultText(t, line) }))}
        />
      )}
      <p data-announce>
        {q === ''
          ? t('courses.captions.lines', { n: shown.total })
          : t('courses.captions.found', { n: shown.found })}
      </p>
      <ol class="caption-lines">
        {lines.map((line) => (
          <Line key={line.key} t={t} line={line} lang={name.lang} isLast={line.at === shown.total - 1} />
        ))}
      </ol>
      <div class="row">
        <Button kind="first" name="do" value="save">
          {t('courses.captions.save')}
        </Button>
      </div>
      {shown.total > 0 && <Shift t={t} />}
    </form>
  );
}

function formLines({ shown, refused, q }: EditorPageProps): FormLine[] {
  const typed = refused && !refused.isStale ? refused : undefined;
  const known = shown.lines.map(({ at, cue }) => {
    const own = typed?.lines.find((line) => line.at === at);
    return {
      key: String(at),
      at,
      start: own?.start ?? writeTime(cue.start),
      end: own?.end ?? writeTime(cue.end),
      text: own?.text ?? editableCue(cue.text),
      fault: typed?.faults.find((each) => each.at === at)?.fault,
    };
  });
  const isLastPage = shown.page === shown.pages && q === '';
  const added = typed?.lines.find((line) => line.at === undefined);
  if (!isLastPage && !added) return known;
  return [
    ...known,
    {
      key: 'new',
      at: undefined,
      start: added?.start ?? writeTime(shown.end),
      end: added?.end ?? writeTime(shown.end + 3000),
      text: added?.text ?? '',
      fault: typed?.faults.find((each) => each.at === undefined)?.fault,
    },
  ];
}

const faultText = (t: Translator, line: FormLine): string =>
  t(`courses.captions.fault.${line.fault ?? 'start'}`, {
    line: line.at === undefined ? t('courses.captions.new') : t('courses.captions.line', { n: line.at + 1 }),
  });

interface LineProps {
  readonly t: Translator;
  readonly line: FormLine;
  readonly lang: string;
  readonly isLast: boolean;
}

function Line({ t, line, lang, isLast }: LineProps) {
  const { key, at } = line;
  const number = at === undefined ? t('courses.captions.new') : t('courses.captions.line', { n: at + 1 });
  return (
    <li class="caption-line" id={`line-${key}`} data-line={key}>
      <fieldset>
        <legend>{number}</legend>
        <div class="caption-times">
          <Time t={t} line={line} which="start" />
          <Time t={t} line={line} which="end" />
        </div>
        <label class="unseen" for={`text-${key}`}>
          {t('courses.captions.text')}
        </label>
        <textarea
          id={`text-${key}`}
          name={`text-${key}`}
          class="input"
          rows={2}
          lang={lang}
          dir="auto"
          maxLength={2000}
        >
          {line.text}
        </textarea>
        <FieldError id={`start-${key}`} error={line.fault && faultText(t, line)} />
        {at !== undefined && (
          <div class="row caption-deeds">
            <button class="btn quiet small" type="button" data-play hidden>
              {t('courses.captions.play')}
            </button>
            <Deed t={t} deed="split" at={at} number={number} />
            {!isLast && <Deed t={t} deed="merge" at={at} number={number} />}
            <Deed t={t} deed="remove" at={at} number={number} />
          </div>
        )}
      </fieldset>
    </li>
  );
}

function Time({ t, line, which }: Pick<LineProps, 't' | 'line'> & { readonly which: 'start' | 'end' }) {
  const id = `${which}-${line.key}`;
  return (
    <div class="caption-time">
      <label for={id}>{t(`courses.captions.${which}`)}</label>
      <input
        id={id}
        name={id}
        class="input"
        type="text"
        value={line[which]}
        dir="ltr"
        inputMode="decimal"
        autocomplete="off"
        size={12}
        aria-invalid={line.fault === undefined || line.fault === 'long' ? undefined : 'true'}
        aria-describedby={line.fault === undefined ? undefined : `start-${line.key}-error`}
      />
      <button class="btn small" type="button" data-set={which} hidden>
        {t('courses.captions.now')}
        <span class="unseen"> {t(`courses.captions.${which}`)}</span>
      </button>
    </div>
  );
}

interface DeedProps {
  readonly t: Translator;
  readonly deed: 'split' | 'merge' | 'remove';
  readonly at: number;
  readonly number: string;
}

function Deed({ t, deed, at, number }: DeedProps) {
  return (
    <Button small kind="quiet" name="do" value={`${deed}:${at}`}>
      {t(`courses.captions.${deed}-line`)}
      <span class="unseen"> {number}</span>
    </Button>
  );
}

/** All lines come too early or too late: one figure mends it. */
function Shift({ t }: { readonly t: Translator }) {
  return (
    <details class="film-fold" id="shift-lines">
      <summary>{t('courses.captions.shift')}</summary>
      <div class="row caption-shift">
        <TextInput
          id="shift"
          name="shift"
          label={t('courses.captions.shift.seconds')}
          hint={t('courses.captions.shift.hint')}
          inputmode="decimal"
          dir="ltr"
          autocomplete="off"
        />
        <TextInput
          id="from"
          name="from"
          type="number"
          min={1}
          value={1}
          label={t('courses.captions.shift.from')}
        />
        <Button small name="do" value="shift">
          {t('courses.captions.shift.do')}
        </Button>
      </div>
    </details>
  );
}
