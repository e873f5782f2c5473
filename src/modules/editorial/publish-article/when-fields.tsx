import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { zoneOptions } from '../../../platform/ui/zone-options.ts';

export interface WhenFieldsProps {
  readonly t: Translator;
  readonly day: string;
  readonly time: string;
  readonly zone: string;
  readonly now: Date;
  readonly error?: string | undefined;
}

/** A day, a time, and the clock that shows it. */
export function WhenFields({ t, day, time, zone, now, error }: WhenFieldsProps) {
  return (
    <>
      <TextInput
        id="day"
        name="day"
        type="date"
        label={t('editorial.publish.day')}
        value={day}
        min={dayOf(new Date(now.getTime() - 86_400_000))}
        error={error}
      />
      <div class="field">
        <label for="time">{t('editorial.publish.time')}</label>
        <input class="input" id="time" name="time" type="time" value={time} />
      </div>
      <Select
        id="zone"
        name="zone"
        label={t('editorial.publish.zone')}
        hint={t('editorial.publish.zone.hint')}
        options={zoneOptions(zone)}
        value={zone}
      />
    </>
  );
}
