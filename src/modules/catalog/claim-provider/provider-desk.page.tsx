import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { ownNames } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { DeskCourse } from './provider-desk.queries.ts';
import type { DeskPage as DeskView } from './provider-desk.ts';

export interface DeskPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly desk: DeskView;
  readonly form: FormState;
}

/** What a provider has here: figures, courses to look after, its own page. */
export function DeskPage(props: DeskPageProps) {
  const { t, site, desk } = props;
  const at = `/providers/${encodeURIComponent(desk.slug)}`;
  return (
    <>
      <Pagehead
        title={t('catalog.desk.title', { name: desk.name })}
        lead={t('catalog.desk.lead')}
        actions={
          <LinkButton kind="quiet" href={urlFor(site, t.lang, at)}>
            {t('catalog.desk.see')}
          </LinkButton>
        }
      />
      <Definitions
        spread
        items={[
          { term: t('catalog.desk.courses'), value: t.number(desk.courseCount) },
          { term: t('catalog.desk.ratings'), value: t.number(desk.ratings) },
          { term: t('catalog.desk.followers'), value: t.number(desk.followers) },
        ]}
      />
      <section class="section">
        <Courses {...props} at={at} />
      </section>
      <section class="section">
        <h2>{t('catalog.desk.page')}</h2>
        <PageForm {...props} at={at} />
      </section>
      <section class="section">
        <h2>{t('catalog.desk.colleagues')}</h2>
        <p>
          <bdi>{t.list(desk.colleagues.map(({ name }) => name))}</bdi>
        </p>
        <form method="post" action={`${at}/leave`}>
          <Button>{t('catalog.desk.leave')}</Button>
        </form>
      </section>
    </>
  );
}

type PartProps = DeskPageProps & { readonly at: string };

function Courses({ t, site, desk, at }: PartProps) {
  return (
    <>
      <DataTable
        t={t}
        caption={t('catalog.desk.courses')}
        empty={t('catalog.desk.no-courses')}
        columns={[
          { label: t('catalog.links.course') },
          { label: t('catalog.desk.rating'), numeric: true },
          { label: t('catalog.desk.ratings'), numeric: true },
          { label: t('catalog.desk.followers'), numeric: true },
          { label: t('catalog.desk.do') },
        ]}
        rows={desk.courses.map((course) => [
          <CourseName t={t} site={site} course={course} />,
          course.rating === null ? '–' : t.number(Math.round(course.rating * 100) / 100),
          t.number(course.ratings),
          t.number(course.followers),
          <span class="row">
            <a href={urlFor(site, t.lang, `${at}/desk/courses/${course.id}`)}>{t('catalog.desk.correct')}</a>
            <a href={urlFor(site, t.lang, `/courses/${encodeURIComponent(course.slug)}/reviews`)}>
              {t('catalog.desk.reviews')}
            </a>
          </span>,
        ])}
      />
      <Pagination
        t={t}
        page={desk.page}
        pages={desk.pages}
        hrefOf={(to) => urlFor(site, t.lang, `${at}/desk`, { page: to > 1 ? to : undefined })}
      />
    </>
  );
}

function CourseName({
  t,
  site,
  course,
}: Pick<DeskPageProps, 't' | 'site'> & { readonly course: DeskCourse }) {
  return (
    <>
      <a
        href={urlFor(site, t.lang, `/courses/${encodeURIComponent(course.slug)}`)}
        lang={course.language ?? undefined}
      >
        <bdi>{course.title}</bdi>
      </a>{' '}
      {course.state === 'archived' && <Chip tone="past">{t('catalog.desk.archived')}</Chip>}
      {course.linkState === 'dead' && <Chip tone="bad">{t('catalog.desk.dead-link')}</Chip>}
    </>
  );
}

function PageForm({ t, desk, form, at }: PartProps) {
  const text = form.values['text'] ?? desk.description[t.lang] ?? '';
  const error = (field: string) => form.errors[field] && t(form.errors[field] as MessageKey);
  return (
    <form method="post" action={`${at}/desk`} class="stack">
      <input type="hidden" name="lang" value={t.lang} />
      <TextInput
        id="url"
        name="url"
        type="url"
        label={t('catalog.browse.website')}
        value={form.values['url'] ?? desk.url ?? ''}
        error={error('url')}
      />
      <TextInput
        id="text"
        name="text"
        rows={5}
        label={t('catalog.desk.text', { language: ownNames[t.lang] })}
        hint={t('catalog.desk.text-hint')}
        value={text}
        error={error('text')}
      />
      <div class="form-end">
        <Button kind="first">{t('catalog.desk.save')}</Button>
      </div>
    </form>
  );
}
