import type { ShownPicture } from '../../../platform/rich-text/render-markdown.ts';
import type { PictureFile } from '../tables.ts';

/** A picture as the database knows it. */
export interface Picture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly files: readonly PictureFile[];
}

/** The one file that every picture has, for programs that know no newer format. */
export const plainFile = 'picture.jpeg';

export const pictureAddress = (id: string, file = plainFile): string => `/pictures/news/${id}/${file}`;

const formats = ['avif', 'webp'] as const;

/** What a page needs to show it in its box. */
export function shownPicture({ id, width, height, files }: Picture): ShownPicture {
  const sources = formats.map((format) => ({
    type: `image/${format}`,
    srcset: files
      .filter(({ name }) => name.endsWith(`.${format}`))
      .map((file) => `${pictureAddress(id, file.name)} ${file.width}w`)
      .join(', '),
  }));
  return { src: pictureAddress(id), width, height, sources };
}
