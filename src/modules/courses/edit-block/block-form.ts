import { type Block, block, type BlockType, type ContentOf } from '../content/blocks.ts';
import { contentFrom } from '../write-forms/content-from-form.ts';
import { isObject } from '../write-forms/fill-form.ts';
import { type FormErrors, formErrors } from '../write-forms/form-errors.ts';
import type { ContentField, Filled } from '../write-forms/form-field.ts';

type Shape = Readonly<Record<string, unknown>>;

/** A block in the shape of its form: texts of a list become rows. */
export function blockShape({ title, optional, content }: Omit<Block, 'id'>): Shape {
  const shaped =
    content.type === 'case' ? { ...content, tasks: content.tasks.map((text) => ({ text })) } : content;
  return { title, optional, content: shaped };
}

/** What a new block's form begins with. */
export function emptyShape(type: BlockType): Shape {
  const begun: Partial<Record<BlockType, Shape>> = {
    video: { download: true },
    embed: { height: 480 },
    assignment: { takes: 'both', assessedBy: 'teacher', points: 1 },
    poll: { showResults: true },
    questions: { questions: [], rules: { passAt: 0.5, showAnswers: 'answered' } },
  };
  return { title: '', optional: false, content: { type, ...begun[type] } };
}

export type CheckedBlock =
  { readonly ok: true; readonly block: Block } | { readonly ok: false; readonly errors: FormErrors };

/** The block that a form makes of what was there, by the rules of the content. */
export function blockFromForm(
  fields: readonly ContentField[],
  filled: Filled,
  kept: { readonly id: string; readonly shape: Shape },
): CheckedBlock {
  const { title, optional, content } = contentFrom(fields, filled, kept.shape);
  const made = {
    id: kept.id,
    title: title ?? '',
    optional,
    content: unshaped(isObject(content) ? content : {}),
  };
  const parsed = block.safeParse(made);
  if (!parsed.success) return { ok: false, errors: formErrors(parsed.error) };
  const missing = emptyTexts(parsed.data);
  return missing === undefined
    ? { ok: true, block: parsed.data }
    : { ok: false, errors: { [missing]: 'courses.form.missing' } };
}

function unshaped(content: Shape): Shape {
  switch (content['type']) {
    case 'case':
      return { ...content, tasks: textsOf(content['tasks']) };
    case 'video':
      return withSite(content);
    case 'assignment':
      return withPeers(content);
    case 'source': {
      const { replacement, ...rest } = content;
      return typeof replacement === 'string' && replacement !== ''
        ? { type: 'text', text: replacement }
        : rest;
    }
    default:
      return content;
  }
}

/** Texts of rows that are one text each; empty rows are nobody's. */
export const textsOf = (rows: unknown): string[] =>
  (Array.isArray(rows) ? rows : []).flatMap((row: unknown) => {
    const text = isObject(row) ? row['text'] : undefined;
    return typeof text === 'string' && text !== '' ? [text] : [];
  });

function withSite({ link, ...content }: Shape): Shape {
  const url = isObject(link) && typeof link['url'] === 'string' ? link['url'] : '';
  return url === '' ? content : { ...content, link: { url, site: siteOf(url) } };
}

/** Which player shows a film's page. */
function siteOf(url: string): NonNullable<ContentOf<'video'>['link']>['site'] {
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^(www|m)\./, '') : '';
  if (/^(youtube\.com|youtu\.be|youtube-nocookie\.com)$/.test(host)) return 'youtube';
  if (/^(player\.)?vimeo\.com$/.test(host)) return 'vimeo';
  return /\/(w|videos\/(watch|embed))\//.test(url) ? 'peertube' : 'other';
}

function withPeers({ peers, ...content }: Shape): Shape {
  if (content['assessedBy'] !== 'peers') return content;
  return { ...content, peers: { owes: 3, gets: 3, ...(isObject(peers) ? peers : {}) } };
}

/** Texts may be empty in the format; a block that an author writes by hand has something to say. */
function emptyTexts({ content }: Block): string | undefined {
  switch (content.type) {
    case 'text':
    case 'detour':
      return content.text === '' ? 'content.text' : undefined;
    case 'case':
      return content.situation === '' ? 'content.situation' : undefined;
    case 'discussion':
      return content.topic === '' ? 'content.topic' : undefined;
    case 'poll':
      return content.question === '' ? 'content.question' : undefined;
    case 'assignment':
      return content.task === '' ? 'content.task' : undefined;
    case 'video':
      return content.link === undefined && content.file === undefined ? 'content.link.url' : undefined;
    default:
      return undefined;
  }
}
