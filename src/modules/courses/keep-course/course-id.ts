const form = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Whether a part of an address can be the id of a course, a run or a version; anything else is not asked for. */
export const isCourseId = (text: string): boolean => form.test(text);
