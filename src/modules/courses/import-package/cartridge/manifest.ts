import {
  elementAt,
  elementsBelow,
  elementsOf,
  textAt,
  textIn,
  type XmlNode,
} from '../../../../platform/xml/xml-tree.ts';
import { pathFrom } from '../reading/package-files.ts';

/** A `resource` of imsmanifest.xml; paths are relative to the manifest. */
export interface Resource {
  readonly identifier: string;
  /** "webcontent", "imsqti_xmlv1p2/imscc_xmlv1p1/assessment" */
  readonly type: string;
  readonly href?: string;
  /** All its files, the one of `href` among them. */
  readonly files: readonly string[];
  readonly dependencies: readonly string[];
  readonly intendedUse: string;
  /** Written for teachers alone. */
  readonly forTeachers: boolean;
  /** Another form of this resource, for platforms that cannot read that one. */
  readonly variantOf?: string;
  /** The content itself, where a thin cartridge has no file for it. */
  readonly inline?: XmlNode;
  readonly title: string;
  /** What it is said to test or teach, by its metadata. */
  readonly competencies: readonly { readonly id: string; readonly title: string }[];
}

export interface OutlineItem {
  readonly identifier: string;
  readonly title: string;
  readonly ref?: string;
  readonly items: readonly OutlineItem[];
}

export interface Manifest {
  readonly schema: string;
  readonly version: string;
  readonly title: string;
  readonly lang: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly rights: string;
  readonly outline: readonly OutlineItem[];
  readonly resources: readonly Resource[];
}

/** Reads a content package's manifest: cartridges, question packages and plain content packages share it. */
export function readManifest(root: XmlNode): Manifest {
  const metadata = elementAt(root, 'metadata');
  const general = elementsBelow(metadata, 'general')[0];
  const base = root.attributes['base'] ?? '';
  const all = elementsBelow(root, 'resources').flatMap((each) =>
    elementsOf(each, 'resource').map((resource) =>
      readResource(resource, base + (each.attributes['base'] ?? '')),
    ),
  );
  const organisations = elementsBelow(root, 'organization');
  return {
    schema: textAt(metadata, 'schema'),
    version: textAt(metadata, 'schemaversion'),
    title: words(elementAt(general, 'title')) || textAt(organisations[0], 'title'),
    lang: langOf(general),
    description: words(elementAt(general, 'description')),
    keywords: elementsOf(general, 'keyword')
      .map(words)
      .filter((each) => each !== ''),
    rights: words(elementAt(elementsBelow(metadata, 'rights')[0], 'description')),
    outline: organisations.flatMap((each) => elementsOf(each, 'item').map(readItem)),
    resources: all,
  };
}

/** Metadata writes a text as `string` (LOM) or `langstring` (older); the first language is taken. */
const words = (node: XmlNode | undefined): string => {
  const [said] = elementsBelow(node, 'string', 'langstring');
  return textIn(said ?? node).trim();
};

function langOf(general: XmlNode | undefined): string {
  const said =
    textAt(general, 'language') ||
    (elementsBelow(general, 'string', 'langstring')[0]?.attributes['language'] ?? '');
  return /^[a-z]{2,3}([-_][\w-]+)?$/i.test(said) ? said.replaceAll('_', '-') : '';
}

function readItem(node: XmlNode): OutlineItem {
  const ref = node.attributes['identifierref']?.trim();
  return {
    identifier: node.attributes['identifier'] ?? '',
    title: textAt(node, 'title'),
    ...(ref !== undefined && ref !== '' && { ref }),
    items: elementsOf(node, 'item').map(readItem),
  };
}

const inlineNames =
  /^(webLink|topic|cartridge_basiclti_link|assignment|questestinterop|assessmentItem|assessmentTest)$/;

function readResource(node: XmlNode, base: string): Resource {
  const { identifier = '', type = '', href, base: own = '', intendeduse = '' } = node.attributes;
  const within = (address: string): string =>
    /^https?:/i.test(address)
      ? address
      : (pathFrom(`${base}${own}`, address.replace(/[?#].*$/s, '')) ?? address);
  const files = elementsOf(node, 'file').map((file) => within(file.attributes['href'] ?? ''));
  const roles = elementsBelow(node, 'intendedEndUserRole').map((role) => textAt(role, 'value'));
  const variant = elementsBelow(node, 'variant')[0]?.attributes['identifierref'];
  const inline = elementsOf(node).find(({ name }) => inlineNames.test(name));
  return {
    identifier,
    type: type.trim(),
    ...(href !== undefined && { href: within(href) }),
    files: [...new Set([...(href === undefined ? [] : [within(href)]), ...files])].filter(
      (file) => file !== '',
    ),
    dependencies: elementsOf(node, 'dependency').map((each) => each.attributes['identifierref'] ?? ''),
    intendedUse: intendeduse,
    forTeachers:
      roles.length > 0 && roles.every((role) => /^(instructor|mentor|teacher|author|manager)$/i.test(role)),
    ...(variant !== undefined && { variantOf: variant }),
    ...(inline !== undefined && { inline }),
    title: words(elementAt(elementsBelow(node, 'general')[0], 'title')),
    competencies: competenciesIn(elementAt(node, 'metadata')),
  };
}

/** The last step of each path of a classification by competency. */
function competenciesIn(metadata: XmlNode | undefined): Resource['competencies'] {
  const classified = elementsBelow(metadata, 'classification').filter((each) =>
    /^competency$/i.test(textAt(each, 'purpose', 'value')),
  );
  return classified
    .flatMap((each) => elementsBelow(each, 'taxonPath'))
    .flatMap((path) => {
      const taxon = elementsBelow(path, 'taxon').at(-1);
      const title = words(elementAt(taxon, 'entry')).slice(0, 500);
      return title === '' ? [] : [{ id: textAt(taxon, 'id') || title, title }];
    });
}
