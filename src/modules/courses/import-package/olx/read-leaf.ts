import { blockContent } from '../../content/blocks.ts';
import type { Note } from '../package-reader.ts';
import { readOpenAssessment, readStaffGraded, readStaffPoints } from './assignment-leaf.ts';
import { readDrawnLeaf } from './bank-leaf.ts';
import { readDragAndDrop } from './drag-leaf.ts';
import { readHtmlLeaf } from './html-leaf.ts';
import { isTrue } from './json-attribute.ts';
import { type ConvertedLeaf, keptAsSource, type LeafReader, type LeafScene } from './leaf.ts';
import type { OlxNode } from './olx-tree.ts';
import { readProblemLeaf } from './problem/problem-leaf.ts';
import { readFramed, readFreeText, readImageModal, readPdf } from './shown-elsewhere.ts';
import {
  readAnnotatable,
  readDiscussion,
  readDone,
  readPoll,
  readPollQuestion,
  readSurvey,
  readWordCloud,
} from './small-leaves.ts';
import { readTool } from './tool-leaf.ts';
import { readVideoLeaf } from './video-leaf.ts';

const readers: Readonly<Record<string, LeafReader>> = {
  html: readHtmlLeaf,
  video: readVideoLeaf,
  videoalpha: readVideoLeaf,
  problem: readProblemLeaf,
  'drag-and-drop-v2': readDragAndDrop,
  poll: readPoll,
  survey: readSurvey,
  poll_question: readPollQuestion,
  openassessment: readOpenAssessment,
  edx_sga: readStaffGraded,
  staffgradedxblock: readStaffPoints,
  discussion: readDiscussion,
  done: readDone,
  lti: readTool,
  lti_consumer: readTool,
  library_content: readDrawnLeaf,
  legacy_library_content: readDrawnLeaf,
  itembank: readDrawnLeaf,
  pdf: readPdf,
  imagemodal: readImageModal,
  'google-document': readFramed,
  'google-calendar': readFramed,
  iframe: readFramed,
  freetextresponse: readFreeText,
  annotatable: readAnnotatable,
  word_cloud: readWordCloud,
};

/** Converts a leaf of the tree; what is unknown, for staff alone, or fits into no block is kept as source. */
export async function readLeaf(node: OlxNode, scene: LeafScene): Promise<ConvertedLeaf> {
  if (node.missing) return { blocks: [], outcome: 'refused', notes: [{ code: 'content-missing' }] };
  if (node.unreadable) return keptAsSource(node, { code: 'source-unreadable' });
  if (isTrue(node.attributes['visible_to_staff_only'])) return keptAsSource(node, { code: 'staff-only' });
  const reader = Object.hasOwn(readers, node.type) ? readers[node.type] : undefined;
  if (reader === undefined) return keptAsSource(node, { code: 'type-unknown', values: { type: node.type } });
  const leaf = checked(node, await reader(node, scene));
  const broken: Note[] = node.broken === undefined ? [] : [{ code: 'source-broken' }];
  return { ...leaf, notes: [...broken, ...leaf.notes] };
}

/** Content that the course's own format does not take is kept as source rather than cut. */
function checked(node: OlxNode, leaf: ConvertedLeaf): ConvertedLeaf {
  const fits = leaf.blocks.every(({ content }) => blockContent.safeParse(content).success);
  return fits ? leaf : keptAsSource(node, { code: 'does-not-fit' });
}
