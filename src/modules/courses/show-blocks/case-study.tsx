import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { ContentOf } from '../content/blocks.ts';
import type { ShowScene } from './show-scene.ts';

export interface CaseStudyProps {
  readonly scene: ShowScene;
  readonly content: ContentOf<'case'>;
  readonly id: string;
}

/** A situation, what is known of it, what is asked, and on request how somebody experienced would go about it. */
export function CaseStudy({ scene, content, id }: CaseStudyProps) {
  const { t, lang, text, fileOf } = scene;
  const documents = content.documents.flatMap(({ file, label }) => {
    const found = fileOf(file);
    return found ? [{ ...found, label }] : [];
  });
  return (
    <div class="case">
      <CourseText text={content.situation} lang={lang} scene={text} />
      {documents.length > 0 && (
        <>
          <h3>{t('courses.show.case.documents')}</h3>
          <ul>
            {documents.map((file) => (
              <li key={file.href}>
                <a href={file.href} lang={lang}>
                  {file.label}
                </a>
                {file.says !== undefined && <span class="small soft"> ({file.says})</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {content.tasks.length > 0 && (
        <>
          <h3>{t('courses.show.case.tasks')}</h3>
          <ol class="case-tasks">
            {content.tasks.map((task, at) => (
              <li key={at}>
                <CourseText text={task} lang={lang} scene={text} />
              </li>
            ))}
          </ol>
        </>
      )}
      {content.solution !== undefined && (
        <details class="fold" id={`${id}-solution`}>
          <summary>{t('courses.show.case.solution')}</summary>
          <CourseText text={content.solution} lang={lang} scene={text} />
        </details>
      )}
    </div>
  );
}
