import type { Translator } from '../../../../platform/i18n/translator.ts';
import { Button } from '../../../../platform/ui/button.tsx';
import { Select } from '../../../../platform/ui/select.tsx';
import type { FilmsPageProps } from './films.page.tsx';

/** A film that failed is tried once more. */
export function RetryForm({ t, action }: { readonly t: Translator; readonly action: string }) {
  return (
    <form method="post" action={action}>
      <Button small>{t('courses.films.retry')}</Button>
    </form>
  );
}

export interface PlaceFormProps {
  readonly page: FilmsPageProps;
  readonly fileId: string;
  readonly name: string;
}

/** A film that stands in no block yet gets one at the end of a unit. */
export function PlaceForm({ page: { scene, to, units }, fileId, name }: PlaceFormProps) {
  const { t } = scene;
  if (units.length === 0) return <p class="small soft">{t('courses.films.place.no-units')}</p>;
  return (
    <form method="post" action={to(`/place/${fileId}`)} class="film-place row">
      <Select
        id={`unit-${fileId}`}
        name="unit"
        label={t('courses.films.place.unit')}
        options={units.map((unit) => ({ value: unit.id, label: unit.title }))}
      />
      <Button small>
        {t('courses.films.place')}
        <span class="unseen"> {name}</span>
      </Button>
    </form>
  );
}
