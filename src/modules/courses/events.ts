/** A version of a course went to learners. Data: { courseId, versionId, number }. */
export const coursePublished = 'courses.course-published';
