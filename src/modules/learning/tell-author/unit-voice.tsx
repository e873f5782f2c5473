import { emptyForm } from '../../../platform/http/form.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Checkbox } from '../../../platform/ui/choices.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { type LearnScene, learnPath } from '../find-place/learn-scene.ts';
import { type UnitPlace, unitRatings } from '../find-place/place.ts';
import { conversationPath } from '../write-to-authors/hear-back.ts';
import { MessageForm } from '../write-to-authors/message-form.tsx';
import { faults } from './tell-author.ts';

export interface UnitVoiceProps {
  readonly scene: LearnScene;
  readonly place: UnitPlace;
  /** Id for the next report: the form sent twice is one report. */
  readonly newId: string;
  /** Id for the next message to the authors. */
  readonly messageId: string;
}

/** What learners tell the authors at the foot of a unit: how it was, in one press, and what is wrong, in two. */
export function UnitVoice(props: UnitVoiceProps) {
  const { scene, place } = props;
  const { t, to } = scene;
  return (
    <section class="section lesson-voice" id="tell" aria-labelledby="tell-title">
      <h2 class="eyebrow" id="tell-title">
        {t('learning.tell.how')}
      </h2>
      <form
        method="post"
        action={to(learnPath(place.course.slug, place.unit.id, 'rating'))}
        data-live="rating"
      >
        <div class="row" data-region="rating">
          {unitRatings.map((rating) => (
            <Button key={rating} small name="rating" value={rating} pressed={place.rating === rating}>
              {t(`learning.tell.rating.${rating}`)}
            </Button>
          ))}
        </div>
      </form>
      <ReportFault {...props} />
      <WriteToAuthors {...props} />
    </section>
  );
}

/** Pressing what it is sends the report; the block and words are for who has more to say. */
function ReportFault({ scene: { t, to }, place, newId }: UnitVoiceProps) {
  const shown = place.blocks.filter(({ content }) => content.type !== 'source');
  const blocks = shown.map(({ id, title, content }, at) => ({
    value: id,
    label: `${t.number(at + 1)}. ${title || t(`courses.kind.${content.type}`)}`,
  }));
  return (
    <details class="fold">
      <summary>{t('learning.tell.wrong')}</summary>
      <form method="post" action={to(learnPath(place.course.slug, place.unit.id, 'fault'))} class="stack">
        <input type="hidden" name="id" value={newId} />
        <Select
          id="fault-block"
          name="block"
          label={t('learning.tell.where')}
          value={blocks.length === 1 ? blocks[0]?.value : ''}
          options={[{ value: '', label: t('learning.tell.whole-unit') }, ...blocks]}
        />
        <TextInput
          t={t}
          id="fault-words"
          name="words"
          label={t('learning.tell.words')}
          rows={2}
          maxlength={2000}
          dir="auto"
          optional
        />
        <Checkbox id="fault-write" name="write" value="yes" label={t('learning.tell.may-write')} />
        <fieldset class="field">
          <legend>{t('learning.tell.what')}</legend>
          <div class="row">
            {faults.map((fault) => (
              <Button key={fault} small name="fault" value={fault}>
                {t(`learning.tell.fault.${fault}`)}
              </Button>
            ))}
          </div>
        </fieldset>
      </form>
    </details>
  );
}

/** What is good and what could be better, in one's own words: the authors answer. */
function WriteToAuthors({ scene: { t, to }, place, messageId }: UnitVoiceProps) {
  const here = to(conversationPath(place.course.slug));
  return (
    <details class="fold">
      <summary>{t('learning.talk.write')}</summary>
      <p class="small soft">{t('learning.talk.in-unit')}</p>
      <MessageForm t={t} action={here} newId={messageId} unitId={place.unit.id} inUnit form={emptyForm} />
      <p>
        <a href={here}>{t('learning.talk.all')}</a>
      </p>
    </details>
  );
}
