import type { ReviewRole, ReviewState } from '../tables.ts';

export type ReviewDeed = 'write' | 'edit' | 'publish' | 'hold' | 'reject' | 'withdraw' | 'take-back';

interface Transition {
  readonly deed: ReviewDeed;
  /** Absent: there was no review yet. */
  readonly from?: ReviewState;
  readonly to: ReviewState;
  readonly by: readonly ReviewRole[];
}

/**
 * Everything that can happen to a review. `edit` keeps the state: what its new words change follows as `hold`. What was
 * withdrawn is taken back to where it stood. Moderators publish what was rejected when an appeal is right.
 */
export const reviewTransitions: readonly Transition[] = [
  { deed: 'write', to: 'published', by: ['author'] },
  { deed: 'write', to: 'held', by: ['author'] },
  { deed: 'edit', from: 'published', to: 'published', by: ['author'] },
  { deed: 'edit', from: 'held', to: 'held', by: ['author'] },
  { deed: 'edit', from: 'rejected', to: 'held', by: ['author'] },
  { deed: 'publish', from: 'held', to: 'published', by: ['moderator', 'system'] },
  { deed: 'publish', from: 'rejected', to: 'published', by: ['moderator'] },
  { deed: 'hold', from: 'published', to: 'held', by: ['author', 'moderator', 'system'] },
  { deed: 'reject', from: 'held', to: 'rejected', by: ['moderator'] },
  { deed: 'reject', from: 'published', to: 'rejected', by: ['moderator'] },
  { deed: 'withdraw', from: 'published', to: 'withdrawn', by: ['author'] },
  { deed: 'withdraw', from: 'held', to: 'withdrawn', by: ['author'] },
  { deed: 'withdraw', from: 'rejected', to: 'withdrawn', by: ['author'] },
  { deed: 'take-back', from: 'withdrawn', to: 'published', by: ['author'] },
  { deed: 'take-back', from: 'withdrawn', to: 'held', by: ['author'] },
  { deed: 'take-back', from: 'withdrawn', to: 'rejected', by: ['author'] },
];

/** Whether somebody in this role may do this to a review in this state. */
export function isAllowed(
  change: {
    readonly deed: ReviewDeed;
    readonly from: ReviewState | undefined;
    readonly to: ReviewState;
  },
  role: ReviewRole,
): boolean {
  return reviewTransitions.some(
    ({ deed, from, to, by }) =>
      deed === change.deed && from === change.from && to === change.to && by.includes(role),
  );
}

/** The machine as a Mermaid diagram, for the README. */
export function reviewDiagram(): string {
  const lines = reviewTransitions.map(
    ({ deed, from, to, by }) => `  ${from ?? '[*]'} --> ${to}: ${deed} (${by.join(', ')})`,
  );
  return ['stateDiagram-v2', ...lines].join('\n');
}
