import {
  QuestionSet,
  type QuestionsScene,
  typedState,
  typedVotes,
  VoteBlock,
  WorkBlock,
} from '../../../assessment/index.ts';
import type { BlockScene } from './block-scene.ts';

interface AnsweredProps {
  readonly scene: BlockScene;
  readonly id: string;
}

/** Where a block's form goes, what comes back in its place, and what is wrong where it came back. */
function questionsScene({ scene, id }: AnsweredProps, deed: 'answers' | 'vote' | 'work'): QuestionsScene {
  const { lang, text, zone, points, back, films } = scene;
  return {
    ...{ lang, text, zone, points, assets: films.assets },
    action: scene.action(id, deed),
    submission: scene.newId(),
    live: `b-${id} outline`,
    ...(back?.blockId === id && { problem: back.text }),
  };
}

/** A set of questions; sent, it comes back in its place with what it came to. */
export function Questions({ scene, id }: AnsweredProps) {
  const state = scene.answering.sets.get(id);
  if (!state) return null;
  const { back } = scene;
  const typed = back?.blockId === id ? { fields: back.form.form, files: back.form.files } : undefined;
  return (
    <div data-region={`b-${id}`}>
      <QuestionSet
        t={scene.t}
        state={typed ? typedState(state, typed) : state}
        scene={questionsScene({ scene, id }, 'answers')}
      />
    </div>
  );
}

/** A poll or a survey. */
export function Votes({ scene, id }: AnsweredProps) {
  const state = scene.answering.votes.get(id);
  if (!state) return null;
  const { back } = scene;
  return (
    <div data-region={`b-${id}`}>
      <VoteBlock
        t={scene.t}
        state={back?.blockId === id ? typedVotes(state, back.form.form) : state}
        scene={questionsScene({ scene, id }, 'vote')}
      />
    </div>
  );
}

/** Work to hand in. */
export function Work({ scene, id }: AnsweredProps) {
  const state = scene.answering.work.get(id);
  if (!state) return null;
  const typed = scene.back?.blockId === id ? scene.back.form.form.get('text') : undefined;
  return (
    <WorkBlock
      t={scene.t}
      state={{ ...state, ...(typed != null && { typed }) }}
      scene={{
        ...questionsScene({ scene, id }, 'work'),
        assessAction: scene.action(id, 'judgement'),
        fileAddress: scene.workFile,
      }}
    />
  );
}
