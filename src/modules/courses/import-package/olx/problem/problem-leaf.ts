import { elementsBelow, elementsOf, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import type { z } from 'zod';
import type { questionRules } from '../../../content/questions.ts';
import type { Note } from '../../package-reader.ts';
import { assetNameOf } from '../course-files.ts';
import { distinct, readText } from '../course-html.ts';
import { numberIn } from '../json-attribute.ts';
import { packPage } from '../web-page.ts';
import {
  type ConvertedLeaf,
  type DraftBlock,
  keptAsSource,
  type LeafReader,
  type LeafScene,
  outcomeOf,
} from '../leaf.ts';
import type { OlxNode } from '../olx-tree.ts';
import { partsOf } from './problem-parts.ts';
import { isBlank, shownInside } from './problem-text.ts';
import { readProblem, type ReadProblem } from './read-problem.ts';
import { withValues } from './script-values.ts';

/** A problem: questions in one set; with code of its own, what of it can do without. */
export const readProblemLeaf: LeafReader = async (node, scene) => {
  const filled = await problemOf(node, scene);
  if (filled.refused) return filled.refused;
  const { problem } = filled;
  const read = await readProblem(problem, node.attributes, scene);
  const notes: Note[] = [...filled.notes, ...read.notes];
  if (read.questions.length === 0) return withoutQuestions(node, problem, read, scene, notes);
  const blocks: DraftBlock[] = [setOf(read, node, scene)];
  if (!isBlank(read.after)) blocks.push({ content: { type: 'text', text: read.after } });
  if (read.unread.length > 0) {
    notes.push(reasonFor(read, problem));
    blocks.push(...keptAsSource(node, reasonFor(read, problem)).blocks);
    return { blocks, outcome: 'degraded', notes };
  }
  return { blocks, outcome: outcomeOf(notes), notes };
};

/** The problem with the values of its script in place; refused where the script does more than that. */
export async function problemOf(
  node: OlxNode,
  scene: LeafScene,
): Promise<{ problem: XmlNode; notes: readonly Note[]; refused?: ConvertedLeaf }> {
  const named = node.xml.attributes['filename'];
  const old =
    named === undefined || elementsOf(node.xml).length > 0
      ? undefined
      : await scene.pack.xml(`problems/${named}.xml`);
  const problem = old?.root ?? node.xml;
  const valued = withValues(problem);
  if (valued === undefined)
    return {
      problem,
      notes: [],
      refused: keptAsSource(node, { code: 'needs-script', values: { what: 'script' } }),
    };
  return { problem: valued.problem, notes: valued.fixed ? [{ code: 'values-fixed' }] : [] };
}

function setOf({ intro, questions }: ReadProblem, node: OlxNode, scene: LeafScene): DraftBlock {
  return {
    content: {
      type: 'questions',
      ...(!isBlank(intro) && { intro }),
      questions: [...questions],
      rules: rulesOf(node, scene),
    },
  };
}

const shownWhen: Readonly<Record<string, 'never' | 'answered' | 'right' | 'attempts-used' | 'after-end'>> = {
  always: 'answered',
  answered: 'answered',
  attempted: 'answered',
  attempted_no_past_due: 'answered',
  after_some_number_of_attempts: 'answered',
  closed: 'attempts-used',
  finished: 'attempts-used',
  after_all_attempts: 'attempts-used',
  after_all_attempts_or_correct: 'attempts-used',
  correct_or_past_due: 'right',
  past_due: 'after-end',
  never: 'never',
};

/** Attempts and when answers are shown, the course's own choice where the problem has none. */
export function rulesOf({ attributes }: OlxNode, { course }: LeafScene): z.input<typeof questionRules> {
  const attempts = numberIn(attributes['max_attempts'] ?? course['max_attempts']);
  const told = attributes['showanswer'] ?? course['showanswer'] ?? 'finished';
  return {
    ...(attempts !== undefined && attempts >= 1 && { attempts: Math.min(100, Math.floor(attempts)) }),
    showAnswers: shownWhen[told.replace(/^"|"$/g, '')] ?? 'attempts-used',
  };
}

async function withoutQuestions(
  node: OlxNode,
  problem: XmlNode,
  read: ReadProblem,
  scene: LeafScene,
  notes: readonly Note[],
): Promise<ConvertedLeaf> {
  if (read.unread.length > 0)
    return (
      (await shownTool(node, problem, read, scene)) ??
      keptAsSource(node, pictureNote(notes) ?? reasonFor(read, problem))
    );
  const { after: text } = read;
  if (isBlank(text)) return { blocks: [], outcome: 'refused', notes: [{ code: 'content-missing' }] };
  return { blocks: [{ content: { type: 'text', text } }], outcome: outcomeOf(notes), notes };
}

/** A page of the package that asks and marks by itself: it runs here, and its marks are not taken. */
async function shownTool(
  node: OlxNode,
  problem: XmlNode,
  read: ReadProblem,
  scene: LeafScene,
): Promise<ConvertedLeaf | undefined> {
  const [tool] = elementsBelow(problem, 'jsinput');
  const path = scene.files.pathOf(assetNameOf(tool?.attributes['html_file'] ?? '') ?? '');
  if (tool === undefined || path === undefined || read.unread.length > 1) return undefined;
  const height = Math.min(4000, Math.max(100, numberIn(tool.attributes['height']) ?? 600));
  const packed = await packPage(path, height, scene);
  if (packed === undefined) return undefined;
  const words = readText(wordsOf(problem), scene);
  const notes = distinct([
    { code: 'marks-left-out' },
    ...words.notes,
    ...packed.outside.map((host) => ({ code: 'page-outside', values: { host } })),
  ]);
  const text: DraftBlock[] = isBlank(words.text) ? [] : [{ content: { type: 'text', text: words.text } }];
  const source = keptAsSource(node, { code: 'marks-left-out' }).blocks;
  return { blocks: [...text, { content: packed.content }, ...source], outcome: 'degraded', notes };
}

const wordsOf = (problem: XmlNode): string =>
  partsOf(problem)
    .map((part) => ('html' in part ? part.html : shownInside(part.response)))
    .join('');

const pictureNote = (notes: readonly Note[]): Note | undefined =>
  notes.find(({ code }) => code === 'picture-needed');

const ownTools = [
  'jsinput',
  'schematic',
  'designprotein2dinput',
  'editamoleculeinput',
  'editageneinput',
  'crystallography',
  'vsepr_input',
  'drag_and_drop_input',
  'javascriptinput',
];

/** Why an answer cannot be asked for here: a drawing tool, a marking script, a response of another kind. */
function reasonFor({ unread }: ReadProblem, problem: XmlNode): Note {
  const [tool] = elementsBelow(problem, ...ownTools);
  if (tool) return { code: 'needs-tool', values: { what: tool.name } };
  const what = [...new Set(unread)].join(', ');
  const scripted = unread.some((name) => /custom|schematic|external|code|symbolic|javascript/.test(name));
  return { code: scripted ? 'needs-script' : 'response-unknown', values: { what } };
}
