import { LinkButton } from '../../../../platform/ui/button.tsx';
import { Definitions } from '../../../../platform/ui/definitions.tsx';
import { Notice } from '../../../../platform/ui/notice.tsx';
import type { Query } from '../../../../platform/http/site.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import { sayTime } from '../captions/cue-time.ts';
import { CaptionsPart } from '../caption-film/captions-part.tsx';
import { FilmChip, troubleText } from '../list-films/film-chip.tsx';
import { RetryForm } from '../list-films/film-forms.tsx';
import type { FilmOfBlock } from '../list-films/films.queries.ts';
import { AudioPlayer, FilmPlayer } from '../show-film/film-player.tsx';
import type { FilmScene } from '../show-film/film-scene.ts';
import type { FilmSplit } from '../split-film/split-film.queries.ts';
import { SplitPart } from '../split-film/split-part.tsx';
import { sizesOf } from '../show-film/film-sources.ts';
import { sayBytes } from '../show-film/say-bytes.ts';

export interface FilmPageProps {
  readonly scene: FilmScene;
  readonly courseLang: string;
  readonly found: FilmOfBlock;
  readonly split: FilmSplit | undefined;
  /** Whether films can be made and cut here. */
  readonly canMake: boolean;
  readonly mayEdit: boolean;
  readonly mayCaption: boolean;
  /** What was wrong with what was sent. */
  readonly error: Refusal | undefined;
  /** Address below the course's pages of authoring. */
  readonly to: (end: string, query?: Query) => string;
}

/** One film as its authors see it: as learners will, how far it is, and its captions. */
export function FilmPage(props: FilmPageProps) {
  const { scene, found, mayEdit, to } = props;
  const { block } = found;
  const { t } = scene;
  return (
    <div class="film-page">
      <div>
        <Shown {...props} />
        <Progress {...props} />
        <SplitPart {...props} />
        <p class="row">
          <LinkButton small href={to(`/units/${block.unitId}#blocks-${block.id}`)}>
            {t('courses.films.see-unit')}
          </LinkButton>
          {mayEdit && (
            <LinkButton small href={`${to('/films', { block: block.id })}#upload`}>
              {t(found.file ? 'courses.films.replace' : 'courses.films.upload-own')}
            </LinkButton>
          )}
        </p>
      </div>
      <CaptionsPart {...props} />
    </div>
  );
}

function Shown({ scene, found: { block } }: FilmPageProps) {
  const { content, id, title } = block;
  return content.type === 'video' ? (
    <FilmPlayer scene={scene} blockId={id} title={title} film={content} />
  ) : (
    <AudioPlayer scene={scene} blockId={id} title={title} audio={content} />
  );
}

function Progress({ scene, found: { file, film }, mayEdit, to }: FilmPageProps) {
  const { t } = scene;
  if (!file) return null;
  const sizes = sizesOf(file).map(({ label, rendition }) => `${label} (${sayBytes(t, rendition.bytes)})`);
  return (
    <section class="film-facts">
      <p>
        <FilmChip t={t} film={film} />
      </p>
      {film?.state === 'failed' && (
        <Notice tone="bad" title={troubleText(t, film.trouble)}>
          {mayEdit && <RetryForm t={t} action={to(`/films/retry/${file.id}`)} />}
        </Notice>
      )}
      <Definitions
        items={[
          { term: t('courses.films.fact.file'), value: <bdi>{file.name}</bdi> },
          { term: t('courses.films.fact.size'), value: sayBytes(t, file.bytes) },
          ...(film?.facts
            ? [{ term: t('courses.films.fact.length'), value: sayTime(film.facts.duration * 1000) }]
            : []),
          ...(film?.facts?.picture
            ? [
                {
                  term: t('courses.films.fact.picture'),
                  value: <bdi dir="ltr">{`${film.facts.picture.width} × ${film.facts.picture.height}`}</bdi>,
                },
              ]
            : []),
          ...(sizes.length > 0 ? [{ term: t('courses.films.fact.sizes'), value: t.list(sizes) }] : []),
        ]}
      />
    </section>
  );
}
