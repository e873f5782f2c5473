import { queryString } from '../../../../platform/http/site.ts';
import { Notice } from '../../../../platform/ui/notice.tsx';
import type { ContentOf } from '../../../courses/index.ts';
import type { BlockScene } from './block-scene.ts';

/** What the frame of a package needs. */
export interface PackageScene {
  /** By the packed file that a block names; none while it is being unpacked. */
  readonly addresses: ReadonlyMap<string, { readonly address: string; readonly refused: string | null }>;
  /** Origin of frames; without one packages have no origin at all. */
  readonly frameUrl: string | undefined;
  readonly baseUrl: string;
  /** Script around the frame. */
  readonly script: string | undefined;
}

export interface PackageBlockProps {
  readonly scene: BlockScene;
  readonly content: ContentOf<'package'>;
  readonly id: string;
  readonly title: string;
}

/** A piece that runs its own script, in a frame that can reach nothing of ours. */
export function PackageBlock({ scene, content, id, title }: PackageBlockProps) {
  const { t, packages } = scene;
  const found = packages.addresses.get(content.package);
  if (content.kind === 'cmi5') return <Notice>{t('learning.package.needs-record-store')}</Notice>;
  if (!found) return <Notice>{t('learning.package.preparing')}</Notice>;
  if (found.refused !== null) return <Notice tone="bad">{t('learning.package.refused')}</Notice>;
  const isScorm = content.kind === 'scorm-1.2' || content.kind === 'scorm-2004';
  // its pieces find each other by their origin, which is not there without a host for frames
  if (isScorm && packages.frameUrl === undefined) return <Notice>{t('learning.package.needs-host')}</Notice>;
  return <Frame scene={scene} content={content} id={id} title={title} address={found.address} />;
}

/** Forms and scripts; an origin where it is not ours; questions ("go on where you stopped?") where SCORM asks them. */
function sandboxOf({ kind }: ContentOf<'package'>, frameUrl: string | undefined): string {
  const isScorm = kind.startsWith('scorm');
  return ['allow-scripts', 'allow-forms', frameUrl && 'allow-same-origin', isScorm && 'allow-modals']
    .filter(Boolean)
    .join(' ');
}

function Frame({ scene, content, id, title, address }: PackageBlockProps & { readonly address: string }) {
  const { t, packages, standing, counts, action } = scene;
  const { frameUrl, baseUrl, script } = packages;
  const keeps = standing === 'learner' && counts;
  const query = queryString({ kind: content.kind, entry: content.entry });
  return (
    <>
      <noscript>
        <Notice>{t('learning.package.needs-script')}</Notice>
      </noscript>
      <div
        class="package"
        hidden
        data-package={content.kind}
        data-src={`${frameUrl ?? baseUrl}/package-player/page/${address}${query}`}
        data-origin={frameUrl ?? 'null'}
        data-results={keeps ? action(id, 'package') : undefined}
        data-mastery={content.mastery}
        data-launch={content.launchData}
        data-failed={t('learning.package.unsent')}
      >
        <iframe
          title={title === '' ? t('learning.package.frame-plain') : t('learning.package.frame', { title })}
          sandbox={sandboxOf(content, frameUrl)}
          allow="fullscreen"
          height={content.height}
          loading="lazy"
          referrerpolicy="no-referrer"
        />
        <p class="small soft" role="status" data-said />
      </div>
      {script !== undefined && <script type="module" src={script} />}
    </>
  );
}
