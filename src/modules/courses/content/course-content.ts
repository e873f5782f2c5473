import { z } from 'zod';
import { block } from './blocks.ts';
import { courseText, line, partId } from './identifiers.ts';
import { question } from './questions.ts';

export const courseKinds = ['mooc', 'cooc', 'spoc', 'sooc'] as const;

export const unit = z.object({
  id: partId,
  title: line,
  /** Units of a section that follow each other under one heading. */
  group: z.string().trim().max(300).optional(),
  /** How long it takes, where the author says so; else it is estimated. */
  minutes: z.number().min(0).max(600).optional(),
  blocks: z.array(block).max(500),
});
export type Unit = z.infer<typeof unit>;

export const section = z.object({
  id: partId,
  title: line,
  /** Common core, or one specialisation among others. */
  strand: z.string().trim().max(120).optional(),
  /** Days after the run's first day (or one's own start) on which it opens. */
  opensAfter: z.number().int().min(0).max(1000).default(0),
  /** Sections to finish before. */
  after: z.array(partId).max(50).default([]),
  units: z.array(unit).max(500),
});
export type Section = z.infer<typeof section>;

/** A kind of graded work, such as homework or the exam, and how much of the grade it is. */
export const gradedKind = z.object({
  id: partId,
  title: line,
  /** To the weights of the other kinds; they need not add up to anything. */
  weight: z.number().min(0).max(1000),
  /** How many of its works do not count: those that went worst. */
  drop: z.number().int().min(0).max(50).default(0),
  /** Its works; each counts the same, and is one or several graded blocks, whose points are added. */
  works: z
    .array(z.object({ id: partId, title: line, blocks: z.array(partId).min(1).max(300) }))
    .max(200)
    .default([]),
});
export type GradedKind = z.infer<typeof gradedKind>;

/** When is it done? Each rule that is named must hold. */
export const completionRules = z.object({
  /** Share of the units that must have been seen; optional ones do not count. */
  seen: z.number().min(0).max(1).default(0),
  /** Share of the question sets that must be passed. */
  passed: z.number().min(0).max(1).default(0),
  /** Share of all points that must be reached; where there is a `grading`, share of the grade. */
  points: z.number().min(0).max(1).default(0),
  /** Kinds of graded work with their weights; what is in none of them counts for no grade. Absent: all points count alike. */
  grading: z.array(gradedKind).max(30).optional(),
  /** Assignments that must have been accepted. */
  work: z.boolean().default(false),
  /** Ids of question-set blocks that must be passed, such as an exam. */
  mustPass: z.array(partId).max(50).default([]),
  /** Specialisations to finish beside the common core. */
  strands: z.number().int().min(0).max(20).default(0),
});
export type CompletionRules = z.infer<typeof completionRules>;

export const courseAbout = z.object({
  title: line,
  lang: z.string().min(2).max(35),
  /** One or two sentences. */
  summary: z.string().max(1000).default(''),
  description: courseText.default(''),
  /** What one can do afterwards. */
  outcomes: z.array(line).max(30).default([]),
  /** Who makes it, the first one first. */
  providers: z.array(line).max(10).default([]),
  teachers: z
    .array(z.object({ name: line, about: z.string().max(2000).default('') }))
    .max(50)
    .default([]),
  /** Of the whole course. */
  hours: z.number().min(0).max(5000).optional(),
  level: z.enum(['beginner', 'intermediate', 'advanced']).optional(),
  subjects: z.array(line).max(20).default([]),
  licence: z.string().max(200).default(''),
  picture: partId.optional(),
  prerequisites: z.string().max(2000).default(''),
});
export type CourseAbout = z.infer<typeof courseAbout>;

export const courseRules = z.object({
  kind: z.enum(courseKinds).default('mooc'),
  /** Points, or competencies (acquired, not yet): no marks are needed. */
  marks: z.enum(['points', 'competencies']).default('points'),
  competencies: z
    .array(z.object({ id: partId, title: line, uri: z.url().optional() }))
    .max(100)
    .default([]),
  completion: completionRules.prefault({ seen: 1 }),
  /** What one agrees to before starting; empty: nothing. */
  charter: courseText.default(''),
  /** How sure one must be of who learns, before an attestation. */
  identity: z.enum(['none', 'e-mail', 'document', 'proctored']).default('none'),
});
export type CourseRules = z.infer<typeof courseRules>;

/** Questions from which sets draw. */
export const bank = z.object({ id: partId, title: line, questions: z.array(question).max(5000) });
export type Bank = z.infer<typeof bank>;

/** A whole course, in the shape in which it is drafted, published, imported and exported. */
export const courseContent = z.object({
  about: courseAbout,
  rules: courseRules.prefault({}),
  sections: z.array(section).max(300),
  banks: z.array(bank).max(100).default([]),
});
export type CourseContent = z.infer<typeof courseContent>;
