import { cleanCourseText } from './clean-course-text.ts';
import { courseMarkdown } from './course-markdown.ts';

/** Course text of what somebody wrote as Markdown, cleaned like any other. */
export const courseTextOfMarkdown = (markdown: string): string =>
  cleanCourseText(courseMarkdown.render(markdown.slice(0, 400_000)));
