import { urlFor } from '../../../platform/http/site.ts';
import type { FormState } from '../../../platform/http/form.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { CourseInList, type CourseRow } from '../../catalog/index.ts';
import { errorOf, FormErrors } from '../make-list/details-fields.tsx';
import type { ListScene } from '../read-lists/list-scene.ts';
import type { ListSummary } from '../read-lists/lists.queries.ts';
import { mostKept } from './kept-in-browser.ts';

export interface KeepPageProps {
  readonly scene: ListScene;
  readonly course: CourseRow;
  readonly form: FormState;
  /** Lists of a signed-in person; undefined for visitors. */
  readonly lists: readonly ListSummary[] | undefined;
  /** A visitor keeps it in this browser already. */
  readonly isKept: boolean;
  /** Of a list that this form may make. */
  readonly newId: string;
}

/** Where to keep a course. */
export function KeepPage(props: KeepPageProps) {
  const { scene, course, lists } = props;
  const { t, site, now } = scene;
  return (
    <>
      <Pagehead title={t('lists.keep.title')} />
      <div class="list">
        <CourseInList t={t} site={site} course={course} now={now} />
      </div>
      {lists === undefined ? <KeepHere {...props} /> : <KeepInList {...props} lists={lists} />}
    </>
  );
}

/** Without an account: in this browser. */
function KeepHere({ scene: { t, site }, course, isKept }: KeepPageProps) {
  const add = `/lists/add?course=${encodeURIComponent(course.slug)}`;
  return (
    <div class="section stack">
      {isKept ? (
        <Notice tone="good">{t('lists.keep.here-already')}</Notice>
      ) : (
        <form method="post" action={urlFor(site, t.lang, '/lists/add')} class="stack">
          <input type="hidden" name="course" value={course.id} />
          <p>{t('lists.keep.here.text', { n: mostKept })}</p>
          <div class="row">
            <Button kind="first">{t('lists.keep.here')}</Button>
          </div>
        </form>
      )}
      <p>
        <a href={urlFor(site, t.lang, '/sign-in', { back: add })}>{t('lists.keep.sign-in')}</a>
      </p>
      <p>
        <a href={urlFor(site, t.lang, '/lists/mine')}>{t('lists.kept.see')}</a>
      </p>
    </div>
  );
}

function KeepInList({
  scene: { t, site },
  course,
  lists,
  form,
  newId,
}: KeepPageProps & { readonly lists: readonly ListSummary[] }) {
  const { values } = form;
  return (
    <form method="post" action={urlFor(site, t.lang, '/lists/add')} class="section stack">
      <FormErrors t={t} form={form} />
      <input type="hidden" name="course" value={course.id} />
      <input type="hidden" name="id" value={values['id'] ?? newId} />
      {lists.length > 0 && (
        <Select
          id="list"
          name="list"
          label={t('lists.keep.where')}
          value={values['list'] ?? lists[0]?.id}
          options={[
            ...lists.map((list) => ({ value: list.id, label: list.title })),
            { value: 'new', label: t('lists.keep.new-list') },
          ]}
        />
      )}
      <TextInput
        t={t}
        id="title"
        name="title"
        label={t('lists.keep.new-title')}
        hint={lists.length > 0 ? t('lists.keep.new-title.hint') : undefined}
        value={values['title'] ?? (lists.length > 0 ? undefined : t('lists.keep.first-title'))}
        error={errorOf(t, form, 'title')}
        maxlength={120}
        dir="auto"
        optional={lists.length > 0}
      />
      <TextInput
        t={t}
        id="note"
        name="note"
        label={t('lists.note')}
        hint={t('lists.note.hint')}
        value={values['note']}
        error={errorOf(t, form, 'note')}
        rows={2}
        maxlength={500}
        dir="auto"
        optional
      />
      <div class="row form-end">
        <Button kind="first">{t('lists.keep.do')}</Button>
        <LinkButton kind="quiet" href={urlFor(site, t.lang, `/courses/${encodeURIComponent(course.slug)}`)}>
          {t('lists.back.course')}
        </LinkButton>
      </div>
    </form>
  );
}
