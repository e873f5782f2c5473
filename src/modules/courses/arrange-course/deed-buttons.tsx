import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import type { PartKind } from './draft-outline.ts';

/** The one form that all of these buttons belong to: it stands once on a page. */
export const arrangeForm = 'arrange';

export interface ArrangeFormProps {
  readonly action: string;
  /** On the page of a unit: its id. */
  readonly unit?: string;
  /** Region that the enhancer swaps. */
  readonly live: string;
}

export function ArrangeForm({ action, unit, live }: ArrangeFormProps) {
  return (
    <form id={arrangeForm} method="post" action={action} data-live={live}>
      {unit !== undefined && <input type="hidden" name="unit" value={unit} />}
    </form>
  );
}

export interface DeedButtonsProps {
  readonly t: Translator;
  readonly kind: PartKind;
  readonly id: string;
  /** What it is called, for whoever hears the button without seeing where it stands. */
  readonly name: string;
  /** Nothing stands before it, nothing after it. */
  readonly first: boolean;
  readonly last: boolean;
}

const icons = { up: 'up', down: 'down', duplicate: 'copy', remove: 'remove' } as const;

/** Up, down, duplicate, remove; a phone shows the signs alone, and the words are heard. */
export function DeedButtons({ t, kind, id, name, first, last }: DeedButtonsProps) {
  const button = (what: 'up' | 'down' | 'duplicate' | 'remove', disabled = false) => (
    <Button
      small
      kind="quiet"
      icon={icons[what]}
      form={arrangeForm}
      name="do"
      value={`${what}:${kind}:${id}`}
      disabled={disabled}
    >
      <span class="deed">{t(`courses.outline.${what}`)}</span>
      <span class="unseen"> {name}</span>
    </Button>
  );
  return (
    <div class="row deeds">
      {button('up', first)}
      {button('down', last)}
      {kind !== 'sections' && button('duplicate')}
      {button('remove')}
    </div>
  );
}

export interface UndoProps {
  readonly t: Translator;
  /** What was just taken out. */
  readonly undone: { readonly kind: PartKind; readonly id: string; readonly title: string } | undefined;
}

/** What was taken out can be put back as long as this line stands there. */
export function Undo({ t, undone }: UndoProps) {
  if (!undone) return null;
  return (
    <div class="undo">
      <p role="status">
        {undone.title === ''
          ? t('courses.outline.removed-one')
          : t('courses.outline.removed', { title: undone.title })}
      </p>
      <Button small form={arrangeForm} name="do" value={`put-back:${undone.kind}:${undone.id}`}>
        {t('courses.outline.put-back')}
      </Button>
    </div>
  );
}
