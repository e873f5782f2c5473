import type { z } from 'zod';
import type { bank } from '../../content/course-content.ts';
import { question, type Question } from '../../content/questions.ts';
import type { Note } from '../package-reader.ts';
import { partIdOf } from '../reading/part-names.ts';
import { distinct } from './course-html.ts';
import { numberIn } from './json-attribute.ts';
import { type ConvertedLeaf, type DraftBlock, keptAsSource, type LeafScene, outcomeOf } from './leaf.ts';
import type { OlxNode } from './olx-tree.ts';
import { isBlank } from './problem/problem-text.ts';
import { problemOf, rulesOf } from './problem/problem-leaf.ts';
import { readProblem } from './problem/read-problem.ts';

type Bank = z.output<typeof bank>;

/** Problems out of which some are drawn: a bank of the course, and a set that draws from it. */
export async function readDrawnLeaf(node: OlxNode, scene: LeafScene): Promise<ConvertedLeaf> {
  const children = await scene.tree.childrenOf(node);
  const problems = children.filter(({ type }) => type === 'problem');
  const gathered = await questionsOfAll(problems, scene);
  const others = children.filter(({ type }) => type !== 'problem');
  const notes: Note[] = [
    ...gathered.notes,
    ...(others.length > 0 ? [{ code: 'bank-others-kept', values: { n: others.length } }] : []),
  ];
  if (gathered.questions.length === 0) return keptAsSource(node, { code: 'bank-empty' });
  const id = partIdOf(`bank-${node.name}`);
  const title = (
    node.attributes['display_name'] ||
    node.attributes['source_library_id']?.replace(/^.*\+/, '') ||
    node.name
  ).slice(0, 500);
  scene.banks.push({ id, title, questions: gathered.questions });
  const wanted = numberIn(node.attributes['max_count']) ?? 1;
  const count = Math.min(
    200,
    wanted < 1 ? gathered.questions.length : Math.min(wanted, gathered.questions.length),
  );
  const rules = { ...rulesOf(node, scene), draw: [{ bank: id, count }] };
  const blocks: DraftBlock[] = [{ content: { type: 'questions', questions: [], rules } }];
  for (const lost of [...gathered.kept, ...others])
    blocks.push(...keptAsSource(lost, { code: 'bank-part-kept' }).blocks);
  const told = distinct([...notes, { code: 'bank-drawn', values: { count, n: gathered.questions.length } }]);
  return { blocks, outcome: outcomeOf(told), notes: told };
}

export interface GatheredQuestions {
  readonly questions: Bank['questions'];
  readonly kept: readonly OlxNode[];
  readonly notes: readonly Note[];
}

/** Questions of several problems, for a bank; a problem that cannot be asked whole is kept. */
export async function questionsOfAll(
  problems: readonly OlxNode[],
  scene: LeafScene,
): Promise<GatheredQuestions> {
  const questions: Question[] = [];
  const kept: OlxNode[] = [];
  const notes: Note[] = [];
  for (const node of problems) {
    const read = await questionsOf(node, scene);
    if (read.questions.length === 0) kept.push(node);
    questions.push(...read.questions);
    notes.push(...read.notes);
  }
  if (kept.length > 0) notes.push({ code: 'bank-problems-kept', values: { n: kept.length } });
  return { questions, kept, notes: distinct(notes) };
}

/** Questions of one problem as a bank holds them: what introduces them stands before the first. */
export async function questionsOf(
  node: OlxNode,
  scene: LeafScene,
): Promise<{ questions: Question[]; notes: readonly Note[]; unread: readonly string[] }> {
  const filled = await problemOf(node, scene);
  if (filled.refused) return { questions: [], notes: filled.refused.notes, unread: ['script'] };
  const { intro, questions, after, unread, notes } = await readProblem(
    filled.problem,
    node.attributes,
    scene,
    partIdOf(node.name),
  );
  const checked = questions.map((draft, at) => {
    const before = at === 0 && !isBlank(intro) ? `${intro}\n` : '';
    const behind = at === questions.length - 1 && !isBlank(after) ? `\n${after}` : '';
    return question.safeParse({ ...draft, prompt: `${before}${draft.prompt}${behind}` });
  });
  const whole = unread.length === 0 && checked.every(({ success }) => success);
  const told = [...filled.notes, ...notes];
  return { questions: whole ? checked.flatMap(({ data }) => data ?? []) : [], notes: told, unread };
}
