import { type Picture, shownPicture } from './shown-picture.ts';

export interface CoverProps {
  readonly picture: Picture;
  /** What it shows; empty where the title beside it says as much. */
  readonly alt: string;
  /** First thing on the page: loaded at once. */
  readonly first?: boolean;
  /** Where the text is narrower than the page. */
  readonly sizes?: string;
}

/** A picture in the box of covers, 16 by 9, cut where it is of another shape. */
export function Cover({
  picture,
  alt,
  first = false,
  sizes = '(min-width: 860px) 44rem, 100vw',
}: CoverProps) {
  const shown = shownPicture(picture);
  return (
    <picture class="news-cover">
      {shown.sources.map(({ type, srcset }) => (
        <source key={type} type={type} srcset={srcset} sizes={sizes} />
      ))}
      <img
        src={shown.src}
        alt={alt}
        width="640"
        height="360"
        loading={first ? 'eager' : 'lazy'}
        decoding="async"
      />
    </picture>
  );
}
