import { hasRole } from '../../../../platform/actor.ts';
import type { App, AppContext } from '../../../../platform/http/environment.ts';
import { respond } from '../../../../platform/http/respond.ts';
import type { TakesPart } from '../../course-files/course-files.route.ts';
import { isCourseId } from '../../keep-course/course-id.ts';
import { readCaptions } from '../captions/read-captions.ts';
import { writeSrt } from '../captions/write-captions.ts';
import { type TrackPlace, trackToSend } from './shown-track.queries.ts';
import { transcriptText } from './transcript.ts';

const types = {
  vtt: 'text/vtt; charset=utf-8',
  srt: 'application/x-subrip; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
} as const;
type Ending = keyof typeof types;

/** GET /course-captions/:course/:edition/:block/:track: "0.vtt" for players, "0.srt" to take along, "0.txt" to read. */
export function captionRoutes(app: App, takesPart: TakesPart): void {
  app.get('/course-captions/:course/:edition/:block/:track', (c) => sendTrack(c, takesPart));
}

/** Who may have a course's files may have its captions; an edition never changes, so it may be kept. */
async function sendTrack(c: AppContext, takesPart: TakesPart): Promise<Response> {
  const { db, actor } = c.var;
  const asked = placeAsked(c);
  if (!asked) return c.notFound();
  const { place, ending } = asked;
  const found = await trackToSend(db, place);
  if (!found) return c.notFound();
  const { personId, courseId, editionId } = place;
  const may =
    found.isOpen ||
    found.isStaff ||
    hasRole(actor, 'operator') ||
    // who takes part sees what is published, not the draft
    (editionId !== undefined && personId !== undefined && (await takesPart(db, { personId, courseId })));
  if (!may) return c.notFound();
  const kept = editionId === undefined ? 'private, no-cache' : 'max-age=604800';
  const cache = editionId === undefined ? kept : `${found.isOpen ? 'public' : 'private'}, ${kept}`;
  return respond(c, inForm(found.track.vtt, ending), types[ending], 200, cache);
}

function placeAsked(c: AppContext): { readonly place: TrackPlace; readonly ending: Ending } | undefined {
  const { course = '', edition = '', block = '', track = '' } = c.req.param();
  const [, number, ending] = /^(\d{1,2})\.(vtt|srt|txt)$/.exec(track) ?? [];
  if (!isCourseId(course) || number === undefined) return undefined;
  if (edition !== 'draft' && !isCourseId(edition)) return undefined;
  const { actor } = c.var;
  const place = {
    courseId: course,
    editionId: edition === 'draft' ? undefined : edition,
    blockId: block,
    track: Number(number),
    personId: actor.kind === 'person' ? actor.id : undefined,
  };
  return { place, ending: ending as Ending };
}

function inForm(vtt: string, ending: Ending): string {
  if (ending === 'txt') return transcriptText(vtt);
  return ending === 'srt' ? writeSrt(readCaptions(vtt)) : vtt;
}
