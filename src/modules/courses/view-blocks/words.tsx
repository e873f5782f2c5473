import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { ShowScene } from '../show-blocks/show-scene.ts';

/** What showing a block to its authors needs. */
export interface ViewScene extends ShowScene {
  /** Address of a page of the course's authoring. */
  readonly to: (end: string) => string;
  /** As learners see it: no right answers, no ways to edit. */
  readonly asLearner?: boolean;
}

/** A course text in the course's language. */
export function Words({ scene, text }: { readonly scene: ViewScene; readonly text: string }) {
  return <CourseText text={text} lang={scene.lang} scene={scene.text} />;
}
