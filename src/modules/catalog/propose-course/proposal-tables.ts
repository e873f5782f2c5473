import type { ColumnType } from 'kysely';
import type { CourseDocument } from '../course-document/course-document.ts';

export const proposalStates = ['reading', 'waiting', 'accepting', 'accepted', 'refused'] as const;
export type ProposalState = (typeof proposalStates)[number];

export const refusalReasons = ['known', 'no-course', 'not-open', 'advertising', 'unclear'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why nothing could be read from the page that somebody named. */
export type PageTrouble = 'no-course' | 'not-allowed' | 'not-reached';

export interface CourseProposalTable {
  id: string;
  url: string;
  note: string | null;
  mail: string | null;
  person_id: string | null;
  lang: string;
  state: ProposalState;
  document: ColumnType<CourseDocument | null, string | null, string | null>;
  trouble: PageTrouble | null;
  course_id: string | null;
  reason: RefusalReason | null;
  platform_name: string | null;
  proposed_at: Date;
  decided_at: Date | null;
  decided_by: string | null;
}

export interface ProposalTables {
  'catalog.course_proposal': CourseProposalTable;
}
