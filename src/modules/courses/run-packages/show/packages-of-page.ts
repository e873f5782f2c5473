import type { AppContext } from '../../../../platform/http/environment.ts';
import { allowOutside } from '../../../../platform/http/security.ts';
import type { Block } from '../../content/blocks.ts';
import { type PackageAddress, packageAddresses } from '../unpack/packages.queries.ts';

export interface PackagesOfPage {
  readonly addresses: ReadonlyMap<string, PackageAddress>;
  readonly frameUrl: string | undefined;
  readonly baseUrl: string;
  readonly script: string | undefined;
}

/** What a page with these blocks needs to show their packages, and the leave to frame them; a page without asks nothing. */
export async function packagesOfPage(
  c: AppContext,
  courseId: string,
  blocks: readonly Block[],
): Promise<PackagesOfPage> {
  const { db, tools } = c.var;
  const { frameUrl, baseUrl } = tools.config;
  const named = blocks.flatMap(({ content }) => (content.type === 'package' ? [content.package] : []));
  const found = named.length === 0 ? [] : await packageAddresses(db, courseId, [...new Set(named)]);
  if (found.length > 0 && frameUrl !== undefined) allowOutside(c, { frames: [frameUrl], media: [] });
  return {
    addresses: new Map(found.map((each) => [each.fileId, each])),
    frameUrl,
    baseUrl,
    script: tools.assets.islands?.['package-host'],
  };
}
