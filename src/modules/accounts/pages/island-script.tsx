import type { Assets } from '../../../platform/ui/document-head.tsx';

/** The script of one island, for the pages that need it. */
export function IslandScript({ assets, name }: { readonly assets: Assets; readonly name: string }) {
  const address = assets.islands?.[name];
  return address === undefined ? null : <script type="module" src={address} />;
}
