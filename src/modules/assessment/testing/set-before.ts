import { Refusal } from '../../../platform/refusal.ts';
import type { Bank } from '../../courses/index.ts';
import { readSet } from '../ask-questions/read-set.ts';
import type { Extensions } from '../ask-questions/set-state.ts';
import { submitSet } from '../take-attempt/submit-set.ts';
import { answersOf } from './answers.queries.ts';
import type { setOf, Stage } from './assessment-stage.ts';

interface More {
  readonly banks?: readonly Bank[];
  readonly extensions?: Extensions;
  readonly endsAt?: Date;
}

/** Puts somebody new before a set of questions, with a browser's forms. */
export function setsBefore({ db, clock, course, ...stage }: Stage) {
  let blocks = 0;
  let forms = 0;
  return async (content: ReturnType<typeof setOf>, more: More = {}) => {
    const learner = await stage.learner();
    const blockId = `block-${(blocks += 1)}`;
    const scene = {
      takerId: learner.takerId,
      courseId: course.id,
      blockId,
      content,
      banks: more.banks ?? [],
      ...more,
    };
    const see = (extensions = more.extensions) =>
      readSet(db, { ...scene, now: clock.now(), ...(extensions ? { extensions } : {}) });
    /** The form as a browser sends it: fields of what is asked, and the button. */
    const formOf = async (fields: Record<string, string>, deed: string, id = `form-${(forms += 1)}`) => {
      const state = await see();
      const form = new URLSearchParams({ submission: id, attempt: String(state.attempt), do: deed });
      for (const question of state.questions) if (!question.locked) form.append('asked', question.key);
      for (const [name, value] of Object.entries(fields)) form.append(`a:${name}`, value);
      return form;
    };
    const post = (
      form: URLSearchParams,
      extensions = more.extensions,
      sent: Partial<Parameters<typeof submitSet>[2]> = {},
    ) => submitSet(db, learner.actor(), { ...scene, form, ...sent, ...(extensions ? { extensions } : {}) });
    const send = async (fields: Record<string, string>, deed = 'check', id?: string) =>
      post(await formOf(fields, deed, id));
    return {
      ...learner,
      blockId,
      see,
      formOf,
      post,
      send,
      kept: () => answersOf(db, learner.takerId, blockId),
    };
  };
}

export type SetBefore = Awaited<ReturnType<ReturnType<typeof setsBefore>>>;

/** Code of the refusal with which something ends; whatever else it threw, else undefined. */
export async function refused(work: Promise<unknown>): Promise<unknown> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof Refusal ? error.code : error;
}
