import {
  elementAt,
  elementsBelow,
  elementsOf,
  textAt,
  textIn,
} from '../../../../../platform/xml/xml-tree.ts';
import { escaped } from '../plain-html.ts';
import type { AskedField, ResponseReader } from './response.ts';

/** A passage to comment on, in words and by a tag. */
export const readAnnotation: ResponseReader = (response, scene) =>
  elementsBelow(response, 'annotationinput').flatMap((input): AskedField[] => {
    const options = elementsOf(elementAt(input, 'options'), 'option');
    const choices = options.map((option, at) => ({
      id: `choice-${at + 1}`,
      text: scene.text(escaped(textIn(option))),
      right: option.attributes['choice'] === 'correct',
      ...(/part/i.test(option.attributes['choice'] ?? '') && { credit: 0.5 }),
    }));
    const said = (...names: string[]): string =>
      scene.text(
        names
          .map((name) => textAt(input, name))
          .filter((words) => words !== '')
          .map((words) => `<p>${escaped(words)}</p>`)
          .join(''),
      );
    const quoted = textAt(input, 'text');
    const passage = quoted === '' ? '' : scene.text(`<blockquote>${escaped(quoted)}</blockquote>`);
    const comment: AskedField = {
      field: { type: 'essay' },
      prompt: `${said('title')}${passage}${said('comment', 'comment_prompt')}`,
      unmarked: true,
    };
    if (choices.length === 0) return [comment];
    return [comment, { field: { type: 'single', choices }, prompt: said('tag_prompt') }];
  });
