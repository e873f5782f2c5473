import { readLeafXml } from './olx-fixture.ts';

/** Questions and report of one problem. */
export async function askProblem(inside: string, attributes = '', files = {}) {
  const { item, blocks } = await readLeafXml(
    `<problem url_name="p1" display_name="Essai" ${attributes}>${inside}</problem>`,
    files,
  );
  const [block] = blocks;
  const set = block?.content.type === 'questions' ? block.content : undefined;
  return { item, blocks, set, questions: set?.questions ?? [] };
}
