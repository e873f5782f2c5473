import type { Query } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import type { Assets } from '../../../platform/ui/document-head.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { CourseAtHand } from '../course-people/course-at-hand.queries.ts';
import { ArrangeForm, DeedButtons, Undo, type UndoProps } from './deed-buttons.tsx';
import type { DraftOutline, DraftSection, DraftUnit } from './draft-outline.ts';

export interface OutlinePageProps {
  readonly t: Translator;
  /** Address of a page of this course. */
  readonly to: (end: string, query?: Query) => string;
  readonly course: CourseAtHand;
  readonly outline: DraftOutline;
  readonly mayEdit: boolean;
  readonly undone: UndoProps['undone'];
  readonly newId: () => string;
  readonly assets: Assets;
}

/** The draft as a tree of sections and units: everything is put in its order here. */
export function OutlinePage(props: OutlinePageProps) {
  const { t, to, outline, mayEdit, undone, course } = props;
  const { sections } = outline;
  return (
    <>
      {course.isSample && <Notice>{t('courses.sample.note')}</Notice>}
      <ToDo {...props} />
      <div data-region="outline" class="outline" data-outline={mayEdit ? to('/arrange') : undefined}>
        {mayEdit && <ArrangeForm action={to('/arrange')} live="outline" />}
        <Undo t={t} undone={undone} />
        {sections.length === 0 && (
          <EmptyState title={t('courses.outline.empty')} text={t('courses.outline.empty.text')} />
        )}
        {sections.map((section, at) => (
          <Section
            key={section.id}
            {...props}
            section={section}
            first={at === 0}
            last={at === sections.length - 1}
          />
        ))}
      </div>
      {mayEdit && (
        <form method="post" action={to('/add')} class="adding section">
          <input type="hidden" name="id" value={props.newId()} />
          <TextInput
            id="new-section"
            name="title"
            label={t('courses.outline.new-section')}
            maxlength={300}
            dir="auto"
            required
          />
          <Button>{t('courses.outline.add-section')}</Button>
        </form>
      )}
      {mayEdit && <DragScript {...props} />}
    </>
  );
}

/** Units can be dragged where there is a script; buttons do the same without it. */
function DragScript({ assets }: Pick<OutlinePageProps, 'assets'>) {
  const address = assets.islands?.['outline-drag'];
  return address === undefined ? null : <script type="module" src={address} />;
}

/** What stands in the way of publishing, as far as the outline knows. */
function ToDo({ t, to, outline }: OutlinePageProps) {
  const units = outline.sections.flatMap((section) => section.units);
  const empty = units.filter(({ blocks }) => blocks.length === 0);
  const rework = units.flatMap(({ blocks }) => blocks.filter(({ type }) => type === 'source'));
  if (empty.length === 0 && rework.length === 0) return null;
  return (
    <Notice tone="soon" title={t('courses.outline.to-do')}>
      {rework.length > 0 && <span>{t('courses.outline.rework', { n: rework.length })} </span>}
      {empty.length > 0 && <span>{t('courses.outline.empty-units', { n: empty.length })} </span>}
      <a href={to('/publish')}>{t('courses.outline.check')}</a>
    </Notice>
  );
}

interface SectionProps extends OutlinePageProps {
  readonly section: DraftSection;
  readonly first: boolean;
  readonly last: boolean;
}

function Section(props: SectionProps) {
  const { t, to, course, section, mayEdit, first, last } = props;
  return (
    <section class="outline-section" id={`sections-${section.id}`} data-part={`sections:${section.id}`}>
      <header>
        <h2 lang={course.lang}>
          <bdi>{section.title}</bdi>
        </h2>
        <Facts items={factsOf(t, section)} />
        {mayEdit && (
          <div class="row deeds-row">
            <a class="btn quiet small" href={to(`/sections/${section.id}`)}>
              {t('courses.outline.settings')}
              <span class="unseen"> {section.title}</span>
            </a>
            <DeedButtons
              t={t}
              kind="sections"
              id={section.id}
              name={section.title}
              first={first}
              last={last}
            />
          </div>
        )}
      </header>
      <ol class="outline-units">
        {section.units.map((unit, at) => (
          <Unit
            key={unit.id}
            {...props}
            unit={unit}
            first={first && at === 0}
            last={last && at === section.units.length - 1}
          />
        ))}
      </ol>
      {mayEdit && (
        <details class="adding-more" id={`add-${section.id}`}>
          <summary>
            {t('courses.outline.add-unit')}
            <span class="unseen"> {section.title}</span>
          </summary>
          <form method="post" action={to('/add')} class="adding">
            <input type="hidden" name="id" value={props.newId()} />
            <input type="hidden" name="section" value={section.id} />
            <TextInput
              id={`new-${section.id}`}
              name="title"
              label={t('courses.outline.new-unit')}
              maxlength={300}
              dir="auto"
              required
            />
            <Button small>
              {t('courses.outline.add-unit')}
              <span class="unseen"> {section.title}</span>
            </Button>
          </form>
        </details>
      )}
    </section>
  );
}

const factsOf = (t: Translator, { units, strand, opensAfter, after }: DraftSection): string[] => [
  t('courses.units', { n: units.length }),
  ...(strand === undefined ? [] : [strand]),
  ...(opensAfter > 0 ? [t('courses.outline.opens-after', { n: opensAfter })] : []),
  ...(after.length > 0 ? [t('courses.outline.after', { n: after.length })] : []),
];

function Unit(
  props: OutlinePageProps & { readonly unit: DraftUnit; readonly first: boolean; readonly last: boolean },
) {
  const { t, to, course, unit, mayEdit, first, last } = props;
  return (
    <li id={`units-${unit.id}`} data-part={`units:${unit.id}`}>
      <div class="outline-unit">
        <a href={to(`/units/${unit.id}`)} lang={course.lang}>
          <bdi>{unit.title}</bdi>
        </a>
        <BlockKinds t={t} unit={unit} />
      </div>
      {mayEdit && <DeedButtons t={t} kind="units" id={unit.id} name={unit.title} first={first} last={last} />}
    </li>
  );
}

/** What stands in the unit: kinds with their numbers, or that there is nothing. */
function BlockKinds({ t, unit }: Pick<OutlinePageProps, 't'> & { readonly unit: DraftUnit }) {
  if (unit.blocks.length === 0) return <p class="soft small">{t('courses.outline.unit-empty')}</p>;
  const counts = new Map<DraftUnit['blocks'][number]['type'], number>();
  for (const { type } of unit.blocks) counts.set(type, (counts.get(type) ?? 0) + 1);
  const kinds = [...counts].map(([type, n]) =>
    n === 1 ? t(`courses.kind.${type}`) : t('courses.kind.times', { kind: t(`courses.kind.${type}`), n }),
  );
  return <p class="soft small">{t.list(kinds)}</p>;
}
