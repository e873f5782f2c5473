import type { AppContext } from '../../../platform/http/environment.ts';
import { doInForm } from './form-deeds.ts';
import type { FormErrors } from './form-errors.ts';
import type { ContentField, Filled } from './form-field.ts';
import { postedForm, type TakeFile, type UploadedFile } from './post-form.ts';
import { type PostedForm, readFilled } from './read-filled.ts';

/** A form of some content as it was sent. */
export interface TakenForm {
  /** After what the pressed button did to its rows. */
  readonly filled: Filled;
  /** Whether the button that saves was pressed, not one that adds or moves rows. */
  readonly isSaved: boolean;
  /** What is wrong with what came beside the content: a picture without words. */
  readonly errors: FormErrors;
  readonly hasErrors: boolean;
  /** A field beside the content. */
  text(name: string): string;
}

export interface FormToTake {
  readonly fields: readonly ContentField[];
  readonly newId: () => string;
  readonly takeFile: TakeFile;
}

/** Reads a posted form: its files are kept, its pictures stand in their texts, its rows are as the button wanted them. */
export async function takeForm(c: AppContext, { fields, newId, takeFile }: FormToTake): Promise<TakenForm> {
  const { form, files } = await postedForm(c, takeFile);
  const { posted, errors } = withFiles(form, files);
  const deed = posted.get('do')?.[0] ?? 'save';
  const filled = doInForm(fields, readFilled(fields, posted), { deed, newId });
  return {
    filled,
    isSaved: deed === 'save',
    errors,
    hasErrors: Object.keys(errors).length > 0,
    text: (name) => posted.get(name)?.[0] ?? '',
  };
}

interface WithFiles {
  readonly posted: PostedForm;
  readonly errors: FormErrors;
}

/** What was uploaded takes its place: the id in a field for a file, a line of Markdown at the end of a text. */
function withFiles(form: PostedForm, files: ReadonlyMap<string, UploadedFile>): WithFiles {
  const posted = new Map(form);
  const errors: Record<string, 'courses.form.alt.missing'> = {};
  for (const name of form.keys())
    if (name.endsWith(':without')) posted.delete(name.slice(0, -':without'.length));
  for (const [path, file] of files) {
    if (!form.has(`${path}:alt`)) posted.set(path, [file.id]);
    else {
      const alt = (form.get(`${path}:alt`)?.[0] ?? '').replace(/\s+/g, ' ').trim();
      const isDecorative = form.get(`${path}:decorative`)?.[0] === 'yes';
      const isPicture = file.type.startsWith('image/');
      if (isPicture && alt === '' && !isDecorative) errors[`${path}:alt`] = 'courses.form.alt.missing';
      else posted.set(path, [withLine(posted, path, lineOf(file, { alt, isPicture }))]);
    }
  }
  return { posted, errors };
}

const withLine = (posted: PostedForm, path: string, line: string): string => {
  const text = posted.get(path)?.[0] ?? '';
  return posted.get(`${path}:format`)?.[0] === 'html' ? text + line : `${text.trimEnd()}\n\n${line}\n`;
};

/** Markdown may hold HTML: one line serves both. */
function lineOf(
  file: UploadedFile,
  { alt, isPicture }: { readonly alt: string; readonly isPicture: boolean },
): string {
  const words = (alt || (isPicture ? '' : file.name))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');
  return isPicture
    ? `<p><img src="file:${file.id}" alt="${words}"${alt === '' ? ' class="decorative"' : ''} /></p>`
    : `<p><a href="file:${file.id}">${words}</a></p>`;
}
