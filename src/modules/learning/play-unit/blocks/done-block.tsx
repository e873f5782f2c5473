import { Button } from '../../../../platform/ui/button.tsx';
import { Icon } from '../../../../platform/ui/icon.tsx';
import type { ContentOf } from '../../../courses/index.ts';
import type { BlockScene } from './block-scene.ts';

interface DoneBlockProps {
  readonly scene: BlockScene;
  readonly content: ContentOf<'done'>;
  readonly id: string;
}

/** "I have done this": one tap. */
export function DoneBlock({ scene, content, id }: DoneBlockProps) {
  const { t, lang, tally, standing, counts, action } = scene;
  const label =
    content.label === undefined ? t('learning.done.label') : <bdi lang={lang}>{content.label}</bdi>;
  const isDone = tally.blocks[id]?.done === true;
  return (
    <div data-region={`b-${id}`}>
      {isDone ? (
        <p class="done-line" data-announce="">
          <Icon name="check" /> {t('learning.done.said')} {label}
        </p>
      ) : (
        standing === 'learner' &&
        counts && (
          <form method="post" action={action(id, 'done')} data-live={`b-${id} outline`}>
            <Button icon="check">{label}</Button>
          </form>
        )
      )}
    </div>
  );
}
