import { lineOf } from '../reading/course-lines.ts';
import type { PartNames } from '../reading/part-names.ts';
import type { CanvasCourse, CanvasItem } from './canvas-course.ts';
import type { Manifest, OutlineItem, Resource } from './manifest.ts';

/** One place of the outline that becomes a unit. */
export interface Leaf {
  readonly unit: string;
  readonly identifier: string;
  /** The package's word for it. */
  readonly type: string;
  /** Empty: its content says how it is called. */
  readonly title: string;
  readonly resource?: Resource;
  /** What it names and the package does not have. */
  readonly missing?: string;
  readonly url?: string;
  readonly published: boolean;
  /** Unit that holds the same resource already. */
  readonly again?: string;
}

export type Planned =
  | {
      readonly kind: 'folder';
      readonly identifier: string;
      readonly title: string;
      readonly entries: readonly Planned[];
    }
  | { readonly kind: 'heading'; readonly identifier: string; readonly title: string }
  | { readonly kind: 'leaf'; readonly leaf: Leaf };

/** Gives every place of the outline its unit, before anything is converted: texts link to units that come later. */
export class OutlinePlan {
  readonly #names: PartNames;
  readonly #byId: ReadonlyMap<string, Resource>;
  readonly #untitled: string;
  readonly placed = new Map<Resource, string>();

  constructor(names: PartNames, byId: ReadonlyMap<string, Resource>, untitled: string) {
    this.#names = names;
    this.#byId = byId;
    this.#untitled = untitled;
  }

  /** Canvas tells its modules beside the standard, drafts and links among them: where it does, they are the outline. */
  entries(manifest: Manifest, canvas: CanvasCourse): Planned[] {
    const modules = canvas.modules.filter(({ items }) => items.length > 0);
    if (modules.length === 0) return topOf(manifest).map((item) => this.#item(item));
    return modules.map(({ identifier, title, items, published }) => ({
      kind: 'folder',
      identifier,
      title: lineOf(title, this.#untitled, 300),
      entries: items.map((item) => this.#canvasItem(item, published)),
    }));
  }

  leafOf(resource: Resource, title = resource.title): Leaf {
    return this.#leaf({ identifier: resource.identifier, title, type: resource.type }, resource);
  }

  #item(item: OutlineItem): Planned {
    const title = lineOf(item.title, '', 300);
    const leaf = item.ref === undefined ? undefined : this.#named(item, item.ref, title);
    if (item.items.length > 0) {
      const entries = item.items.map((each) => this.#item(each));
      const own: Planned[] = leaf === undefined ? [] : [{ kind: 'leaf', leaf }];
      return {
        kind: 'folder',
        identifier: item.identifier,
        title: title || this.#untitled,
        entries: [...own, ...entries],
      };
    }
    if (leaf !== undefined) return { kind: 'leaf', leaf };
    return { kind: 'heading', identifier: item.identifier, title: title || this.#untitled };
  }

  #named(item: OutlineItem, ref: string, title: string): Leaf | undefined {
    const place = { identifier: item.identifier || ref, title, type: 'item' };
    const resource = this.#byId.get(ref);
    // Brightspace gives folders a resource without content
    if (resource !== undefined && isHollow(resource)) {
      this.placed.set(resource, '');
      return undefined;
    }
    return resource === undefined
      ? { ...this.#leaf(place), missing: ref }
      : this.#leaf({ ...place, type: resource.type }, resource);
  }

  #canvasItem(item: CanvasItem, moduleShown: boolean): Planned {
    const title = lineOf(item.title, '', 300);
    if (/SubHeader/.test(item.type))
      return { kind: 'heading', identifier: item.identifier, title: title || this.#untitled };
    const published = item.published && moduleShown;
    const resource = this.#byId.get(item.ref ?? '');
    const place = { identifier: item.identifier, title, type: item.type, published };
    if (resource !== undefined) return { kind: 'leaf', leaf: this.#leaf(place, resource) };
    if (item.url !== undefined) return { kind: 'leaf', leaf: { ...this.#leaf(place), url: item.url } };
    return { kind: 'leaf', leaf: { ...this.#leaf(place), missing: item.ref ?? '' } };
  }

  #leaf(
    place: { identifier: string; title: string; type: string; published?: boolean },
    resource?: Resource,
  ): Leaf {
    const unit = this.#names.next(`unit-${place.identifier}`);
    const again = resource === undefined ? undefined : this.placed.get(resource);
    if (resource !== undefined && again === undefined) this.placed.set(resource, unit);
    return {
      published: true,
      ...place,
      unit,
      ...(resource !== undefined && { resource }),
      ...(again !== undefined && { again }),
    };
  }
}

const isHollow = ({ files, href, inline }: Resource): boolean =>
  files.length === 0 && href === undefined && inline === undefined;

/** The one item that the standard puts above all others is no section, nor is one that only repeats the course's title. */
function topOf({ outline, title }: Manifest): readonly OutlineItem[] {
  const [root] = outline;
  const bare = root?.title.trim() === '' && root.ref === undefined;
  if (outline.length === 1 && root !== undefined && bare) return root.items;
  if (outline.length !== 1 || root === undefined || root.ref !== undefined || root.items.length === 0)
    return outline;
  const plain = root.title.trim() === '' || root.title.trim() === title;
  return plain || root.items.every(({ items }) => items.length > 0) ? root.items : outline;
}
