import { classes } from './class-names.ts';

/** Strokes on a 24 x 24 grid. Few on purpose: an icon always stands beside its word. */
const strokes = {
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16.2 16.2 21 21',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M4.5 12.5 10 18 19.5 7',
  forward: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  out: 'M8 16 18 6M9.5 6H18v8.5',
  bell: 'M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15ZM10 21h4',
  calendar: 'M4 7h16v13H4ZM4 11h16M8 4v5M16 4v5',
  filter: 'M4 7h16M7 12h10M10 17h4',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 11v5.5M12 7.6v.1',
  alert: 'M12 4 21.5 20h-19ZM12 10v4.5M12 17.4v.1',
  copy: 'M9 9h11v11H9ZM15 5.5V4H4v11h1.5',
} as const;

export type IconName = keyof typeof strokes;

/** Those that point along the line of reading, and turn with it. */
const directed: readonly IconName[] = ['forward', 'back', 'out'];

export interface IconProps {
  readonly name: IconName;
}

/** A line drawing that takes the colour and size of its text; hidden from screen readers, since the word says it. */
export function Icon({ name }: IconProps) {
  return (
    <svg class={classes('icon', directed.includes(name) && 'turns')} viewBox="0 0 24 24" aria-hidden="true">
      <path d={strokes[name]} />
    </svg>
  );
}
