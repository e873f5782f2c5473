import type { QuestionRules } from '../../courses/index.ts';

export interface RevealScene {
  readonly rules: QuestionRules;
  readonly now: Date;
  /** End of the run; absent for courses without one. */
  readonly endsAt: Date | undefined;
  /** Whether no attempt is left, or all is right. */
  readonly isUsed: boolean;
}

/** Marks are kept back until the end only where the answers are: an exam that others still sit. */
export const mayTellMarks = ({ rules, now, endsAt }: RevealScene): boolean =>
  rules.showAnswers !== 'after-end' || endsAt === undefined || now > endsAt;

/** Whether the right answer of a question that was answered may be shown. */
export function mayReveal({ rules, now, endsAt, isUsed }: RevealScene, credit: number | null): boolean {
  switch (rules.showAnswers) {
    case 'never':
      return false;
    case 'answered':
      return true;
    case 'right':
      return credit === 1;
    case 'attempts-used':
      return isUsed;
    case 'after-end':
      // without an end, the last attempt is the end
      return endsAt === undefined ? isUsed : now > endsAt;
  }
}
