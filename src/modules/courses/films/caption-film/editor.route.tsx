import type { App, AppContext } from '../../../../platform/http/environment.ts';
import { readTexts } from '../../../../platform/http/form.ts';
import { allowOutside } from '../../../../platform/http/security.ts';
import { flash } from '../../../../platform/http/send-page.tsx';
import { Refusal } from '../../../../platform/refusal.ts';
import { courseAtHand } from '../../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../../course-people/course-frame.tsx';
import { mayTranslate } from '../../policy.ts';
import { readCaptions } from '../captions/read-captions.ts';
import { filmNotFound, trackNotFound } from '../film-refusals.ts';
import { filmOfBlock } from '../list-films/films.queries.ts';
import { outsideOrigins } from '../show-film/linked-address.ts';
import { filmScene } from '../show-film/scene-of-page.ts';
import { trackTitle } from './captions-part.tsx';
import { type CaptionsEdited, editCaptions } from './edit-captions.ts';
import { type EditorForm, readEditorForm } from './editor-form.ts';
import { EditorPage } from './editor.page.tsx';
import { linesPerPage, linesToShow } from './lines-to-show.ts';
import { placeOf, stampOf, type TrackName, trackName } from './track-of.ts';

/** The editor of captions beside the film. */
export function captionEditorRoutes(app: App): void {
  app.get('/teach/courses/:id/films/:block/captions/:lang', (c) => showEditor(c));
  app.post('/teach/courses/:id/films/:block/captions/:lang', takeEdit);
  app.post('/teach/courses/:id/films/:block/captions/:lang/autosave', takeAutosave);
}

function nameAsked(c: AppContext): TrackName {
  const name = trackName(c.req.param('lang'), c.req.query('kind'));
  if (!name) throw trackNotFound();
  return name;
}

const pageAsked = (c: AppContext): number =>
  Math.max(1, Math.min(10_000, Math.floor(Number(c.req.query('page') ?? '1')) || 1));

/** What was sent and could not be written. */
interface Refused {
  readonly form: EditorForm;
  readonly faults: CaptionsEdited['faults'];
  readonly status: 409 | 422;
}

async function showEditor(c: AppContext, refused?: Refused): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayTranslate);
  const found = await filmOfBlock(db, course.id, c.req.param('block') ?? '');
  if (!found) throw filmNotFound();
  const name = nameAsked(c);
  const { block, file, poster } = found;
  const at = placeOf(block.content.tracks, name);
  const vtt = block.content.tracks[at]?.vtt;
  const { cues } = readCaptions(vtt ?? '');
  const q = (c.req.query('q') ?? '').slice(0, 200);
  allowOutside(c, outsideOrigins([block.content]));
  return sendCoursePage(c, {
    course,
    room: 'films',
    title: t('courses.captions.editor', { track: trackTitle(t, name) }),
    ...(refused && { status: refused.status }),
    crumbs: [
      { label: t('courses.films.title'), href: teachUrl(c, course.id, '/films') },
      {
        label: block.title || file?.name || t(`courses.kind.${block.content.type}`),
        href: teachUrl(c, course.id, `/films/${block.id}`),
      },
    ],
    children: (
      <EditorPage
        scene={filmScene(c, {
          courseId: course.id,
          edition: 'draft',
          files: [file, poster].filter((each) => each !== null),
        })}
        found={found}
        name={name}
        track={at < 0 ? undefined : at}
        stamp={stampOf(vtt)}
        shown={linesToShow(cues, { q, page: pageAsked(c) })}
        q={q}
        refused={
          refused && { lines: refused.form.lines, faults: refused.faults, isStale: refused.status === 409 }
        }
        to={(end, query) => teachUrl(c, course.id, `/films/${block.id}${end}`, query)}
      />
    ),
  });
}

async function edit(c: AppContext, form: EditorForm, auto: boolean): Promise<CaptionsEdited> {
  const { db, actor } = c.var;
  const place = { courseId: c.req.param('id') ?? '', blockId: c.req.param('block') ?? '' };
  return editCaptions(db, actor, { ...place, auto, name: nameAsked(c), ...form });
}

async function takeEdit(c: AppContext): Promise<Response> {
  const form = readEditorForm(await readTexts(c));
  try {
    const { faults } = await edit(c, form, false);
    if (faults.length > 0) return await showEditor(c, { form, faults, status: 422 });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'courses.captions-changed') throw error;
    return showEditor(c, { form, faults: [], status: 409 });
  }
  flash(c, 'good', c.var.t('courses.captions.saved'));
  return c.redirect(backTo(c, form), 303);
}

/** To the page with the line that was worked on. */
function backTo(c: AppContext, { at, lines }: EditorForm): string {
  const { lang, kind } = nameAsked(c);
  const q = c.req.query('q');
  const wroteNew = lines.some((line) => line.at === undefined);
  const page = at !== undefined && !q ? Math.floor(at / linesPerPage) + 1 : pageAsked(c);
  const query = { kind: kind === 'captions' ? undefined : kind, q, page: page > 1 ? page : undefined };
  const end = `/films/${c.req.param('block')}/captions/${lang}`;
  return `${teachUrl(c, c.req.param('id') ?? '', end, query)}${at === undefined && !wroteNew ? '' : `#line-${at ?? 'new'}`}`;
}

/** What the page's script saves by itself: answers how the captions stand now, or why they were not written. */
async function takeAutosave(c: AppContext): Promise<Response> {
  const form = readEditorForm(await readTexts(c));
  try {
    const { faults, stamp, sameOrder } = await edit(c, { ...form, deed: { do: 'save' } }, true);
    return c.json({ saved: faults.length === 0, was: stamp, sameOrder });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'courses.captions-changed') throw error;
    return c.json({ saved: false, changed: true }, 409);
  }
}
