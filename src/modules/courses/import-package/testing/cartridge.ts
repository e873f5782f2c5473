import type { Archive } from '../../../../platform/archives/archive.ts';
import { archiveOf } from './archive-of.ts';

/** A cartridge as a test writes it: items of the outline, resources, and the files. */
export function cartridge(
  parts: { items?: string; resources: string; title?: string; version?: string; head?: string },
  files: Readonly<Record<string, string | Buffer>> = {},
): Archive {
  const { items = '', resources, title = 'Soils', version = '1.1.0', head = '' } = parts;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>${head}
<manifest identifier="m" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1" xmlns:lomimscc="http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest">
<metadata><schema>IMS Common Cartridge</schema><schemaversion>${version}</schemaversion>
<lomimscc:lom><lomimscc:general><lomimscc:title><lomimscc:string language="en-GB">${title}</lomimscc:string></lomimscc:title></lomimscc:general></lomimscc:lom></metadata>
<organizations><organization identifier="o" structure="rooted-hierarchy"><item identifier="root">${items}</item></organization></organizations>
<resources>${resources}</resources></manifest>`;
  return archiveOf({ 'imsmanifest.xml': manifest, ...files });
}

export const item = (id: string, title: string, inside = '', ref = ''): string =>
  `<item identifier="${id}"${ref === '' ? '' : ` identifierref="${ref}"`}><title>${title}</title>${inside}</item>`;

export const resource = (id: string, type: string, href: string, inside = ''): string =>
  `<resource identifier="${id}" type="${type}" href="${href}"><file href="${href}"/>${inside}</resource>`;

/** A test of QTI 1.2 with these items. */
export const test12 = (items: string, title = 'Check'): string =>
  `<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="a" title="${title}"><section ident="root">${items}</section></assessment></questestinterop>`;
