import type { ComponentChildren } from 'preact';
import { CourseText } from '../../../platform/course-text/course-text.tsx';
import type { Block, BlockContent, ContentOf } from '../content/blocks.ts';
import { CaseStudy } from './case-study.tsx';
import { Embedded, Film, Sound, Tool } from './media.tsx';
import type { ShowScene } from './show-scene.ts';
import { Detour, Discussion, FileBlock, Glossary } from './small-blocks.tsx';

const types = [
  ...(['text', 'video', 'audio', 'file', 'embed', 'tool'] as const),
  ...(['case', 'discussion', 'glossary', 'detour'] as const),
] as const;
export type StaticContent = ContentOf<(typeof types)[number]>;

/** Whether a block is the same for everybody: nobody answers anything in it. */
export const isStatic = (content: BlockContent): content is StaticContent =>
  types.some((type) => type === content.type);

export interface StaticBlockProps {
  readonly scene: ShowScene;
  readonly block: Pick<Block, 'id' | 'title'>;
  readonly content: StaticContent;
}

/** What stands in a block that is the same for everybody, without its title: for learners and for its authors. */
export function StaticBlock({ scene, block: { id, title }, content }: StaticBlockProps): ComponentChildren {
  const { lang, text } = scene;
  switch (content.type) {
    case 'text':
      return <CourseText text={content.text} lang={lang} scene={text} />;
    case 'video':
      return <Film scene={scene} content={content} id={id} title={title} />;
    case 'audio':
      return <Sound scene={scene} content={content} id={id} title={title} />;
    case 'file':
      return <FileBlock scene={scene} content={content} />;
    case 'embed':
      return <Embedded scene={scene} content={content} />;
    case 'tool':
      return <Tool scene={scene} content={content} />;
    case 'case':
      return <CaseStudy scene={scene} content={content} id={id} />;
    case 'discussion':
      return <Discussion scene={scene} content={content} />;
    case 'glossary':
      return <Glossary scene={scene} content={content} />;
    case 'detour':
      return <Detour scene={scene} content={content} id={id} />;
  }
}
