import type { Archive } from '../../../../platform/archives/archive.ts';
import {
  elementsBelow,
  elementsOf,
  readXml,
  textAt,
  type XmlNode,
  XmlUnreadable,
} from '../../../../platform/xml/xml-tree.ts';

/** One line of a Canvas module. */
export interface CanvasItem {
  readonly identifier: string;
  /** "WikiPage", "Quizzes::Quiz", "ContextModuleSubHeader", "ExternalUrl" */
  readonly type: string;
  readonly title: string;
  readonly ref?: string;
  readonly url?: string;
  readonly published: boolean;
}

export interface CanvasModule {
  readonly identifier: string;
  readonly title: string;
  readonly published: boolean;
  readonly items: readonly CanvasItem[];
}

export interface CanvasRubric {
  readonly criteria: readonly {
    readonly id: string;
    readonly title: string;
    readonly text: string;
    readonly levels: readonly {
      readonly id: string;
      readonly title: string;
      readonly text: string;
      readonly points: number;
    }[];
  }[];
}

/** What Canvas writes beside the standard: real order, drafts, rubrics. */
export interface CanvasCourse {
  readonly modules: readonly CanvasModule[];
  readonly rubrics: ReadonlyMap<string, CanvasRubric>;
  readonly title: string;
  readonly lang: string;
}

export async function readCanvasCourse(archive: Archive): Promise<CanvasCourse> {
  const modules = await rootOf(archive, 'course_settings/module_meta.xml');
  const rubrics = await rootOf(archive, 'course_settings/rubrics.xml');
  const settings = await rootOf(archive, 'course_settings/course_settings.xml');
  return {
    modules: elementsOf(modules, 'module')
      .map(moduleOf)
      .toSorted((a, b) => a.position - b.position),
    rubrics: new Map(
      elementsOf(rubrics, 'rubric').map((each) => [each.attributes['identifier'] ?? '', rubricOf(each)]),
    ),
    title: textAt(settings, 'title'),
    lang: textAt(settings, 'locale'),
  };
}

async function rootOf(archive: Archive, path: string): Promise<XmlNode | undefined> {
  if (!archive.has(path)) return undefined;
  try {
    return readXml(await archive.read(path)).root;
  } catch (error) {
    if (error instanceof XmlUnreadable) return undefined;
    throw error;
  }
}

const isPublished = (node: XmlNode): boolean => textAt(node, 'workflow_state') !== 'unpublished';
/** What has no place of its own comes last. */
const positionOf = (node: XmlNode): number => {
  const told = Number.parseInt(textAt(node, 'position'), 10);
  return Number.isFinite(told) ? told : Number.MAX_SAFE_INTEGER;
};

function moduleOf(node: XmlNode): CanvasModule & { position: number } {
  const items = elementsBelow(node, 'item').toSorted((a, b) => positionOf(a) - positionOf(b));
  return {
    identifier: node.attributes['identifier'] ?? '',
    title: textAt(node, 'title'),
    published: isPublished(node),
    position: positionOf(node),
    items: items.map((item) => {
      const [ref, url] = [textAt(item, 'identifierref'), textAt(item, 'url')];
      return {
        identifier: item.attributes['identifier'] ?? '',
        type: textAt(item, 'content_type'),
        title: textAt(item, 'title'),
        published: isPublished(item),
        ...(ref !== '' && { ref }),
        ...(url !== '' && { url }),
      };
    }),
  };
}

function rubricOf(node: XmlNode): CanvasRubric {
  const criteria = elementsBelow(node, 'criterion').map((criterion) => ({
    id: textAt(criterion, 'criterion_id') || 'criterion',
    title: textAt(criterion, 'description'),
    text: textAt(criterion, 'long_description'),
    levels: elementsBelow(criterion, 'rating').map((rating) => ({
      id: textAt(rating, 'id') || 'level',
      title: textAt(rating, 'description'),
      text: textAt(rating, 'long_description'),
      points: Number.parseFloat(textAt(rating, 'points')) || 0,
    })),
  }));
  return { criteria };
}
