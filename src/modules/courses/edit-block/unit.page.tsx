import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import {
  ArrangeForm,
  arrangeForm,
  DeedButtons,
  Undo,
  type UndoProps,
} from '../arrange-course/deed-buttons.tsx';
import type { DraftSection, DraftUnit } from '../arrange-course/draft-outline.ts';
import { BlockView } from '../view-blocks/block-view.tsx';
import type { ViewScene } from '../view-blocks/words.tsx';
import type { DraftedBlock } from './block.queries.ts';
import { kindsToAdd } from './block-kinds.ts';

export interface UnitPageProps {
  readonly t: Translator;
  readonly to: (end: string) => string;
  readonly unit: DraftUnit;
  readonly sections: readonly DraftSection[];
  /** Id of the section that it stands in. */
  readonly section: string;
  readonly blocks: readonly DraftedBlock[];
  readonly scene: ViewScene;
  readonly mayEdit: boolean;
  readonly mayReview: boolean;
  readonly undone: UndoProps['undone'];
}

/** A unit as its authors work on it: every block as it will be read, with what can be done to it. */
export function UnitPage(props: UnitPageProps) {
  const { t, to, unit, blocks, mayEdit, undone } = props;
  return (
    <>
      <div data-region="unit" class="unit-blocks">
        {mayEdit && <ArrangeForm action={to('/arrange')} unit={unit.id} live="unit" />}
        <Undo t={t} undone={undone} />
        {blocks.length === 0 && (
          <EmptyState title={t('courses.unit.empty')} text={t('courses.unit.empty.text')} />
        )}
        {blocks.map((block, at) => (
          <Drafted key={block.id} {...props} block={block} first={at === 0} last={at === blocks.length - 1} />
        ))}
      </div>
      {mayEdit && <AddBlock t={t} to={to} unit={unit} />}
      {mayEdit && <MoveUnit {...props} />}
    </>
  );
}

interface DraftedProps extends UnitPageProps {
  readonly block: DraftedBlock;
  readonly first: boolean;
  readonly last: boolean;
}

function Drafted({ t, to, block, scene, mayEdit, mayReview, first, last }: DraftedProps) {
  const kind = t(`courses.kind.${block.content.type}`);
  const name = block.title === '' ? kind : block.title;
  return (
    <article class="drafted" id={`blocks-${block.id}`}>
      <header class="row drafted-head">
        <p class="eyebrow">{block.optional ? t('courses.unit.optional', { kind }) : kind}</p>
        {mayReview && (
          <a href={`${to('/review')}?block=${block.id}#comment`}>
            {t('courses.review.comment')}
            <span class="unseen"> {name}</span>
          </a>
        )}
        {mayEdit && (
          <div class="row deeds-row">
            <LinkButton small href={to(`/blocks/${block.id}`)}>
              {t(block.content.type === 'source' ? 'courses.unit.rework' : 'courses.unit.edit')}
              <span class="unseen"> {name}</span>
            </LinkButton>
            <DeedButtons t={t} kind="blocks" id={block.id} name={name} first={first} last={last} />
          </div>
        )}
      </header>
      <BlockView scene={scene} block={block} />
    </article>
  );
}

function AddBlock({ t, to, unit }: Pick<UnitPageProps, 't' | 'to' | 'unit'>) {
  return (
    <section class="section" id="add">
      <header>
        <h2>{t('courses.unit.add')}</h2>
        <a href={to(`/units/${unit.id}/reuse`)}>{t('courses.unit.reuse')}</a>
      </header>
      <ul class="kinds">
        {kindsToAdd.map((kind) => (
          <li key={kind}>
            <a href={to(`/units/${unit.id}/add/${kind}`)}>
              <b>{t(`courses.kind.${kind}`)}</b>
              <span>{t(`courses.kind.${kind}.text`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Another section for the unit, without dragging. */
function MoveUnit({ t, unit, sections, section }: UnitPageProps) {
  if (sections.length < 2) return null;
  return (
    <section class="section adding">
      <Select
        id="into"
        name="into"
        form={arrangeForm}
        label={t('courses.unit.move-to')}
        value={section}
        options={sections.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <Button form={arrangeForm} name="do" value={`place:units:${unit.id}`}>
        {t('courses.unit.move')}
      </Button>
    </section>
  );
}
