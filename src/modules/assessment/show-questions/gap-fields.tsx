import { render } from 'preact-render-to-string';
import { renderCourseText } from '../../../platform/course-text/render-course-text.ts';
import { directionOf, isLang } from '../../../platform/i18n/languages.ts';
import type { QuestionOf } from '../../courses/index.ts';
import { fieldName } from '../ask-questions/field-name.ts';
import { type FieldProps, invalid, partOf } from './field-scene.ts';
import { Feedback, PartMark } from './mark-shown.tsx';

const hole = /\{\{gap:([A-Za-z0-9][\w-]{0,79})\}\}/g;

/** A text with fields and menus in it; a gap that the text forgot stands at its end. */
export function GapFields(props: FieldProps<'gap'>) {
  const { question, scene, state } = props;
  const numbers = new Map(question.gaps.map((gap, at) => [gap.id, { gap, number: at + 1 }]));
  const missing = new Set(numbers.keys());
  const html = renderCourseText(question.body, scene.text).replace(hole, (_whole, id: string) => {
    const found = numbers.get(id);
    if (!found || !missing.delete(id)) return '';
    return render(<Gap {...found} props={props} />);
  });
  const dir = isLang(scene.lang) ? directionOf(scene.lang) : 'auto';
  return (
    <>
      <div
        class="prose rich-text question-gaps"
        lang={scene.lang}
        dir={dir}
        dangerouslySetInnerHTML={{ __html: html }}
      />
      {[...missing].map((id) => {
        const found = numbers.get(id);
        return found ? (
          <p key={id}>
            <Gap {...found} props={props} />
          </p>
        ) : null;
      })}
      {question.gaps.map((gap) => (
        <Feedback key={gap.id} mark={state.mark} part={gap.id} scene={scene} />
      ))}
    </>
  );
}

interface GapProps {
  readonly gap: QuestionOf<'gap'>['gaps'][number];
  readonly number: number;
  readonly props: FieldProps<'gap'>;
}

function Gap({ gap, number, props: { t, question, state, describedBy } }: GapProps) {
  const given = partOf(state.answer, gap.id);
  const common = {
    class: 'input question-gap',
    name: fieldName(state.key, gap.id),
    disabled: state.locked,
    'aria-label': t('assessment.field.gap', { n: number, all: question.gaps.length }),
    'aria-describedby': describedBy,
    'aria-invalid': invalid(state),
  };
  return (
    <span class="question-hole">
      {gap.choices ? (
        <select {...common}>
          <option value="">{t('assessment.field.choose')}</option>
          {gap.choices.map(({ text }) => (
            <option key={text} value={text} selected={text === given}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...common}
          type="text"
          value={given}
          size={sizeOf(gap)}
          maxLength={500}
          autocomplete="off"
          dir="auto"
        />
      )}
      <PartMark t={t} state={state} part={gap.id} />
    </span>
  );
}

/** Wide enough for what is expected, and not telling how long it is. */
const sizeOf = ({ accepted }: GapProps['gap']): number =>
  Math.max(...accepted.map(({ text }) => text.length), 0) > 14 ? 28 : 14;
