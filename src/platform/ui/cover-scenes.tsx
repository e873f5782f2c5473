import type { ComponentChildren } from 'preact';
import { tenth } from './chart-scale.ts';
import type { CoverPalette } from './cover-palette.ts';

/** Every scene is drawn on this plane; a number from `random` is in [0, 1). */
export const coverSize = { width: 400, height: 225 } as const;

export type Scene = (palette: CoverPalette, random: () => number) => ComponentChildren;

const { width, height } = coverSize;
const between = (random: () => number, low: number, high: number) => tenth(low + random() * (high - low));

const Sun = ({ x, y, r, fill }: { x: number; y: number; r: number; fill: string }) => (
  <circle cx={x} cy={y} r={r} fill={fill} />
);

const Ground = ({ y, fill }: { y: number; fill: string }) => (
  <path d={`M0 ${y}H${width}V${height}H0Z`} fill={fill} />
);

/** A soft line of hills from edge to edge, closed at the bottom. */
function hill(random: () => number, base: number, swing: number): string {
  const count = 3 + Math.floor(random() * 2);
  const step = width / count;
  let path = `M0 ${height}V${tenth(base + between(random, -swing, swing) / 2)}`;
  for (let at = 0; at < count; at += 1) {
    const x = step * (at + 1);
    const y = tenth(base + between(random, -swing, swing));
    path += `S${tenth(x - step * 0.45)} ${y} ${tenth(x)} ${tenth(base + between(random, -swing, swing) / 3)}`;
  }
  return `${path}V${height}Z`;
}

const hills: Scene = (palette, random) => (
  <>
    <Sun
      x={between(random, 90, 320)}
      y={between(random, 48, 80)}
      r={between(random, 20, 30)}
      fill={palette.sun}
    />
    <path d={hill(random, 112, 30)} fill={palette.far} />
    <path d={hill(random, 146, 24)} fill={palette.middle} />
    <path d={hill(random, 178, 18)} fill={palette.near} />
    <path d={hill(random, 207, 9)} fill={palette.deep} />
  </>
);

/** A bridge of unequal arches over water that mirrors them. */
const bridge: Scene = (palette, random) => {
  const water = between(random, 138, 152);
  const spans = 2 + Math.floor(random() * 3);
  const weights = Array.from({ length: spans }, () => 0.7 + random());
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let x = 24;
  const arches = weights.map((weight) => {
    const span = (weight / total) * (width - 48);
    const from = x;
    x += span;
    return {
      from: tenth(from),
      to: tenth(x),
      middle: tenth(from + span / 2),
      rise: tenth(Math.min(92, span * 0.6)),
    };
  });
  const arc = (sign: 1 | -1, share: number) =>
    arches
      .map(({ from, to, rise }) => {
        const y = tenth(water - sign * rise * 1.3 * share);
        return `M${from} ${water}C${tenth(from + (to - from) * 0.22)} ${y} ${tenth(to - (to - from) * 0.22)} ${y} ${to} ${water}`;
      })
      .join('');
  const top = arches[Math.floor(random() * arches.length)];
  return (
    <>
      <Sun
        x={top?.middle ?? 200}
        y={tenth(water - (top?.rise ?? 60) - 14)}
        r={between(random, 13, 19)}
        fill={palette.sun}
      />
      <path d={hill(random, water - 18, 14)} fill={palette.far} />
      <Ground y={water} fill={palette.middle} />
      <path d={arc(-1, 0.62)} fill="none" stroke={palette.far} stroke-width="3" stroke-opacity="0.55" />
      <path d={arc(1, 1)} fill="none" stroke={palette.deep} stroke-width="5.5" stroke-linecap="round" />
      <path d={`M0 ${water}H${width}`} stroke={palette.deep} stroke-width="4" />
    </>
  );
};

/** Half circles that rise from the horizon. */
const dawn: Scene = (palette, random) => {
  const ground = between(random, 168, 184);
  const x = between(random, 130, 270);
  const rings = [palette.far, palette.sky, palette.middle, palette.far, palette.near];
  const outer = between(random, 138, 158);
  return (
    <>
      {rings.map((fill, place) => (
        <circle key={place} cx={x} cy={ground} r={tenth(outer * (1 - place * 0.17))} fill={fill} />
      ))}
      <Sun x={x} y={ground} r={tenth(outer * 0.2)} fill={palette.sun} />
      <Ground y={ground} fill={palette.deep} />
      <path
        d={`M0 ${tenth(ground + 18)}H${width}M0 ${tenth(ground + 34)}H${width}`}
        stroke={palette.near}
        stroke-width="2"
      />
    </>
  );
};

