import { lineOf } from '../../reading/course-lines.ts';
import { placeInPicture } from '../../qti/picture-places.ts';
import type { MoodleQuestion } from './moodle-question.ts';
import {
  frameOf,
  partOf,
  type QuestionInput,
  type QuestionScene,
  textAtItem,
  wordsOf,
} from './question-scene.ts';

/** `[[2]]` in the text is a hole for the second choice, among the choices of its group. */
export function gapsFromChoices(question: MoodleQuestion, scene: QuestionScene): QuestionInput | undefined {
  const frame = frameOf(question, scene, '');
  const gaps: { id: string; choices: { text: string; right: boolean }[] }[] = [];
  const html = question.html.replace(/\[\[(\d+)\]\]/g, (_, no: string) => {
    const right = question.answers[Number(no) - 1];
    const group = question.answers.filter((answer) => answer.group === right?.group);
    const id = partOf(scene, frame.id, String(gaps.length + 1));
    gaps.push({
      id,
      choices: group.map((answer) => ({ text: wordsOf(answer.html), right: answer === right })),
    });
    return `{{gap:${id}}}`;
  });
  if (gaps.length === 0) return undefined;
  return { ...frame, type: 'gap', body: textAtItem(html, question.id, scene), gaps };
}

/** Words or pictures to put on a picture. */
export function dragPicture(question: MoodleQuestion, scene: QuestionScene): QuestionInput | undefined {
  const background = scene.pictureAt('bgimage', question.id);
  if (background === undefined || question.drops.length === 0 || question.drags.length === 0)
    return undefined;
  const frame = frameOf(question, scene);
  const places = question.drops.map((drop) => {
    const [x = 0, y = 0] = drop.coords.split(',').map(Number);
    // Moodle tells only the corner of a place; a tenth of the picture is what its pieces usually take
    const at =
      background.size === undefined
        ? undefined
        : placeInPicture(
            'box',
            `${x},${y},${background.size.width / 10},${background.size.height / 10}`,
            background.size,
          );
    return {
      id: partOf(scene, frame.id, `drop-${drop.no}`),
      label: lineOf(drop.label, drop.no, 300),
      choice: drop.choice,
      ...at,
    };
  });
  const items = question.drags.map((drag) => {
    const picture = scene.pictureAt('dragimage', drag.id);
    const words = textAtItem(drag.label, question.id, scene);
    const text =
      picture === undefined
        ? words
        : `<img src="file:${picture.file}" alt="${wordsOf(drag.label).replaceAll('"', '&quot;')}" />`;
    const right = places.filter(({ choice }) => choice === drag.no).map(({ id }) => id);
    return { id: partOf(scene, frame.id, `drag-${drag.no}`), text, places: right };
  });
  return onPicture(frame, background.file, items, places);
}

/** Markers to put into areas of a picture. */
export function markersQuestion(question: MoodleQuestion, scene: QuestionScene): QuestionInput | undefined {
  const background = scene.pictureAt('bgimage', question.id);
  if (background?.size === undefined || question.drops.length === 0) return undefined;
  const { size } = background;
  const frame = frameOf(question, scene);
  const labels = new Map(question.drags.map(({ no, label }) => [no, label]));
  const places = question.drops.flatMap((drop, n) => {
    const at = placeInPicture(...areaOf(drop.shape, drop.coords), size);
    const id = partOf(scene, frame.id, `drop-${drop.no || n + 1}`);
    return at === undefined ? [] : [{ id, label: lineOf(String(n + 1), '1'), choice: drop.choice, ...at }];
  });
  if (places.length < question.drops.length) return undefined;
  const items = [...labels].map(([no, label]) => ({
    id: partOf(scene, frame.id, `drag-${no}`),
    text: textAtItem(label, question.id, scene),
    places: places.filter(({ choice }) => choice === no).map(({ id }) => id),
  }));
  return onPicture(frame, background.file, items, places);
}

/** Moodle's areas: "x,y;width,height", "x,y;radius", "x,y;x,y;...". */
const areaOf = (shape: string, coords: string): [string, string] =>
  shape === 'rectangle' ? ['box', coords] : shape === 'circle' ? ['circle', coords] : ['poly', coords];

/** Pieces and their places on a picture; which piece belongs to a place stands with the pieces. */
function onPicture<Place extends { readonly choice: string }>(
  frame: ReturnType<typeof frameOf>,
  file: string,
  items: { id: string; text: string; places: string[] }[],
  places: readonly Place[],
) {
  const shown = places.map(({ choice: _choice, ...place }) => place);
  return { ...frame, type: 'drag' as const, file, items, places: shown };
}
