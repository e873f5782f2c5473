import qrcode from 'qrcode-generator';

/** Modules of light around the code: fewer, and cameras do not find it. */
const quiet = 4;

export interface QrPath {
  /** Width and height of the view box, the light around it included. */
  readonly side: number;
  /** The dark modules as one path; light is what stands behind it. */
  readonly path: string;
}

/** A QR code that bears a seventh of it damaged. */
export function qrPath(text: string): QrPath {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < count; column += 1)
      if (code.isDark(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
  return { side: count + 2 * quiet, path };
}
