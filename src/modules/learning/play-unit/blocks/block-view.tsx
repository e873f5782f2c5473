import type { ComponentChildren } from 'preact';
import { type Block, isStatic, StaticBlock } from '../../../courses/index.ts';
import type { BlockScene } from './block-scene.ts';
import { DoneBlock } from './done-block.tsx';
import { PackageBlock } from './package-block.tsx';
import { Questions, Votes, Work } from './answered-blocks.tsx';

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
  if (isStatic(content)) return <StaticBlock scene={scene} block={block} content={content} />;
  switch (content.type) {
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
