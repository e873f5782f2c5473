import { sayBytes } from './say-bytes.ts';
import type { FilmFile, FilmScene } from './film-scene.ts';
import { audioOf, sizesOf } from './film-sources.ts';

export interface PlayerToolsProps {
  readonly scene: FilmScene;
  readonly file: FilmFile;
}

const speeds = [0.75, 1, 1.25, 1.5, 2];

/** Speed and quality; shown by the island, since only it can do something about them. */
export function PlayerTools({ scene, file }: PlayerToolsProps) {
  const { t } = scene;
  const sizes = sizesOf(file);
  return (
    <div class="film-tools" data-tools hidden>
      <fieldset>
        <legend>{t('courses.player.speed')}</legend>
        {speeds.map((speed) => (
          <button key={speed} type="button" data-speed={speed} aria-pressed={speed === 1}>
            {t.number(speed, { digits: 2 })}×
          </button>
        ))}
      </fieldset>
      {sizes.length > 1 && (
        <label>
          <span>{t('courses.player.quality')}</span>
          <select data-quality>
            {sizes.map(({ size, label, rendition }) => (
              <option key={size} value={scene.addressOf(file, rendition.name)}>
                {label} ({sayBytes(t, rendition.bytes)})
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
  );
}

/** The sound alone: for weak links, or while one's hands are busy. */
export function ListenOnly({ scene, file }: PlayerToolsProps) {
  const audio = audioOf(file);
  if (!audio) return null;
  const { t } = scene;
  return (
    <details class="film-fold">
      <summary>{t('courses.player.listen', { size: sayBytes(t, audio.bytes) })}</summary>
      <audio controls preload="none" src={scene.addressOf(file, audio.name)} />
    </details>
  );
}

/** Every size with its bytes, to take along: free for everyone who may watch. */
export function Downloads({ scene, file }: PlayerToolsProps) {
  const { t } = scene;
  const made = sizesOf(file);
  const audio = audioOf(file);
  const links = [
    ...made.map(({ label, rendition }) => ({ label, rendition })),
    ...(audio ? [{ label: t('courses.player.audio'), rendition: audio }] : []),
  ];
  return (
    <details class="film-fold">
      <summary>{t('courses.player.download')}</summary>
      <ul>
        {links.map(({ label, rendition }) => (
          <li key={rendition.name}>
            <a
              href={scene.addressOf(file, rendition.name)}
              download={downloadName(file.name, rendition.name)}
            >
              {label} ({sayBytes(t, rendition.bytes)})
            </a>
          </li>
        ))}
        {made.length === 0 && (
          <li>
            <a href={scene.addressOf(file)} download={file.name}>
              {file.name} ({sayBytes(t, file.bytes)})
            </a>
          </li>
        )}
      </ul>
    </details>
  );
}

/** "Leçon 1.mov" in 480 lines: "Leçon 1 - 480p.mp4". */
const downloadName = (name: string, rendition: string): string =>
  `${name.replace(/\.\w{1,5}$/, '')} - ${rendition}`;
