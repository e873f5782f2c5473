import { Button } from '../../../../platform/ui/button.tsx';
import { Notice } from '../../../../platform/ui/notice.tsx';
import { Pagination } from '../../../../platform/ui/pagination.tsx';
import { TextInput } from '../../../../platform/ui/text-input.tsx';
import type { Query } from '../../../../platform/http/site.ts';
import type { FilmOfBlock } from '../list-films/films.queries.ts';
import { AudioPlayer, FilmPlayer } from '../show-film/film-player.tsx';
import type { FilmScene } from '../show-film/film-scene.ts';
import { EditorLines } from './editor-lines.tsx';
import type { FaultyLine, TypedLine } from './edit-lines.ts';
import type { ShownLines } from './lines-to-show.ts';
import type { TrackName } from './track-of.ts';

export interface EditorPageProps {
  readonly scene: FilmScene;
  readonly found: FilmOfBlock;
  readonly name: TrackName;
  /** Its place among the tracks; undefined while nothing is written. */
  readonly track: number | undefined;
  readonly stamp: string;
  readonly shown: ShownLines;
  readonly q: string;
  /** What was sent and not written. */
  readonly refused:
    | {
        readonly lines: readonly TypedLine[];
        readonly faults: readonly FaultyLine[];
        readonly isStale: boolean;
      }
    | undefined;
  /** Address below the film. */
  readonly to: (end: string, query?: Query) => string;
}

/** Captions beside their film: what is said, when it begins and ends. */
export function EditorPage(props: EditorPageProps) {
  const { scene } = props;
  const { t } = scene;
  const script = scene.assets.islands?.['caption-editor'];
  return (
    <div class="caption-editor">
      <div class="caption-film">
        <Film {...props} />
        <Keys {...props} />
      </div>
      <div>
        <Search {...props} />
        <div data-region="captions">
          {props.refused?.isStale && <Stale {...props} />}
          <EditorLines {...props} />
          <Pages {...props} />
        </div>
        <p
          class="small soft"
          data-autosaved={t('courses.captions.autosaved')}
          data-not-saved={t('courses.captions.not-saved')}
          role="status"
        />
      </div>
      {script !== undefined && <script type="module" src={script} />}
    </div>
  );
}

function Film({ scene, found: { block } }: EditorPageProps) {
  const { content, id, title } = block;
  // the lines stand beside it: no transcript, and no tracks of the browser's over the picture
  return content.type === 'video' ? (
    <FilmPlayer scene={scene} blockId={id} title={title} film={{ ...content, tracks: [], download: false }} />
  ) : (
    <AudioPlayer scene={scene} blockId={id} title={title} audio={{ ...content, tracks: [] }} />
  );
}

function Keys({ scene: { t } }: EditorPageProps) {
  const keys = ['play', 'start', 'end', 'next', 'split'] as const;
  const pressed = {
    play: 'Alt + P',
    start: 'Alt + S',
    end: 'Alt + E',
    next: 'Alt + ↓, Alt + ↑',
    split: 'Alt + Enter',
  };
  return (
    <details class="film-fold" data-tools hidden>
      <summary>{t('courses.captions.keys')}</summary>
      <dl class="caption-keys">
        {keys.map((key) => (
          <div key={key}>
            <dt>
              <kbd dir="ltr">{pressed[key]}</kbd>
            </dt>
            <dd>{t(`courses.captions.keys.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const kindOf = ({ kind }: TrackName): string | undefined => (kind === 'captions' ? undefined : kind);

function Search({ scene: { t }, name, shown, q, to }: EditorPageProps) {
  if (shown.total === 0) return null;
  return (
    <form
      method="get"
      action={to(`/captions/${name.lang}`)}
      class="row caption-search"
      data-live="captions"
      role="search"
    >
      {kindOf(name) && <input type="hidden" name="kind" value={name.kind} />}
      <TextInput
        id="q"
        name="q"
        type="search"
        label={t('courses.captions.search')}
        value={q}
        maxlength={200}
        autocomplete="off"
      />
      <Button small>{t('ui.search')}</Button>
    </form>
  );
}

function Pages({ scene: { t }, name, shown, q, to }: EditorPageProps) {
  if (shown.pages < 2) return null;
  return (
    <Pagination
      t={t}
      page={shown.page}
      pages={shown.pages}
      swap="captions"
      hrefOf={(page) =>
        to(`/captions/${name.lang}`, {
          kind: kindOf(name),
          q: q || undefined,
          page: page > 1 ? page : undefined,
        })
      }
    />
  );
}

/** Somebody else wrote meanwhile: theirs stand in the form, one's own stay readable. */
function Stale({ scene: { t }, refused }: EditorPageProps) {
  return (
    <Notice tone="bad" title={t('courses.captions.error.changed')}>
      <p>{t('courses.captions.error.changed.text')}</p>
      <textarea class="input" rows={8} readOnly aria-label={t('courses.captions.own')} dir="auto">
        {refused?.lines.map(({ start, end, text }) => `${start} --> ${end}\n${text}`).join('\n\n')}
      </textarea>
    </Notice>
  );
}
