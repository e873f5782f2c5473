import { LinkButton } from '../../../platform/ui/button.tsx';
import type { BlockType } from '../content/blocks.ts';
import { BlockView } from '../view-blocks/block-view.tsx';
import type { ViewScene } from '../view-blocks/words.tsx';
import { ContentForm, type ContentFormProps } from '../write-forms/content-form.tsx';
import type { DraftedBlock } from './block.queries.ts';

export interface BlockFormPageProps extends Omit<
  ContentFormProps,
  'hidden' | 'autosave' | 'save' | 'more' | 'children' | 'fileOf'
> {
  readonly type: BlockType;
  /** The block as it is kept; absent while it is new. */
  readonly block?: DraftedBlock;
  readonly newId?: string;
  readonly revision?: number;
  /** What somebody else made of it meanwhile. */
  readonly theirs?: DraftedBlock;
  readonly view: ViewScene;
}

/** The form of a block, new or kept. */
export function BlockFormPage(props: BlockFormPageProps) {
  const { t, block, theirs, view, action, type, newId = '', revision } = props;
  return (
    <ContentForm
      {...props}
      fileOf={view.fileOf}
      hidden={block ? [['revision', String(revision ?? block.revision)]] : [['block', newId]]}
      autosave={block !== undefined && type !== 'source'}
      {...(theirs ? { save: t('courses.block.keep-mine') } : {})}
      more={
        block && (
          <>
            {type === 'questions' && (
              <LinkButton href={`${action}/questions`}>{t('courses.set.edit-questions')}</LinkButton>
            )}
            <LinkButton kind="quiet" href={`${action}/history`}>
              {t('courses.history.link')}
            </LinkButton>
          </>
        )
      }
    >
      {theirs && <Conflict {...props} theirs={theirs} />}
      {block && type === 'source' && <BlockView scene={view} block={block} />}
    </ContentForm>
  );
}

/** Somebody else was here: both are shown, and nothing is lost whatever one chooses. */
function Conflict({ t, theirs, view, action }: BlockFormPageProps & { readonly theirs: DraftedBlock }) {
  return (
    <div class="notice soon conflict" role="alert">
      <div class="stack">
        <b>
          {theirs.changedBy === null
            ? t('courses.block.changed')
            : t('courses.block.changed-by', { name: theirs.changedBy, moment: t.moment(theirs.changedAt) })}
        </b>
        <p>{t('courses.block.changed.text')}</p>
        <details>
          <summary>{t('courses.block.theirs')}</summary>
          <BlockView scene={view} block={theirs} />
        </details>
        <LinkButton small href={action}>
          {t('courses.block.take-theirs')}
        </LinkButton>
      </div>
    </div>
  );
}
