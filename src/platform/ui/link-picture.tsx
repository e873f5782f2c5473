import { renderToString } from 'preact-render-to-string';
import { CoverDrawing, type CourseCoverProps } from './course-cover.tsx';
import { coverPalette } from './cover-palette.ts';
import { coverSize } from './cover-scenes.tsx';
import { wrapText } from './text-width.ts';

export interface LinkPictureProps extends CourseCoverProps {
  readonly title: string;
  /** Provider, date: one short line each, at most two. */
  readonly lines?: readonly string[] | undefined;
  /** Direction of the title. */
  readonly dir?: 'ltr' | 'rtl' | undefined;
}

/** Size that networks ask of a picture beside a link, in pixels. */
export const linkPictureSize = { width: 1200, height: 630 } as const;

const { width, height } = linkPictureSize;
const picture = 430;
const pad = 72;

/** SVG source of the picture that goes with a link to a course; to be made into a bitmap by the caller. */
export function linkPicture(props: LinkPictureProps): string {
  return renderToString(<LinkPicture {...props} />);
}

/** The largest letters in which the title keeps clear of what stands below it. */
function fitTitle(title: string, room: number): { size: number; rows: string[] } {
  for (const size of [70, 60, 50]) {
    const rows = wrapText(title, size, room, 9);
    if (rows.length * size <= 225) return { size, rows };
  }
  return { size: 42, rows: wrapText(title, 42, room, 6) };
}

function LinkPicture({ seed, hue, title, lines = [], dir = 'ltr' }: LinkPictureProps) {
  const room = width - picture - 2 * pad;
  const { size, rows } = fitTitle(title, room);
  const rtl = dir === 'rtl';
  const edge = rtl ? width - pad : pad;
  const top = 84 + size;
  return (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <rect width={width} height={height} fill="#fbf8f3" />
      <svg
        x={rtl ? 0 : width - picture}
        width={picture}
        height={height}
        viewBox={`0 0 ${coverSize.width} ${coverSize.height}`}
        preserveAspectRatio="xMidYMid slice"
      >
        <CoverDrawing seed={seed} hue={hue} />
      </svg>
      <g
        direction={dir}
        text-anchor="start"
        font-family="Bricolage Grotesque, Inter, Noto Sans, sans-serif"
        fill="#1b2a33"
      >
        {rows.map((row, place) => (
          <text key={place} x={edge} y={top + place * size * 1.18} font-size={size} font-weight="700">
            {row}
          </text>
        ))}
        {lines.slice(0, 2).map((line, place) => (
          <text
            key={place}
            x={edge}
            y={top + rows.length * size * 1.18 + 14 + place * 42}
            font-size="30"
            fill="#52616b"
          >
            {line}
          </text>
        ))}
      </g>
      <Brand x={rtl ? width - pad - 240 : pad} colour={coverPalette(192).near} />
    </svg>
  );
}

function Brand({ x, colour }: { readonly x: number; readonly colour: string }) {
  return (
    <g transform={`translate(${x} ${height - 96})`} fill="none" stroke-linecap="round">
      <g transform="scale(1.6)">
        <path d="M2 21C6 7 28 7 32 21" stroke={colour} stroke-width="3.4" />
        <path d="M2 21h30" stroke="#1b2a33" stroke-width="2" />
        <circle cx="17" cy="10.6" r="3" fill="#e8a13a" />
      </g>
      <text
        x="70"
        y="35"
        font-family="Bricolage Grotesque, Inter, Noto Sans, sans-serif"
        font-size="32"
        font-weight="700"
        fill="#1b2a33"
      >
        Passerelle
      </text>
    </g>
  );
}
