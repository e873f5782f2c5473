import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { BlockContent, ContentOf } from '../content/blocks.ts';
import type { ShowScene } from './show-scene.ts';

interface Props<T extends BlockContent['type']> {
  readonly scene: ShowScene;
  readonly content: ContentOf<T>;
}

/** A document to keep. */
export function FileBlock({ scene: { t, lang, text, fileOf }, content }: Props<'file'>) {
  const file = fileOf(content.file);
  return (
    <div class="file">
      {content.text !== undefined && <CourseText text={content.text} lang={lang} scene={text} />}
      {file ? (
        <p>
          <a href={file.href} lang={lang}>
            {content.label}
          </a>
          {file.says !== undefined && <span class="small soft"> ({file.says})</span>}
        </p>
      ) : (
        <p class="soft">{t('courses.show.file.lost')}</p>
      )}
    </div>
  );
}

/** A topic to think about; people talk about it once there is a forum. */
export function Discussion({ scene: { t, lang, text }, content }: Props<'discussion'>) {
  return (
    <div class="topic">
      <CourseText text={content.topic} lang={lang} scene={text} />
      <p class="small soft">{t('courses.show.discussion.later')}</p>
    </div>
  );
}

export function Glossary({ scene: { lang, text }, content }: Props<'glossary'>) {
  return (
    <dl class="glossary" lang={lang} dir="auto">
      {content.entries.map(({ id, term, meaning }) => (
        <div key={id} id={id}>
          <dt>{term}</dt>
          <dd>
            <CourseText text={meaning} lang={lang} scene={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** For the curious: folded, never needed. */
export function Detour({ scene: { t, lang, text }, content, id }: Props<'detour'> & { readonly id: string }) {
  return (
    <details class="fold detour" id={`${id}-detour`}>
      <summary>
        <span class="eyebrow">{t('courses.show.detour')}</span>
        <bdi lang={lang}>{content.teaser}</bdi>
      </summary>
      <CourseText text={content.text} lang={lang} scene={text} />
    </details>
  );
}
