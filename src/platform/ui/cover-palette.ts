/** Colours of a drawn cover, as hex: the renderer of link pictures knows no other notation. */
export interface CoverPalette {
  readonly sky: string;
  readonly far: string;
  readonly middle: string;
  readonly near: string;
  readonly deep: string;
  readonly light: string;
  readonly sun: string;
}

const paper = '#fbf8f3';
const saffron = '#e8a13a';

/** Five tones of one hue (0 to 359), from a pale sky to the nearest ground, and the sun of the house. */
export function coverPalette(hue: number): CoverPalette {
  const tone = (saturation: number, lightness: number) => hexOf(hue, saturation, lightness);
  return {
    sky: tone(0.36, 0.91),
    far: tone(0.32, 0.79),
    middle: tone(0.34, 0.6),
    near: tone(0.44, 0.38),
    deep: tone(0.52, 0.22),
    light: paper,
    sun: saffron,
  };
}

/** HSL to hex; what the eye takes for louder than it is (yellow, green, magenta) is toned down a little. */
function hexOf(hue: number, saturation: number, lightness: number): string {
  const turn = ((hue % 360) + 360) % 360;
  const bright = lightness * (turn > 45 && turn < 165 ? 0.95 : 1);
  const loud = (turn > 75 && turn < 165) || (turn > 255 && turn < 345);
  const reach = saturation * (loud ? 0.72 : 1) * Math.min(bright, 1 - bright);
  const channel = (offset: number) => {
    const place = (offset + turn / 30) % 12;
    const value = bright - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
