import sharp from 'sharp';

/** A drawn cover: a bridge of three arches over water, in the colours given; PNG. */
export function sampleCover([bridge, sun, sky]: readonly [string, string, string]): Promise<Buffer> {
  const arches = [0, 1, 2]
    .map(
      (at) =>
        `<path d="M${at * 320} 420 a160 150 0 0 1 320 0" fill="none" stroke="${bridge}" stroke-width="26"/>`,
    )
    .join('');
  const waves = [460, 490, 520]
    .map(
      (y, at) => `<path d="M0 ${y} h960" stroke="${bridge}" stroke-width="6" opacity="${0.5 - at * 0.14}"/>`,
    )
    .join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540">
    <rect width="960" height="540" fill="${sky}"/><circle cx="690" cy="230" r="96" fill="${sun}"/>
    <rect y="252" width="960" height="22" fill="${bridge}"/>${arches}${waves}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
