import type { ResponseReader } from './response.ts';
import { toleranceOf } from './numbers.ts';

const sampled = /^\s*([^@]+)@([^:]+):([^#]+)(?:#(\d+))?\s*$/;

/** An expression in variables, compared at random points: `samples="x,y@1,1:5,5#10"`. */
export const readFormula: ResponseReader = (response, scene) => {
  const answer = (response.attributes['answer'] ?? '').trim();
  const [, names = '', low = '', high = '', count] = sampled.exec(response.attributes['samples'] ?? '') ?? [];
  const variables = variablesOf(names, low, high);
  if (answer === '' || answer.length > 500 || variables === undefined || /\$|\|\||_\{|\^\{/.test(answer))
    return undefined;
  const { tolerance, percent } = toleranceOf(response);
  if ((response.attributes['type'] ?? '').includes('ci')) scene.note({ code: 'case-counts' });
  return [
    {
      field: {
        type: 'formula',
        answer,
        variables,
        points_tried: Math.min(100, Math.max(1, Number(count ?? 10))),
        ...(tolerance !== undefined && { tolerance }),
        ...(tolerance !== undefined && percent !== true && { absolute: true }),
      },
    },
  ];
};

function variablesOf(
  names: string,
  low: string,
  high: string,
): { name: string; from: number; to: number }[] | undefined {
  const list = (text: string): string[] => text.split(',').map((each) => each.trim());
  const [froms, tos] = [list(low).map(Number), list(high).map(Number)];
  const variables = list(names).flatMap((name, at) => {
    const [from, to] = [froms[at], tos[at]];
    const usable =
      /^[A-Za-z]\w*$/.test(name) && from !== undefined && to !== undefined && Number.isFinite(from + to);
    return usable ? [{ name, from: Math.min(from, to), to: Math.max(from, to) }] : [];
  });
  return variables.length === list(names).length && variables.length > 0 ? variables : undefined;
}
