import { elementsBelow, elementsOf, textIn, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';

/** What a learner would have answered: values by the name of the response. */
export type Answer = Readonly<Record<string, readonly string[]>>;

export interface Marked {
  readonly score: number;
  /** Names of the feedback that would be shown. */
  readonly feedback: readonly string[];
}

/**
 * Marks an answer by the `resprocessing` of a QTI 1.2 item: conditions in their order, until one says stop. Exports leave
 * `continue` out where they add up points, so that its absence goes on; `other` holds when no condition gave points before.
 */
export function mark(item: XmlNode, answer: Answer): Marked {
  const variables = new Map<string, number>();
  const feedback: string[] = [];
  for (const condition of elementsBelow(item, 'respcondition')) {
    const marked = variables.size > 0;
    const holds = elementsOf(condition, 'conditionvar').every((each) => conditionHolds(each, answer, marked));
    if (!holds) continue;
    for (const set of elementsOf(condition, 'setvar')) applySet(set, variables);
    for (const shown of elementsOf(condition, 'displayfeedback'))
      feedback.push(shown.attributes['linkrefid'] ?? '');
    if (/^no$/i.test(condition.attributes['continue'] ?? '')) break;
  }
  return { score: scoreOf(variables), feedback };
}

function applySet(set: XmlNode, variables: Map<string, number>): void {
  const name = set.attributes['varname'] ?? 'SCORE';
  const said = textIn(set).trim();
  // Blackboard writes the name of a variable where the whole score is meant
  const value = /^SCORE\.max$/i.test(said) ? 100 : Number.parseFloat(said.replace(',', '.')) || 0;
  const before = variables.get(name) ?? 0;
  const by: Record<string, number> = {
    add: before + value,
    subtract: before - value,
    multiply: before * value,
    divide: value === 0 ? before : before / value,
  };
  variables.set(name, by[(set.attributes['action'] ?? 'Set').toLowerCase()] ?? value);
}

function scoreOf(variables: ReadonlyMap<string, number>): number {
  const right = variables.get('D2L_Correct');
  if (right !== undefined) return right - (variables.get('D2L_Incorrect') ?? 0);
  return variables.get('SCORE') ?? variables.get('que_score') ?? [...variables.values()][0] ?? 0;
}

/** `conditionvar` and `and` hold when all inside does; `marked`: whether points were set before. */
function conditionHolds(condition: XmlNode, answer: Answer, marked: boolean): boolean {
  const inside = elementsOf(condition);
  const given = answer[condition.attributes['respident'] ?? ''] ?? [];
  const wanted = textIn(condition).trim();
  switch (condition.name) {
    case 'conditionvar':
    case 'and':
      return inside.every((each) => conditionHolds(each, answer, marked));
    case 'or':
      return inside.some((each) => conditionHolds(each, answer, marked));
    case 'not':
      return !inside.some((each) => conditionHolds(each, answer, marked));
    case 'other':
      return !marked;
    case 'unanswered':
      return given.length === 0;
    case 'varsubset':
      return wanted.split(',').every((each) => given.includes(each.trim()));
    default:
      return given.some((each) => compares(condition, each, wanted));
  }
}

function compares({ name, attributes }: XmlNode, given: string, wanted: string): boolean {
  const strict = /^yes$/i.test(attributes['case'] ?? 'No');
  const [left, right] = strict ? [given, wanted] : [given.toLowerCase(), wanted.toLowerCase()];
  if (name === 'varequal') return left === right;
  if (name === 'varsubstring') return left.includes(right);
  const [a, b] = [Number(given), Number(wanted)];
  return (
    (name === 'varlt' && a < b) ||
    (name === 'varlte' && a <= b) ||
    (name === 'vargt' && a > b) ||
    (name === 'vargte' && a >= b)
  );
}

/** Conditions that give points, each with what it asks. */
export const rewarding = (item: XmlNode): readonly XmlNode[] =>
  elementsBelow(item, 'respcondition').filter((condition) =>
    elementsOf(condition, 'setvar').some((set) => {
      const variables = new Map<string, number>();
      applySet(set, variables);
      return /^(set|add|multiply)$/i.test(set.attributes['action'] ?? 'Set') && scoreOf(variables) > 0;
    }),
  );

/** Comparisons below a condition that must hold, not those under a `not`. */
export function demanded(condition: XmlNode): readonly XmlNode[] {
  return elementsOf(condition).flatMap((each) =>
    each.name === 'not' ? [] : /^(conditionvar|and|or)$/.test(each.name) ? demanded(each) : [each],
  );
}
