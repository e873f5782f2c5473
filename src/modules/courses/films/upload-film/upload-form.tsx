import { Button } from '../../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../../platform/ui/error-summary.tsx';
import { Field } from '../../../../platform/ui/field.tsx';
import type { MessageKey } from '../../../../platform/i18n/messages.ts';
import { mostFileBytes } from '../../course-files/kept-file.ts';
import { uploadWords } from './upload-words.ts';
import type { BegunUpload, FilmsPageProps } from '../list-films/films.page.tsx';
import { sayBytes } from '../show-film/say-bytes.ts';

/**
 * Sends a film: as one plain form, or piece by piece where the island takes it over; pieces survive a lost network and a
 * reload of the page.
 */
export function UploadForm({ scene, to, uploads, forBlock, error }: FilmsPageProps) {
  const { t, assets } = scene;
  const script = assets.islands?.['film-upload'];
  const most = sayBytes(t, mostFileBytes);
  const message = error && t(error.messageKey as MessageKey, error.values);
  return (
    <section class="film-upload" id="upload">
      {message !== undefined && <ErrorSummary t={t} errors={[{ id: 'film', message }]} />}
      <form
        method="post"
        action={to('/uploads/form')}
        enctype="multipart/form-data"
        {...uploadWords(t, to('/uploads'))}
      >
        {forBlock !== undefined && <input type="hidden" name="block" value={forBlock} />}
        <Field
          id="film"
          label={t('courses.films.upload.file')}
          hint={t('courses.films.upload.hint', { size: most })}
          error={message}
        >
          <input
            id="film"
            name="film"
            class="input"
            type="file"
            accept="video/*,audio/*,.mkv,.avi,.mov,.flv,.wmv"
            required
            aria-describedby={message === undefined ? 'film-hint' : 'film-hint film-error'}
          />
        </Field>
        <div class="row">
          <Button kind="first">{t('courses.films.upload')}</Button>
          <button class="btn" type="button" data-pause hidden>
            {t('courses.films.upload.pause')}
          </button>
        </div>
        <div class="film-upload-progress progress" data-progress hidden>
          <progress max={100} value={0} aria-label={t('courses.films.upload')} />
          <p data-said role="status" />
        </div>
      </form>
      <Begun t={t} uploads={uploads} to={to} />
      {script !== undefined && <script type="module" src={script} />}
    </section>
  );
}

/** Uploads that were interrupted: they go on when the same file is chosen again. */
function Begun({
  t,
  uploads,
  to,
}: Pick<FilmsPageProps, 'to' | 'uploads'> & { t: FilmsPageProps['scene']['t'] }) {
  if (uploads.length === 0) return null;
  return (
    <div class="film-begun" data-needs-script>
      <p>{t('courses.films.upload.begun')}</p>
      <ul>
        {uploads.map((upload) => (
          <li key={upload.id} class="row">
            <span>
              <bdi>{upload.name}</bdi>{' '}
              <span class="soft">
                {t('courses.films.upload.arrived', {
                  percent: t.percent(arrivedPercent(upload)),
                  size: sayBytes(t, upload.bytes),
                })}
              </span>
            </span>
            <form method="post" action={to(`/uploads/${upload.id}/stop`)}>
              <Button small kind="quiet">
                {t('courses.films.upload.stop')}
                <span class="unseen"> {upload.name}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </div>
  );
}

const arrivedPercent = ({ arrived, bytes }: BegunUpload): number =>
  Math.floor((100 * arrived) / Math.max(1, bytes));
