import { z } from 'zod';
import { courseTextOfMarkdown } from '../../../../platform/course-text/course-text-of-markdown.ts';
import { elementsOf, textIn, type XmlNode, xmlInside } from '../../../../platform/xml/xml-tree.ts';
import type { Note } from '../package-reader.ts';
import { partIdOf } from '../reading/part-names.ts';
import { distinct, readText } from './course-html.ts';
import { assetNameOf } from './course-files.ts';
import { jsonIn } from './json-attribute.ts';
import {
  type ConvertedLeaf,
  type DraftBlock,
  keptAsSource,
  type LeafReader,
  type LeafScene,
  outcomeOf,
} from './leaf.ts';
import { escaped } from './plain-html.ts';

const converted = (content: DraftBlock['content'], notes: readonly Note[] = []): ConvertedLeaf => ({
  blocks: [{ content }],
  outcome: outcomeOf(notes),
  notes: distinct(notes),
});

export const readDiscussion: LeafReader = ({ attributes }) => {
  const topic = attributes['discussion_target'] || attributes['display_name'] || '';
  const category = attributes['discussion_category'] ?? '';
  const words = [category, topic].filter((each) => each !== '' && each !== 'null');
  return converted({
    type: 'discussion',
    topic: words.length > 0 ? `<p>${escaped(words.at(-1) ?? '')}</p>` : '',
  });
};

export const readDone: LeafReader = () => converted({ type: 'done' });

/** A label, alone or with a picture of its own. */
const optionLabel = z.union([
  z.string(),
  z.object({ label: z.string().default(''), img: z.string().nullish(), img_alt: z.string().nullish() }),
]);
const options = z.array(z.tuple([z.coerce.string(), optionLabel]));
type OptionLabel = z.infer<typeof optionLabel>;

const wordsOf = (label: OptionLabel, at: number): string => {
  const words = typeof label === 'string' ? label : label.label || label.img_alt || '';
  return words.trim().slice(0, 500) || String(at + 1);
};

function pictureOf(label: OptionLabel, { files }: LeafScene, notes: Note[]): { file?: string } {
  const address = typeof label === 'string' ? undefined : label.img;
  if (!address) return {};
  const name = assetNameOf(address);
  const file = name === undefined ? undefined : files.use(name);
  if (file === undefined) notes.push({ code: 'file-missing', values: { name: name ?? address } });
  return file === undefined ? {} : { file };
}

const marked = (markdown: string | undefined, scene: LeafScene, notes: Note[]): string => {
  const read = readText(courseTextOfMarkdown(markdown ?? ''), scene);
  notes.push(...read.notes);
  return read.text;
};

export const readPoll: LeafReader = (node, scene) => {
  const answers = jsonIn(node.attributes['answers'], options) ?? [];
  if (answers.length === 0) return keptAsSource(node, { code: 'no-answers' });
  const notes: Note[] = [];
  const thanks = marked(node.attributes['feedback'], scene, notes);
  return converted(
    {
      type: 'poll',
      question: marked(node.attributes['question'] ?? node.attributes['display_name'], scene, notes),
      options: answers.map(([key, label], at) => ({
        id: partIdOf(`option-${at + 1}-${key}`),
        text: wordsOf(label, at),
        ...pictureOf(label, scene, notes),
      })),
      showResults: node.attributes['private_results'] !== 'true',
      ...(thanks !== '' && { thanks }),
    },
    notes,
  );
};

export const readSurvey: LeafReader = (node, scene) => {
  const answers = jsonIn(node.attributes['answers'], options) ?? [];
  const questions = jsonIn(node.attributes['questions'], options) ?? [];
  if (answers.length < 2 || questions.length === 0) return keptAsSource(node, { code: 'no-answers' });
  const notes: Note[] = [];
  const thanks = marked(node.attributes['feedback'], scene, notes);
  if (questions.some(([, label]) => typeof label !== 'string' && label.img))
    notes.push({ code: 'pictures-left-out' });
  return converted(
    {
      type: 'survey',
      questions: questions.map(([key, label], at) => ({
        id: partIdOf(`question-${at + 1}-${key}`),
        text: wordsOf(label, at),
      })),
      options: answers.map(([key, label], at) => ({
        id: partIdOf(`option-${at + 1}-${key}`),
        text: wordsOf(label, at),
      })),
      showResults: node.attributes['private_results'] === 'false',
      ...(thanks !== '' && { thanks }),
    },
    notes,
  );
};

/** The poll of older courses: `<poll_question>Text <answer id="yes">Yes</answer></poll_question>`. */
export const readPollQuestion: LeafReader = (node, scene) => {
  const answers = elementsOf(node.xml, 'answer');
  if (answers.length === 0) return keptAsSource(node, { code: 'no-answers' });
  const rest = node.xml.children.filter((child) => typeof child === 'string' || child.name !== 'answer');
  const { text, notes } = readText(xmlInside({ ...node.xml, children: rest }), scene);
  return converted(
    {
      type: 'poll',
      question: text,
      options: answers.map((answer, at) => ({
        id: partIdOf(`option-${at + 1}-${answer.attributes['id'] ?? ''}`),
        text: textIn(answer).trim().slice(0, 500) || String(at + 1),
      })),
    },
    notes,
  );
};

/** A text with annotations: they follow as numbered notes. */
export const readAnnotatable: LeafReader = (node, scene) => {
  const remarks: string[] = [];
  const html = xmlInside(withNumbers(node.xml, remarks));
  const list = remarks.length > 0 ? `<ol>${remarks.map((remark) => `<li>${remark}</li>`).join('')}</ol>` : '';
  const { text, notes } = readText(html + list, scene);
  return converted({ type: 'text', text }, notes);
};

function withNumbers(node: XmlNode, remarks: string[]): XmlNode {
  const children = node.children.flatMap((child): (XmlNode | string)[] => {
    if (typeof child === 'string') return [child];
    if (child.name === 'instructions') return [{ ...child, name: 'div' }];
    if (child.name !== 'annotation') return [withNumbers(child, remarks)];
    const { title = '', body = '' } = child.attributes;
    remarks.push(`${title === '' ? '' : `<strong>${escaped(title)}</strong> `}${escaped(body)}`);
    const number = { name: 'sup', attributes: {}, children: [String(remarks.length)] };
    return [{ name: 'mark', attributes: {}, children: child.children }, number];
  });
  return { ...node, children };
}

/** Words of all learners drawn as a cloud: here a poll cannot show it, so everybody writes for themselves. */
export const readWordCloud: LeafReader = (node, scene) => {
  const { text, notes } = readText(
    node.attributes['instructions'] || escaped(node.attributes['display_name'] ?? ''),
    scene,
  );
  return converted(
    { type: 'questions', questions: [{ id: 'words', type: 'essay', prompt: text, points: 0 }] },
    [...notes, { code: 'cloud-left-out' }],
  );
};
