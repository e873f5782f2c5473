import type { KeptState } from './messages.ts';

interface XapiEvent {
  getVerb(): string;
  getScore(): number | null;
  getMaxScore(): number | null;
  readonly data: {
    readonly statement: {
      readonly result?: { readonly completion?: boolean };
      readonly context?: { readonly contextActivities?: { readonly parent?: readonly unknown[] } };
    };
  };
}

declare global {
  interface Window {
    H5PStandalone?: { readonly H5P: new (place: HTMLElement, options: object) => Promise<unknown> };
    H5P?: { readonly externalDispatcher: { on(name: 'xAPI', heard: (event: XapiEvent) => void): void } };
  }
}

/** Plays an H5P in this document: a frame inside a frame without an origin could not be reached. */
export async function playH5p(address: string, changed: (told: KeptState) => void): Promise<void> {
  const place = document.createElement('div');
  document.body.append(place);
  const made = window.H5PStandalone;
  if (!made) return;
  await new made.H5P(place, {
    h5pJsonPath: `/packages/${address}`,
    frameJs: '/package-player/h5p/frame.bundle.js',
    frameCss: '/package-player/h5p/styles/h5p.css',
    embedType: 'div',
    frame: false,
    copyright: false,
  });
  window.H5P?.externalDispatcher.on('xAPI', (event) => {
    const told = toldBy(event);
    if (told) changed(told);
  });
}

/** Of the whole, not of a part of it. */
function toldBy(event: XapiEvent): KeptState | undefined {
  const { context, result } = event.data.statement;
  if ((context?.contextActivities?.parent?.length ?? 0) > 0) return undefined;
  const [score, of] = [event.getScore(), event.getMaxScore()];
  const isDone = event.getVerb() === 'completed' || result?.completion === true;
  if (!isDone) return undefined;
  return { completion: 'completed', ...(score !== null && of !== null && of > 0 && { score: score / of }) };
}
