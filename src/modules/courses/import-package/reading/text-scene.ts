import type { FollowLink } from './link-target.ts';
import type { NoteBook } from './note-book.ts';
import type { PackageFiles } from './package-files.ts';

/** What a text of a package needs to become course text. */
export interface TextScene {
  readonly follow: FollowLink;
  readonly files: PackageFiles;
  readonly book: NoteBook;
}
