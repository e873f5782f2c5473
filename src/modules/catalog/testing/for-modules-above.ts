/** What tests of the modules above need of the catalogue beyond its face. */
export type { CourseDocument } from '../course-document/course-document.ts';
export { csv } from '../formats/csv.ts';
export { fileInput } from '../formats/file-input.ts';
export { textInput } from '../formats/text-input.ts';
export { installSample } from '../sample/install-sample.ts';
