import type { Translator } from '../../../../platform/i18n/translator.ts';
import type { MessageKey } from '../../../../platform/i18n/messages.ts';
import { Button, LinkButton } from '../../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../../platform/ui/error-summary.tsx';
import { Field } from '../../../../platform/ui/field.tsx';
import { Select } from '../../../../platform/ui/select.tsx';
import type { CaptionTrack } from '../../content/media.ts';
import { readCaptions } from '../captions/read-captions.ts';
import type { FilmPageProps } from '../look-at-film/film.page.tsx';
import { captionLanguages } from './languages.ts';

/** The captions of a film: in which languages they are, and ways to have more. */
export function CaptionsPart(props: FilmPageProps) {
  const { scene, found, mayCaption } = props;
  const { t } = scene;
  const { tracks } = found.block.content;
  return (
    <section class="captions-part" id="captions">
      <h2>{t('courses.captions.title')}</h2>
      {tracks.length === 0 ? (
        <p class="soft">{t('courses.captions.empty')}</p>
      ) : (
        <ul class="captions-list">
          {tracks.map((track, at) => (
            <TrackLine key={`${track.lang}/${track.kind}`} page={props} track={track} at={at} />
          ))}
        </ul>
      )}
      {mayCaption && <AddCaptions {...props} />}
    </section>
  );
}

const kinds = ['captions', 'subtitles', 'chapters', 'descriptions'] as const;

/** "French", "French, chapters". */
export function trackTitle(t: Translator, { lang, kind }: Pick<CaptionTrack, 'lang' | 'kind'>): string {
  const language = t.languageName(lang);
  return kind === 'captions'
    ? language
    : t('courses.captions.of-kind', { language, kind: t(`courses.captions.kind.${kind}`) });
}

interface TrackLineProps {
  readonly page: FilmPageProps;
  readonly track: CaptionTrack;
  readonly at: number;
}

function TrackLine({ page: { scene, found, mayCaption, to }, track, at }: TrackLineProps) {
  const { t } = scene;
  const { id } = found.block;
  const title = trackTitle(t, track);
  const lines = readCaptions(track.vtt).cues.length;
  const kind = track.kind === 'captions' ? undefined : track.kind;
  return (
    <li>
      <div>
        <b>{title}</b> <span class="soft">{t('courses.captions.lines', { n: lines })}</span>
      </div>
      <div class="row">
        {mayCaption && (
          <LinkButton small href={to(`/films/${id}/captions/${track.lang}`, { kind })}>
            {t('courses.captions.edit')}
            <span class="unseen"> {title}</span>
          </LinkButton>
        )}
        <a href={scene.trackAddress(id, at, 'vtt')} download={`${track.lang}.vtt`} hreflang={track.lang}>
          VTT<span class="unseen"> {title}</span>
        </a>
        <a href={scene.trackAddress(id, at, 'srt')} download={`${track.lang}.srt`} hreflang={track.lang}>
          SRT<span class="unseen"> {title}</span>
        </a>
        {mayCaption && (
          <form method="post" action={to(`/films/${id}/captions/${track.lang}/remove`)}>
            <input type="hidden" name="kind" value={track.kind} />
            <Button small kind="quiet">
              {t('courses.captions.remove')}
              <span class="unseen"> {title}</span>
            </Button>
          </form>
        )}
      </div>
    </li>
  );
}

/** A file in one language, or an empty beginning. */
function AddCaptions({ scene: { t }, found, courseLang, to, error }: FilmPageProps) {
  const message = error && t(error.messageKey as MessageKey, error.values);
  const options = captionLanguages
    .map((lang) => ({ value: lang, label: t.languageName(lang) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, t.lang));
  const chosen = captionLanguages.find((lang) => lang === courseLang) ?? t.lang;
  return (
    <form
      method="post"
      action={to(`/films/${found.block.id}/captions`)}
      enctype="multipart/form-data"
      class="captions-add"
    >
      <h3>{t('courses.captions.add')}</h3>
      {message !== undefined && <ErrorSummary t={t} errors={[{ id: 'file', message }]} />}
      <div class="row">
        <Select
          id="lang"
          name="lang"
          label={t('courses.captions.language')}
          options={options}
          value={chosen}
        />
        <Select
          id="kind"
          name="kind"
          label={t('courses.captions.kind')}
          options={kinds.map((kind) => ({ value: kind, label: t(`courses.captions.kind.${kind}`) }))}
        />
      </div>
      <Field
        id="file"
        label={t('courses.captions.file')}
        hint={t('courses.captions.file.hint')}
        error={message}
      >
        <input
          id="file"
          name="file"
          class="input"
          type="file"
          accept=".vtt,.srt,.sjson,.txt,text/vtt"
          aria-describedby={message === undefined ? 'file-hint' : 'file-hint file-error'}
        />
      </Field>
      <div class="row">
        <Button name="do" value="import">
          {t('courses.captions.import')}
        </Button>
        <Button kind="quiet" name="do" value="begin">
          {t('courses.captions.begin')}
        </Button>
      </div>
    </form>
  );
}
