import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { TextScene } from '../../../platform/course-text/render-course-text.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';

/** What showing a block to its authors needs. */
export interface ViewScene {
  readonly t: Translator;
  /** Language of the course. */
  readonly lang: string;
  readonly text: TextScene;
  readonly fileOf: (
    id: string,
  ) => { readonly name: string; readonly type: string; readonly href: string } | undefined;
  /** Address of a page of the course's authoring. */
  readonly to: (end: string) => string;
  /** As learners see it: no right answers, no ways to edit. */
  readonly asLearner?: boolean;
}

/** A course text in the course's language. */
export function Words({ scene, text }: { readonly scene: ViewScene; readonly text: string }) {
  return <CourseText text={text} lang={scene.lang} scene={scene.text} />;
}

interface FileLineProps {
  readonly scene: ViewScene;
  readonly file: string;
  readonly label: string;
  readonly text?: string | undefined;
}

/** A file to download, or that it is missing. */
export function FileLine({ scene, file, label, text }: FileLineProps) {
  const found = scene.fileOf(file);
  return (
    <>
      <p>
        {found ? <a href={found.href}>{label}</a> : label}{' '}
        {!found && <span class="soft">({scene.t('courses.form.file.lost')})</span>}
      </p>
      {text !== undefined && <Words scene={scene} text={text} />}
    </>
  );
}
