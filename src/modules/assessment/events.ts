/**
 * A person looked at somebody's work: { workId, takerId, personId, courseId, blockId, questionId, state: 'accepted' | 'rework',
 * points, of, passed }; points are those of the block: of the assignment, or of the whole attempt for a question in a
 * set. Its subject is the course.
 */
export const workAssessed = 'assessment.work-assessed';

export interface WorkAssessed {
  readonly workId: string;
  readonly takerId: string;
  readonly personId: string;
  readonly courseId: string;
  readonly blockId: string;
  /** '' for an assignment. */
  readonly questionId: string;
  readonly state: 'accepted' | 'rework';
  readonly points: number;
  readonly of: number;
  readonly passed: boolean;
}