/** Terraces that go up, an arc over them to where they lead. */
const steps: Scene = (palette, random) => {
  const count = 5 + Math.floor(random() * 3);
  const wide = width / count;
  const rise = between(random, 15, 19);
  const tops = Array.from({ length: count }, (_, place) => tenth(196 - place * rise));
  const first = tops[0] ?? 196;
  const last = tops.at(-1) ?? 100;
  const from = tenth(wide / 2);
  const to = tenth(width - wide / 2);
  return (
    <>
      <path d={hill(random, 120, 26)} fill={palette.far} />
      {tops.map((top, place) => (
        <path
          key={place}
          d={`M${tenth(place * wide)} ${height}V${top}H${tenth((place + 1) * wide + 0.4)}V${height}Z`}
          fill={place === count - 1 ? palette.deep : palette.near}
          fill-opacity={tenth(0.35 + (place / count) * 0.65)}
        />
      ))}
      <path
        d={`M${from} ${tenth(first - 6)}C${tenth(width * 0.3)} ${tenth(last - 40)} ${tenth(width * 0.7)} ${tenth(last - 60)} ${to} ${tenth(last - 8)}`}
        fill="none"
        stroke={palette.deep}
        stroke-width="4"
        stroke-linecap="round"
        stroke-dasharray="0.1 10"
      />
      <Sun x={to} y={tenth(last - 24)} r={15} fill={palette.sun} />
    </>
  );
};

/** Rows of scales, from the pale far to the dark near. */
const waves: Scene = (palette, random) => {
  const size = between(random, 34, 46);
  const rows = [palette.far, palette.middle, palette.near, palette.deep];
  const from = between(random, 92, 108);
  return (
    <>
      <Sun
        x={between(random, 80, 320)}
        y={between(random, 64, 84)}
        r={between(random, 24, 34)}
        fill={palette.sun}
      />
      {rows.map((fill, row) => (
        <g key={row} fill={fill} stroke={palette.light} stroke-width="2.5" stroke-opacity="0.8">
          {Array.from({ length: Math.ceil(width / size) + 2 }, (_, place) => {
            const x = tenth(place * size - (row % 2 === 0 ? 0 : size / 2));
            const y = tenth(from + row * size * 0.72 + size / 2);
            return <path key={place} d={scale(x, y, size / 2)} />;
          })}
        </g>
      ))}
    </>
  );
};

/** One scale: three half circles in each other, standing on a block that hides the row behind. */
function scale(x: number, y: number, r: number): string {
  const half = (radius: number) =>
    `M${tenth(x - radius)} ${y}a${tenth(radius)} ${tenth(radius)} 0 0 1 ${tenth(2 * radius)} 0`;
  return `${half(r)}v${tenth(r * 2)}h${tenth(-2 * r)}Z${half(r * 0.62)}${half(r * 0.26)}`;
}

/** A road that winds to the horizon. */
const road: Scene = (palette, random) => {
  const horizon = between(random, 100, 116);
  const goal = between(random, 120, 280);
  const bend = random() < 0.5 ? -1 : 1;
  const start = tenth(goal + bend * between(random, 40, 90));
  const sway = tenth(goal - bend * between(random, 60, 110));
  const left = `M${tenth(start - 62)} ${height}C${tenth(sway - 40)} ${tenth(horizon + 62)} ${tenth(goal + bend * 46)} ${tenth(horizon + 34)} ${tenth(goal - 2)} ${horizon}`;
  const right = `H${tenth(goal + 2)}C${tenth(goal + bend * 58 + 8)} ${tenth(horizon + 36)} ${tenth(sway + 34)} ${tenth(horizon + 66)} ${tenth(start + 62)} ${height}Z`;
  return (
    <>
      <Sun x={goal} y={tenth(horizon - 6)} r={between(random, 26, 36)} fill={palette.sun} />
      <path d={hill(random, horizon - 2, 16)} fill={palette.far} />
      <Ground y={horizon + 4} fill={palette.middle} />
      <path d={hill(random, horizon + 40, 12)} fill={palette.near} fill-opacity="0.45" />
      <path d={left + right} fill={palette.light} />
      <path d={hill(random, 210, 7)} fill={palette.deep} fill-opacity="0.9" />
    </>
  );
};

export const scenes: readonly Scene[] = [bridge, hills, dawn, steps, waves, road];
