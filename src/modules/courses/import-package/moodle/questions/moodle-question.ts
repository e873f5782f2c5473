import type { XmlNode } from '../../../../../platform/xml/xml-tree.ts';

export interface MoodleAnswer {
  readonly id: string;
  readonly html: string;
  /** The answer as it was typed: a word, a number, a formula. */
  readonly plain: string;
  /** Share of the points, from -1 to 1. */
  readonly fraction: number;
  readonly feedback: string;
  /** Of numbers. */
  readonly tolerance: number;
  /** Whether the tolerance is a share of the value. */
  readonly relative: boolean;
  /** Choices of a text with gaps belong to groups. */
  readonly group: string;
}

export interface MoodleDrag {
  readonly id: string;
  readonly no: string;
  readonly label: string;
}

export interface MoodleDrop {
  readonly no: string;
  /** Number of the drag that belongs there. */
  readonly choice: string;
  readonly label: string;
  readonly shape: string;
  /** Pixels: "10,20" or "10,20;30,40". */
  readonly coords: string;
}

/** A question of Moodle, from a backup or an export: both say the same in other words. */
export interface MoodleQuestion {
  readonly id: string;
  readonly qtype: string;
  readonly name: string;
  readonly html: string;
  readonly generalFeedback: string;
  readonly mark: number;
  readonly parent: string;
  readonly hints: readonly string[];
  readonly answers: readonly MoodleAnswer[];
  readonly single: boolean;
  readonly shuffle: boolean;
  readonly caseCounts: boolean;
  readonly units: readonly string[];
  readonly asksUnit: boolean;
  readonly pairs: readonly { readonly html: string; readonly answer: string }[];
  readonly drags: readonly MoodleDrag[];
  readonly drops: readonly MoodleDrop[];
  /** Ids of the parts of a cloze, in the order of `{#1}`. */
  readonly sequence: readonly string[];
  /** First values of what is drawn by chance. */
  readonly values: Readonly<Record<string, string>>;
  /** Kinds of answer of an essay: "editor", "noinline", "plain". */
  readonly takes: string;
  readonly attachments: number;
  readonly mostWords: number;
  /** What is said of the answer as a whole, as HTML. */
  readonly said: { readonly right: string; readonly partly: string; readonly wrong: string };
  readonly node: XmlNode;
}
