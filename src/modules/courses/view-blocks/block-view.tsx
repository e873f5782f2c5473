import { Facts } from '../../../platform/ui/facts.tsx';
import type { Block, BlockContent, ContentOf } from '../content/blocks.ts';
import { FilmView, SoundView } from './media-view.tsx';
import { AssignmentView, CaseView, GlossaryView, PollView, SurveyView } from './activity-view.tsx';
import { QuestionsView } from './questions-view.tsx';
import { FileLine, type ViewScene, Words } from './words.tsx';

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
  switch (content.type) {
    case 'text':
      return <Words scene={scene} text={content.text} />;
    case 'video':
      return <FilmView scene={scene} blockId={block.id} content={content} />;
    case 'audio':
      return <SoundView scene={scene} blockId={block.id} content={content} />;
    case 'questions':
      return <QuestionsView scene={scene} blockId={block.id} content={content} />;
    case 'case':
      return <CaseView scene={scene} content={content} />;
    case 'poll':
      return <PollView scene={scene} content={content} />;
    case 'survey':
      return <SurveyView scene={scene} content={content} />;
    case 'assignment':
      return <AssignmentView scene={scene} content={content} />;
    case 'glossary':
      return <GlossaryView scene={scene} content={content} />;
    default:
      return <SmallView scene={scene} content={content} />;
  }
}

type Small = ContentOf<'discussion' | 'detour' | 'file' | 'embed' | 'tool' | 'package' | 'source' | 'done'>;

function SmallView({ scene, content }: { readonly scene: ViewScene; readonly content: Small }) {
  const { t } = scene;
  switch (content.type) {
    case 'discussion':
      return <Words scene={scene} text={content.topic} />;
    case 'detour':
      return (
        <details>
          <summary>{content.teaser}</summary>
          <Words scene={scene} text={content.text} />
        </details>
      );
    case 'file':
      return <FileLine scene={scene} file={content.file} label={content.label} text={content.text} />;
    case 'embed':
    case 'tool':
      return (
        <p>
          <a href={content.url} rel="noopener">
            <bdi>{content.label}</bdi>
          </a>
        </p>
      );
    case 'package':
      return <Facts items={[t('courses.view.package'), content.kind]} />;
    case 'source':
      return (
        <>
          <p class="soft">{t('courses.view.source', { format: content.format })}</p>
          <pre class="source-text" dir="ltr" tabIndex={0}>
            {content.source.slice(0, 2000)}
          </pre>
        </>
      );
    case 'done':
      return <p class="soft">{content.label ?? t('courses.view.done')}</p>;
  }
}
