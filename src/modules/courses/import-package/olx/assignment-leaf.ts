import {
  elementAt,
  elementsBelow,
  elementsOf,
  textAt,
  textIn,
  type XmlNode,
} from '../../../../platform/xml/xml-tree.ts';
import type { Note } from '../package-reader.ts';
import { distinct, readText } from './course-html.ts';
import { numberIn } from './json-attribute.ts';
import { type BlockDraft, type ConvertedLeaf, type LeafReader, type LeafScene, outcomeOf } from './leaf.ts';
import { escaped, paragraphs } from './plain-html.ts';

type Assignment = Extract<BlockDraft, { type: 'assignment' }>;

/** Open response: prompts, who assesses, and the rubric. */
export const readOpenAssessment: LeafReader = (node, scene) => {
  const { attributes, xml } = node;
  const notes: Note[] = [];
  const criteria = criteriaOf(xml);
  const most = criteria.reduce(
    (sum, { levels }) => sum + Math.max(0, ...levels.map(({ points }) => points)),
    0,
  );
  const content: Assignment = {
    type: 'assignment',
    task: taskOf(xml, attributes['prompts_type'] === 'html', scene, notes),
    takes: takenBy(attributes),
    endings: endingsOf(attributes),
    ...assessedBy(xml, notes),
    criteria,
    points: Math.min(1000, numberIn(attributes['weight']) ?? (most > 0 ? most : 1)),
  };
  if (attributes['teams_enabled']?.toLowerCase() === 'true') notes.push({ code: 'teams-left-out' });
  return finished(content, notes, textAt(xml, 'title'));
};

const finished = (content: Assignment, notes: readonly Note[], title = ''): ConvertedLeaf => {
  const told = distinct(notes);
  return { blocks: [{ content, ...(title !== '' && { title }) }], outcome: outcomeOf(told), notes: told };
};

function taskOf(xml: XmlNode, html: boolean, scene: LeafScene, notes: Note[]): string {
  const prompts = elementsBelow(xml, 'prompt').filter((each) => elementAt(each, 'description') !== undefined);
  const texts = (
    prompts.length > 0 ? prompts.map((each) => elementAt(each, 'description')) : [elementAt(xml, 'prompt')]
  )
    .map((each) => textIn(each))
    .map((each) => (html || /<(p|div|img|ul|ol|h\d)\b/i.test(each) ? each : paragraphs(each)));
  const read = readText(texts.join('<hr/>'), scene);
  notes.push(...read.notes);
  return read.text;
}

function takenBy(attributes: Readonly<Record<string, string>>): 'text' | 'files' | 'both' {
  const text = attributes['text_response'] ?? 'required';
  const files = attributes['file_upload_response'] ?? (attributes['file_upload_type'] ? 'optional' : '');
  const takesFiles = files !== '' && files !== 'None';
  return text === '' || text === 'None' ? 'files' : takesFiles ? 'both' : 'text';
}

const pictures = ['gif', 'jpg', 'jpeg', 'png'];

function endingsOf(attributes: Readonly<Record<string, string>>): string[] {
  const listed = (attributes['white_listed_file_types'] ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^\./, ''));
  const told = listed.filter((each) => /^\w{1,12}$/.test(each)).slice(0, 30);
  if (told.length > 0) return told;
  const type = attributes['file_upload_type'];
  return type === 'image' ? pictures : type === 'pdf-and-image' ? ['pdf', ...pictures] : [];
}

/** One way of assessing; steps beside it are told. */
function assessedBy(xml: XmlNode, notes: Note[]): Pick<Assignment, 'assessedBy' | 'peers'> {
  const steps = elementsBelow(elementAt(xml, 'assessments'), 'assessment');
  const named = (name: string): XmlNode | undefined => steps.find((step) => step.attributes['name'] === name);
  const peer = named('peer-assessment');
  const self = named('self-assessment');
  const taken = peer ?? (named('staff-assessment') || !self ? named('staff-assessment') : self);
  const left = steps.filter((step) => step !== taken).map((step) => step.attributes['name'] ?? '');
  if (left.length > 0) notes.push({ code: 'steps-left-out', values: { steps: left.join(', ') } });
  if (peer)
    return {
      assessedBy: 'peers',
      peers: { owes: countIn(peer, 'must_grade', 3), gets: countIn(peer, 'must_be_graded_by', 2) },
    };
  return { assessedBy: taken === self && self ? 'self' : 'teacher' };
}

const countIn = ({ attributes }: XmlNode, name: string, otherwise: number): number =>
  Math.min(20, Math.max(1, Math.round(numberIn(attributes[name]) ?? otherwise)));

interface Criterion {
  id: string;
  title: string;
  text?: string;
  levels: { id: string; title: string; text?: string; points: number }[];
}

function criteriaOf(xml: XmlNode): Criterion[] {
  const titled = (node: XmlNode, at: number): string =>
    (textAt(node, 'label') || textAt(node, 'name') || String(at + 1)).slice(0, 500);
  const said = (words: string): { text?: string } => (words === '' ? {} : { text: paragraphs(words) });
  return elementsOf(elementAt(xml, 'rubric'), 'criterion')
    .slice(0, 50)
    .map((criterion, at) => ({
      id: `criterion-${at + 1}`,
      title: titled(criterion, at),
      ...said(textAt(criterion, 'prompt')),
      levels: elementsOf(criterion, 'option')
        .slice(0, 20)
        .map((option, place) => ({
          id: `level-${place + 1}`,
          title: titled(option, place),
          ...said(textAt(option, 'explanation')),
          points: numberIn(option.attributes['points']) ?? 0,
        })),
    }));
}

/** A file that staff read and give points to. */
export const readStaffGraded: LeafReader = ({ attributes }, scene) => {
  const notes: Note[] = [];
  const solution = readText(attributes['solution'] ?? '', scene);
  if (solution.text !== '') notes.push({ code: 'solution-left-out' });
  const points = numberIn(attributes['weight']) ?? numberIn(attributes['points']) ?? 1;
  const task = `<p>${escaped(attributes['display_name'] ?? '')}</p>`;
  return finished(
    {
      type: 'assignment',
      task: task === '<p></p>' ? '' : task,
      takes: 'files',
      assessedBy: 'teacher',
      points: clamped(points),
    },
    notes,
  );
};

const clamped = (points: number): number => Math.min(1000, Math.max(0, points));

/** Points that staff give for what happened elsewhere: nothing is handed in there, and something may be here. */
export const readStaffPoints: LeafReader = ({ attributes }, scene) => {
  const instructions = attributes['instructions'] ?? '';
  const html = /<\w+/.test(instructions) ? instructions : paragraphs(instructions);
  const { text, notes } = readText(html, scene);
  const points = numberIn(attributes['weight']) ?? 1;
  return finished(
    { type: 'assignment', task: text, takes: 'both', assessedBy: 'teacher', points: clamped(points) },
    [...notes, { code: 'nothing-handed-in' }],
  );
};
