/** Somebody joined a run: { enrolmentId, runId, personId }; its subject is the course. */
export const joinedRun = 'learning.joined-run';
/** Somebody completed a course: { enrolmentId, runId, personId }; its subject is the course. */
export const completedCourse = 'learning.completed-course';
