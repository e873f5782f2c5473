import type { ComponentChildren } from 'preact';
import { CourseLine } from '../../../platform/course-text/course-text.tsx';
import { classes } from '../../../platform/ui/class-names.ts';
import { wordsOfCourseText } from '../../../platform/course-text/words.ts';
import { fieldName } from '../ask-questions/field-name.ts';
import { type FieldProps, invalid, partOf } from './field-scene.ts';
import { Feedback, PartMark } from './mark-shown.tsx';
import { MarkedPicture } from './marked-picture.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface PartProps {
  readonly props: FieldProps<'order'> | FieldProps<'match'> | FieldProps<'drag'>;
  readonly part: string;
  readonly text: string;
  readonly options: readonly Option[];
  /** What stands in the menu before anything is chosen. */
  readonly none: string;
  /** What is chosen, for whoever does not see where the menu stands. */
  readonly says: string;
}

/** One item with the menu of places that it may take; its name is the item's own words. */
function Part({ props: { state, scene, id, describedBy, t }, part, text, options, none, says }: PartProps) {
  const chosen = partOf(state.answer, part);
  const name = `${id}-${part}`;
  return (
    <li class="question-part">
      <span id={name} data-item>
        <CourseLine text={text} lang={scene.lang} scene={scene.text} />
      </span>
      <span class="question-place">
        <span id={`${name}-says`} class="unseen">
          {says}
        </span>
        <select
          class="input"
          id={`${name}-field`}
          name={fieldName(state.key, part)}
          disabled={state.locked}
          aria-labelledby={`${name}-says ${name}`}
          aria-describedby={describedBy}
          aria-invalid={invalid(state)}
        >
          <option value="">{none}</option>
          {options.map(({ value, label }) => (
            <option key={value} value={value} selected={value === chosen}>
              {label}
            </option>
          ))}
        </select>
        <PartMark t={t} state={state} part={part} />
      </span>
      <Feedback mark={state.mark} part={part} scene={scene} />
    </li>
  );
}

/** Things to bring into order: each gets the number of its place. */
export function OrderFields(props: FieldProps<'order'>) {
  const { t, question, state } = props;
  const places = question.items.map((_, at) => ({ value: String(at + 1), label: t.number(at + 1) }));
  const byId = new Map(question.items.map((item) => [item.id, item]));
  const shown = (state.shownOrder ?? []).flatMap((id) => byId.get(id) ?? []);
  const ordered = isWhole(props)
    ? shown.toSorted((one, other) => placeOf(props, one.id) - placeOf(props, other.id))
    : shown;
  return (
    <ol class="question-parts plain" data-hand={state.locked ? undefined : 'arrange'}>
      {ordered.map((item) => (
        <Part
          key={item.id}
          props={props}
          part={item.id}
          text={item.text}
          options={places}
          none={t('assessment.field.place-none')}
          says={t('assessment.field.place-of')}
        />
      ))}
    </ol>
  );
}

const placeOf = ({ state }: FieldProps<'order'>, id: string): number => Number(partOf(state.answer, id));

const isWhole = (props: FieldProps<'order'>): boolean =>
  new Set(props.question.items.map(({ id }) => placeOf(props, id)).filter((place) => place > 0)).size ===
  props.question.items.length;

/** What a menu cannot say: pictures and mathematics. */
const needsMoreThanWords = (text: string): boolean => /<img|\\\(|\\\[|<pre|<table/.test(text);

/** Each source gets its target from a menu; targets that are more than words stand above under letters. */
export function MatchFields(props: FieldProps<'match'>) {
  const { t, question, scene, state } = props;
  const lettered = question.targets.some(({ text }) => needsMoreThanWords(text));
  const options = question.targets.map(({ id, text }, at) => {
    const words = wordsOfCourseText(text).slice(0, 120);
    return { value: id, label: lettered ? [letter(at), words].filter(Boolean).join('. ') : words };
  });
  return (
    <Board isLocked={state.locked}>
      {(lettered || !state.locked) && (
        <ol class={classes('question-targets', 'plain', !lettered && 'by-hand')}>
          {question.targets.map(({ id, text }, at) => (
            <li key={id} data-place={id}>
              {lettered && <b>{letter(at)}. </b>}
              <CourseLine text={text} lang={scene.lang} scene={scene.text} />
            </li>
          ))}
        </ol>
      )}
      <PartList
        props={props}
        parts={question.sources}
        options={options}
        none={t('assessment.field.match-none')}
        says={t('assessment.field.match-of')}
      />
    </Board>
  );
}

const letter = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${letter(Math.floor(at / 26) - 1)}${letter(at % 26)}`;

/** Each item gets its place from a menu; on a picture the places are numbered. */
export function DragFields(props: FieldProps<'drag'>) {
  const { t, question, scene, state } = props;
  const file = question.file === undefined ? undefined : scene.text.fileOf(question.file);
  const options = question.places.map(({ id, label }, at) => ({
    value: id,
    label: file ? `${t.number(at + 1)}. ${label}` : label,
  }));
  return (
    <Board isLocked={state.locked}>
      {file && <MarkedPicture file={file} alt={question.alt} places={question.places} numbered />}
      {!file && !state.locked && (
        <ol class="question-targets plain by-hand">
          {question.places.map(({ id, label }) => (
            <li key={id} data-place={id} lang={scene.lang}>
              {label}
            </li>
          ))}
        </ol>
      )}
      <PartList
        props={props}
        parts={question.items}
        options={options}
        none={t('assessment.field.drag-none')}
        says={t('assessment.field.drag-of')}
      />
    </Board>
  );
}

interface PartListProps extends Omit<PartProps, 'part' | 'text'> {
  readonly parts: readonly { readonly id: string; readonly text: string }[];
}

const PartList = ({ parts, ...rest }: PartListProps) => (
  <ul class="question-parts plain" data-tray>
    {parts.map(({ id, text }) => (
      <Part key={id} part={id} text={text} {...rest} />
    ))}
  </ul>
);

/** Things, and the places that they are for: by menu, or by hand where there is script. */
const Board = ({
  isLocked,
  children,
}: {
  readonly isLocked: boolean;
  readonly children: ComponentChildren;
}) => (
  <div class="question-board" data-hand={isLocked ? undefined : 'place'}>
    {children}
  </div>
);
