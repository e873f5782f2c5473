import type { ShownFile } from '../../../platform/course-text/render-course-text.ts';
import type { Point } from '../mark-answer/shapes.ts';

export interface PlaceOnPicture {
  readonly id: string;
  readonly shape?: 'rectangle' | 'ellipse' | 'polygon' | undefined;
  readonly at?: readonly number[] | undefined;
}

export interface MarkedPictureProps {
  readonly file: ShownFile;
  readonly alt: string;
  readonly places?: readonly PlaceOnPicture[];
  /** Whether the places carry the numbers under which menus name them. */
  readonly numbered?: boolean | undefined;
  /** Where somebody clicked. */
  readonly point?: Point | undefined;
  /** Pixels; the picture's own where it is left out. */
  readonly width?: number;
  readonly height?: number;
}

/** A picture with places drawn upon it; what is drawn follows the picture's size. */
export function MarkedPicture({
  file,
  alt,
  places = [],
  numbered,
  point,
  width,
  height,
}: MarkedPictureProps) {
  return (
    <div class="question-picture">
      <img
        src={file.href}
        alt={alt}
        width={width ?? file.width}
        height={height ?? file.height}
        loading="lazy"
        decoding="async"
      />
      <Drawn places={places} numbered={numbered} point={point} />
    </div>
  );
}

/** The layer above a picture, in percent of its box. */
export function Drawn({
  places = [],
  numbered,
  point,
}: Pick<MarkedPictureProps, 'places' | 'numbered' | 'point'>) {
  return (
    <svg class="question-drawn" width="100%" height="100%" aria-hidden="true">
      <svg viewBox="0 0 100 100" preserveAspectRatio="none">
        {places.map((place) => (
          <Outline key={place.id} {...place} />
        ))}
      </svg>
      {numbered &&
        places.map((place, at) => {
          const { x, y } = middleOf(place);
          return place.at === undefined ? null : (
            <g key={place.id}>
              <circle cx={`${x}%`} cy={`${y}%`} r="13" />
              <text x={`${x}%`} y={`${y}%`}>
                {at + 1}
              </text>
            </g>
          );
        })}
      {point && <circle class="question-point" cx={`${point.x}%`} cy={`${point.y}%`} r="9" />}
    </svg>
  );
}

function Outline({ id, shape, at }: PlaceOnPicture) {
  if (at === undefined) return null;
  const [x = 0, y = 0, width = 0, height = 0] = at;
  const place = { 'data-place': id };
  if (shape === 'polygon') return <polygon {...place} points={at.join(' ')} />;
  if (shape === 'ellipse')
    return <ellipse {...place} cx={x + width / 2} cy={y + height / 2} rx={width / 2} ry={height / 2} />;
  return <rect {...place} x={x} y={y} width={width} height={height} />;
}

function middleOf({ shape, at = [] }: PlaceOnPicture): Point {
  const [x = 0, y = 0, width = 0, height = 0] = at;
  if (shape !== 'polygon') return { x: x + width / 2, y: y + height / 2 };
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return {
    x: mean(at.filter((_, place) => place % 2 === 0)),
    y: mean(at.filter((_, place) => place % 2 === 1)),
  };
}
