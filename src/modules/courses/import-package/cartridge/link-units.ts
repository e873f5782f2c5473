import { elementAt } from '../../../../platform/xml/xml-tree.ts';
import type { Cartridge } from './cartridge-scene.ts';
import type { Leaf, Planned } from './outline-plan.ts';

/** Fills the map by which texts find units: identifiers, paths of pages, names of modules, assignments behind a quiz. */
export async function linkUnits(
  cartridge: Cartridge,
  outline: readonly Planned[],
  beside: readonly Leaf[],
): Promise<void> {
  const unitOf = cartridge.links.unitOf as Map<string, string>;
  const name = (key: string, unit: string): void =>
    void (key !== '' && !unitOf.has(key) && unitOf.set(key, unit));
  for (const leaf of [...leavesOf(outline), ...beside]) {
    if (leaf.again !== undefined) continue;
    for (const [key, unit] of await namesOf(cartridge, leaf)) name(key, unit);
  }
  for (const entry of outline) {
    const [first] = entry.kind === 'folder' ? leavesOf(entry.entries) : [];
    if (entry.kind === 'folder' && first !== undefined) name(entry.identifier, first.again ?? first.unit);
  }
  const pathOf = cartridge.links.pathOf as Map<string, string>;
  for (const [id, resource] of cartridge.resourceById) {
    const path = cartridge.files.find(resource.href ?? '');
    if (path !== undefined) pathOf.set(id, path);
  }
}

export const leavesOf = (entries: readonly Planned[]): readonly Leaf[] =>
  entries.flatMap((entry) =>
    entry.kind === 'leaf' ? [entry.leaf] : entry.kind === 'folder' ? leavesOf(entry.entries) : [],
  );

async function namesOf(
  { kinds, files, resourceById, settingsAt }: Cartridge,
  leaf: Leaf,
): Promise<[string, string][]> {
  const { resource, unit, identifier } = leaf;
  if (resource === undefined) return [[identifier, unit]];
  const kind = kinds.get(resource);
  // a link to a file is a link to the file, wherever else it stands in the outline
  if (kind === 'file' || kind === 'question-bank') return [[identifier, unit]];
  const names = [identifier, resource.identifier, files.find(resource.href ?? '') ?? ''];
  const metas = resource.dependencies.flatMap((id) => resourceById.get(id)?.files ?? []);
  for (const path of metas.filter((each) => each.endsWith('.xml'))) {
    const found = files.find(path);
    const meta = found === undefined ? undefined : await settingsAt(found);
    names.push(elementAt(meta, 'assignment')?.attributes['identifier'] ?? '');
  }
  return names.map((each) => [each, unit]);
}
