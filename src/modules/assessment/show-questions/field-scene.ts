import type { TextScene } from '../../../platform/course-text/render-course-text.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Assets } from '../../../platform/ui/document-head.tsx';
import type { QuestionOf, QuestionType } from '../../courses/index.ts';
import type { QuestionState } from '../ask-questions/set-state.ts';
import type { Answer } from '../mark-answer/answer.ts';

/** Where questions are shown. */
export interface QuestionsScene {
  /** Address to which the form is sent. */
  readonly action: string;
  /** Fresh id of this page's form: sending it twice changes nothing. */
  readonly submission: string;
  /** Regions of the page that the enhancer swaps when it is sent. */
  readonly live?: string | undefined;
  /** BCP 47 tag of the course. */
  readonly lang: string;
  readonly text: TextScene;
  /** IANA zone of the reader; UTC where it is not known. */
  readonly zone?: string | undefined;
  /** False where a course is told in competencies: nothing is said of points. */
  readonly points?: boolean | undefined;
  /** For the islands of sets that have one; all works without them. */
  readonly assets?: Assets | undefined;
  /** Why the form came back, in words; what was typed stands in the state (`typedState`). */
  readonly problem?: string | undefined;
}

/** What the fields of one question need. */
export interface FieldProps<T extends QuestionType> {
  readonly t: Translator;
  readonly scene: QuestionsScene;
  readonly state: QuestionState;
  readonly question: QuestionOf<T>;
  /** Begins every id of the question's elements; the prompt is `${id}-prompt`. */
  readonly id: string;
  /** Ids of what describes the fields: hint and problem. */
  readonly describedBy: string | undefined;
}

/** Text of an answer as it was typed. */
export const textOf = (answer: Answer | undefined): string => (answer?.kind === 'text' ? answer.text : '');

/** What was given for a part. */
export const partOf = (answer: Answer | undefined, part: string): string =>
  answer?.kind === 'parts' ? (answer.parts[part] ?? '') : '';

export const invalid = (state: QuestionState): 'true' | undefined =>
  state.problem === undefined ? undefined : 'true';
