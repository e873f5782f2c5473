import type { ComponentChildren } from 'preact';
import { CourseText } from '../../../../platform/course-text/course-text.tsx';
import type { Block } from '../../../courses/index.ts';
import type { BlockScene } from './block-scene.ts';
import { CaseStudy } from './case-study.tsx';
import { Embedded, Film, Sound, Tool } from './media.tsx';
import { PackageBlock } from './package-block.tsx';
import { Questions, Votes, Work } from './answered-blocks.tsx';
import { Detour, Discussion, DoneBlock, FileBlock, Glossary } from './small-blocks.tsx';

export interface BlockProps {
  readonly scene: BlockScene;
  readonly block: Block;
}

/** One block of a unit, whatever its type, under its title where it has one. */
export function BlockView({ scene, block }: BlockProps) {
  const inside = insideOf(scene, block);
  if (inside === null) return null;
  const needsNoTitle = block.title === '' || block.content.type === 'detour';
  return (
    <section
      class={`block block-${block.content.type}`}
      id={block.id}
      aria-labelledby={needsNoTitle ? undefined : `${block.id}-title`}
    >
      {!needsNoTitle && (
        <h2 id={`${block.id}-title`} lang={scene.lang} dir="auto">
          {block.title}
        </h2>
      )}
      {inside}
    </section>
  );
}

function insideOf(scene: BlockScene, block: Block): ComponentChildren {
  const { content } = block;
  const { lang, text } = scene;
  switch (content.type) {
    case 'text':
      return <CourseText text={content.text} lang={lang} scene={text} />;
    case 'video':
      return <Film scene={scene} content={content} id={block.id} title={block.title} />;
    case 'audio':
      return <Sound scene={scene} content={content} id={block.id} title={block.title} />;
    case 'file':
      return <FileBlock scene={scene} content={content} />;
    case 'embed':
      return <Embedded scene={scene} content={content} />;
    case 'tool':
      return <Tool scene={scene} content={content} />;
    case 'case':
      return <CaseStudy scene={scene} content={content} id={block.id} />;
    case 'discussion':
      return <Discussion scene={scene} content={content} />;
    case 'glossary':
      return <Glossary scene={scene} content={content} />;
    case 'detour':
      return <Detour scene={scene} content={content} id={block.id} />;
    case 'done':
      return <DoneBlock scene={scene} content={content} id={block.id} />;
    case 'source':
      // no published unit has one: it waits for its authors
      return null;
    case 'questions':
      return <Questions scene={scene} id={block.id} />;
    case 'package':
      return <PackageBlock scene={scene} content={content} id={block.id} title={block.title} />;
    case 'poll':
    case 'survey':
      return <Votes scene={scene} id={block.id} />;
    case 'assignment':
      return <Work scene={scene} id={block.id} />;
  }
}
