import { Button, LinkButton } from './button.tsx';
import { Pagehead } from './pagehead.tsx';

export interface ConfirmationProps {
  /** The question: "Erase your account?". */
  readonly title: string;
  readonly lead?: string | undefined;
  /** What will happen, one line each. */
  readonly effects?: readonly string[] | undefined;
  /** Where the yes is posted to. */
  readonly action: string;
  readonly keep?: readonly (readonly [name: string, value: string])[] | undefined;
  /** The deed itself as a verb ("erase"), never "OK". */
  readonly yes: string;
  readonly danger?: boolean | undefined;
  readonly no: string;
  readonly back: string;
}

/** A page that asks before something that cannot be undone; a page and no dialog, so that it works everywhere. */
export function Confirmation({
  title,
  lead,
  effects = [],
  action,
  keep = [],
  yes,
  danger,
  no,
  back,
}: ConfirmationProps) {
  return (
    <form method="post" action={action} class="confirmation">
      <Pagehead title={title} lead={lead} />
      {keep.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {effects.length > 0 && (
        <div class="prose">
          <ul>
            {effects.map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="row form-end">
        <Button kind={danger ? 'danger' : 'first'}>{yes}</Button>
        <LinkButton kind="quiet" href={back}>
          {no}
        </LinkButton>
      </div>
    </form>
  );
}
