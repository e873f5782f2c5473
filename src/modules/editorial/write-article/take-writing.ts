import type { AppContext } from '../../../platform/http/environment.ts';
import { BadMultipart, readUpload } from '../../../platform/http/multipart.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { textLimits } from '../article/article-content.ts';
import { pictureBytes, storePicture } from '../article-pictures/store-picture.ts';
import { type WriteForm, writeForm } from './write-form.ts';

/** A form of the writing page as it came: valid, or with what is wrong beside each field. */
export interface TakenWriting {
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly form: WriteForm | undefined;
  /** Bytes of a picture that was sent along. */
  readonly picture: Buffer | undefined;
}

/** Reads the form; a picture may come with the words, so that a form without script loses neither. */
export async function takeWriting(c: AppContext): Promise<TakenWriting> {
  try {
    const { fields, file } = await readUpload(c.req.raw, {
      fileField: 'picture',
      store: ({ body }) => pictureBytes(body as AsyncIterable<Buffer>),
    });
    return checked(fields, file);
  } catch (error) {
    if (error instanceof BadMultipart)
      throw new Refusal(400, 'editorial.bad-form', 'editorial.refusal.bad-form');
    throw error;
  }
}

function checked(fields: Readonly<Record<string, string>>, picture: Buffer | undefined): TakenWriting {
  const parsed = writeForm.safeParse(fields);
  const errors: Record<string, string> = {};
  for (const issue of parsed.error?.issues ?? []) errors[String(issue.path[0])] ??= issue.message;
  if (picture && picture.length > 0 && (fields['pictureAlt'] ?? '').trim() === '')
    errors['pictureAlt'] = 'editorial.picture.no-alt';
  return { fields, errors, form: parsed.data, picture: picture && picture.length > 0 ? picture : undefined };
}

/** What a picture that was sent along adds to the text. */
export interface AddedPicture {
  readonly body: string;
  readonly coverAlt: string;
  readonly cover?: string;
}

/** Keeps the picture: as the cover, or at the end of the text, where its line can be moved from. */
export async function addPicture(c: AppContext, taken: TakenWriting, form: WriteForm): Promise<AddedPicture> {
  const { body, coverAlt } = form;
  if (!taken.picture) return { body, coverAlt };
  const { db, actor, tools } = c.var;
  const { id } = await storePicture(db, actor, { storage: tools.storage, bytes: taken.picture });
  const alt = (taken.fields['pictureAlt'] ?? '').replace(/\s+/g, ' ').trim().slice(0, textLimits.alt);
  if (taken.fields['place'] === 'cover') return { body, coverAlt: alt, cover: id };
  const words = alt.replace(/[[\]\\]/g, '\\$&');
  return { body: `${body.trimEnd()}\n\n![${words}](picture:${id})\n`, coverAlt };
}
