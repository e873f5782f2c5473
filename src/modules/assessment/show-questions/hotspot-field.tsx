import { fieldName } from '../ask-questions/field-name.ts';
import type { FieldProps } from './field-scene.ts';
import { Drawn, MarkedPicture } from './marked-picture.tsx';

/** The browser tells where a picture was pressed in its pixels: the picture stands in a size that the server knows. */
const widest = 640;

/** A picture to press, and the same places by their names: a radio button each. */
export function HotspotField(props: FieldProps<'hotspot'>) {
  const { t, question, state, scene, describedBy } = props;
  const { answer, locked } = state;
  const name = fieldName(state.key);
  const file = scene.text.fileOf(question.file);
  const chosen = answer?.kind === 'place' ? answer.id : '';
  const shown = state.revealed ? question.places.filter(({ id }) => question.right.includes(id)) : [];
  const point = answer?.kind === 'point' ? answer : undefined;
  const size = file?.width && file.height ? scaled(file.width, file.height) : undefined;
  return (
    <div class="question-board" data-hand={locked ? undefined : 'point'}>
      {file && size && !locked && (
        <div class="scroll">
          <div class="question-picture">
            <input
              type="image"
              name={`${name}:point`}
              src={file.href}
              alt={t('assessment.field.press-picture', { picture: question.alt })}
              width={size.width}
              height={size.height}
            />
            <Drawn places={shown} point={point} />
          </div>
          <input type="hidden" name={`${name}:size`} value={`${size.width}x${size.height}`} />
          <input type="hidden" name={`${name}:point`} value={point ? `${point.x},${point.y}` : ''} />
        </div>
      )}
      {file && (!size || locked) && (
        <MarkedPicture file={file} alt={question.alt} places={shown} point={point} {...size} />
      )}
      <fieldset class="field question-places">
        <legend class="small">{t(file ? 'assessment.field.or-place' : 'assessment.field.place')}</legend>
        {question.places.map((place) => (
          <label key={place.id} class="choice">
            <input
              type="radio"
              name={name}
              value={place.id}
              checked={place.id === chosen}
              disabled={locked}
              aria-describedby={describedBy}
            />
            <span lang={scene.lang}>{place.label}</span>
          </label>
        ))}
      </fieldset>
    </div>
  );
}

function scaled(width: number, height: number) {
  const share = Math.min(1, widest / width);
  return { width: Math.round(width * share), height: Math.max(1, Math.round(height * share)) };
}
