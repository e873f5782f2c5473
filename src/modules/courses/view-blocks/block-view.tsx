import { Facts } from '../../../platform/ui/facts.tsx';
import type { Block, BlockContent, ContentOf } from '../content/blocks.ts';
import { isStatic, StaticBlock } from '../show-blocks/static-block.tsx';
import { AssignmentView, PollView, SurveyView } from './activity-view.tsx';
import { MediaFacts } from './media-facts.tsx';
import { QuestionsView } from './questions-view.tsx';
import type { ViewScene } from './words.tsx';

export interface BlockViewProps {
  readonly scene: ViewScene;
  readonly block: Block;
}

/** A block as it reads, with what authors want to see of it: which answers are right, what waits for rework. */
export function BlockView({ scene, block }: BlockViewProps) {
  return (
    <div class="block-view">
      {block.title !== '' && (
        <h2 lang={scene.lang} dir="auto">
          {block.title}
        </h2>
      )}
      <ContentView scene={scene} block={block} content={block.content} />
    </div>
  );
}

interface ContentViewProps extends BlockViewProps {
  readonly content: BlockContent;
}

function ContentView({ scene, block, content }: ContentViewProps) {
  if (isStatic(content))
    return (
      <>
        <StaticBlock scene={scene} block={block} content={content} />
        {!scene.asLearner && (content.type === 'video' || content.type === 'audio') && (
          <MediaFacts scene={scene} blockId={block.id} content={content} />
        )}
      </>
    );
  switch (content.type) {
    case 'questions':
      return <QuestionsView scene={scene} blockId={block.id} content={content} />;
    case 'poll':
      return <PollView scene={scene} content={content} />;
    case 'survey':
      return <SurveyView scene={scene} content={content} />;
    case 'assignment':
      return <AssignmentView scene={scene} content={content} />;
    case 'package':
      return <Facts items={[scene.t('courses.view.package'), content.kind]} />;
    case 'source':
      return <SourceView scene={scene} content={content} />;
    case 'done':
      return <p class="soft">{content.label ?? scene.t('courses.view.done')}</p>;
  }
}

interface SourceViewProps {
  readonly scene: ViewScene;
  readonly content: ContentOf<'source'>;
}

/** What could not be converted, for its authors to rework. */
function SourceView({ scene: { t }, content }: SourceViewProps) {
  return (
    <>
      <p class="soft">{t('courses.view.source', { format: content.format })}</p>
      <pre class="source-text" dir="ltr" tabIndex={0}>
        {content.source.slice(0, 2000)}
      </pre>
    </>
  );
}
