import type { AppContext } from '../../../platform/http/environment.ts';
import { allowOutside } from '../../../platform/http/security.ts';
import type { BlockContent } from '../content/blocks.ts';
import { outsideOrigins } from '../films/show-film/linked-address.ts';

/** Lets a page load what of its blocks stands on other sites, once somebody asks for it: films and frames. */
export function allowBlocks(c: AppContext, contents: readonly BlockContent[]): void {
  allowOutside(c, outsideOrigins(contents));
  allowOutside(c, { frames: contents.flatMap(embedOrigin), media: [] });
}

const embedOrigin = (content: BlockContent): string[] =>
  content.type === 'embed' ? [URL.parse(content.url)?.origin ?? ''] : [];
