import type { ComponentChildren } from 'preact';
import { Chip, type ChipTone } from './chip.tsx';
import { DateBlock, type DateBlockProps } from './date-block.tsx';
import { Facts } from './facts.tsx';
import { Stars } from './stars.tsx';
import type { Translator } from '../i18n/translator.ts';

export interface CourseLineMark {
  /** From 0 to 5. */
  readonly value: number;
  /** How many opinions stand behind it. */
  readonly count?: number | undefined;
  /** "better than 88 % in Management". */
  readonly note?: string | undefined;
}

export interface CourseLineProps {
  readonly t: Translator;
  readonly date: DateBlockProps;
  readonly title: string;
  /** Language of the title, when it is not the page's. */
  readonly titleLang?: string | undefined;
  readonly href: string;
  readonly level?: 2 | 3 | undefined;
  /** Provider, platform, length, cost: one line. */
  readonly facts: readonly ComponentChildren[];
  /** What one can still do, as a sentence ("started, one can still join until 1 December"). */
  readonly sentence?: { readonly text: string; readonly tone: ChipTone } | undefined;
  /** Further short labels ("beginner"). */
  readonly labels?: readonly string[] | undefined;
  /** Quiet links ("why here?", "tell me"). */
  readonly links?: readonly { readonly href: string; readonly label: string }[] | undefined;
  readonly mark?: CourseLineMark | undefined;
}

/** One course in a list: when, what, the facts, what one can do, what others think of it. */
export function CourseLine(props: CourseLineProps) {
  const Heading = props.level === 2 ? 'h2' : 'h3';
  return (
    <article class="course">
      <DateBlock {...props.date} />
      <div class="course-body">
        <Heading lang={props.titleLang}>
          <a href={props.href}>
            <bdi>{props.title}</bdi>
          </a>
        </Heading>
        <Facts items={props.facts} />
        <Below sentence={props.sentence} labels={props.labels} links={props.links} title={props.title} />
      </div>
      {props.mark && <Mark t={props.t} {...props.mark} />}
    </article>
  );
}

function Below({
  sentence,
  labels = [],
  links = [],
  title,
}: Pick<CourseLineProps, 'sentence' | 'labels' | 'links' | 'title'>) {
  if (!sentence && labels.length === 0 && links.length === 0) return null;
  return (
    <div class="row course-below">
      {sentence && <Chip tone={sentence.tone}>{sentence.text}</Chip>}
      {labels.map((label) => (
        <Chip key={label}>{label}</Chip>
      ))}
      {links.map((link) => (
        <a key={link.href} class="small" href={link.href}>
          {link.label}
          <span class="unseen"> {title}</span>
        </a>
      ))}
    </div>
  );
}

function Mark({ t, value, count, note }: CourseLineMark & { readonly t: Translator }) {
  return (
    <div class="mark">
      <span class="mark-value">
        <Stars t={t} value={value} /> <b>{t.number(value, { digits: 1 })}</b>
        {count !== undefined && <span class="small soft"> ({t.number(count)})</span>}
      </span>
      {note !== undefined && <span class="small soft">{note}</span>}
    </div>
  );
}
