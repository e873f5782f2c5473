import type { AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState } from '../../../platform/http/form.ts';
import { urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { FieldSet } from '../../../platform/ui/field-set.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { type Pace, paces } from '../contract.ts';
import { wantField } from './read-fields.ts';

/** What the fields need to know of the request. */
export interface FollowScene {
  readonly t: Translator;
  readonly signedIn: boolean;
  /** Of the wish: a form that is sent twice asks once. */
  readonly id: string;
  /** The script that offers messages of the browser. */
  readonly script: string | undefined;
  /** Where that script finds the public key. */
  readonly pushKey: string;
}

export function followScene(c: AppContext): FollowScene {
  const { t, actor, tools, site, lang } = c.var;
  return {
    t,
    signedIn: actor.kind === 'person',
    id: actor.ids.next(),
    script: tools.assets.islands?.['push'],
    pushKey: urlFor(site, lang, '/following/push-key.json'),
  };
}

interface FollowFieldsProps {
  readonly scene: FollowScene;
  /** Kind of the topic: its wants are called by the messages `KIND.want.WANT`. */
  readonly kind: string;
  /** All wants to choose from; one alone is not asked about. */
  readonly offered: readonly string[];
  /** Those that are chosen at first; all when left out. */
  readonly chosen?: readonly string[];
  /** What the person has chosen before; at once when left out. */
  readonly pace?: Pace;
  /** Offers to stop, beside the rest. */
  readonly isFollowing?: boolean;
  /** A form that came back. */
  readonly form?: FormState;
}

/** The label of a want, in the words of the module that knows the topic. */
export const wantLabel = (t: Translator, kind: string, want: string): string =>
  t(`${kind}.want.${want}` as MessageKey);

/**
 * Everything inside a form to follow something, its buttons too: what to hear of, where to, how often. The form itself
 * posts to a route that calls answerFollow.
 */
export function FollowFields(props: FollowFieldsProps) {
  const { scene, kind, offered, chosen = offered, pace = 'at-once', isFollowing, form = emptyForm } = props;
  const { t, signedIn } = scene;
  const errors = Object.entries(form.errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }));
  const error = (name: string) => errors.find(({ id }) => id === name)?.message;
  const present = form === emptyForm ? chosen : offered.filter((want) => form.values[wantField(want)]);
  const offeredPaces = paces.filter((pace) => signedIn || pace !== 'no-letter');
  return (
    <div class="stack">
      <ErrorSummary t={t} errors={errors} />
      <input type="hidden" name="id" value={form.values['id'] ?? scene.id} />
      <Wants t={t} kind={kind} offered={offered} chosen={present} error={error('wants')} />
      {signedIn ? (
        <p>{t('notify.follow.by-account')}</p>
      ) : (
        <TextInput
          id="mail"
          name="mail"
          label={t('notify.follow.mail')}
          hint={t('notify.follow.mail.hint')}
          error={error('mail')}
          value={form.values['mail']}
          type="email"
          autocomplete="email"
          required
        />
      )}
      <Choices
        id="pace"
        name="pace"
        kind="radio"
        label={t('notify.pace')}
        options={offeredPaces.map((pace) => ({ value: pace, label: t(`notify.pace.${pace}`) }))}
        chosen={[form.values['pace'] ?? pace]}
        error={error('pace')}
      />
      <div class="row form-end">
        <Button kind="first">{t(isFollowing ? 'notify.following.save' : 'notify.follow.do')}</Button>
        {isFollowing && (
          <Button name="stop" value="1">
            {t('notify.following.end')}
          </Button>
        )}
        <ByBrowser scene={scene} error={error('push')} />
      </div>
    </div>
  );
}

interface WantsProps {
  readonly t: Translator;
  readonly kind: string;
  readonly offered: readonly string[];
  readonly chosen: readonly string[];
  readonly error?: string | undefined;
}

/** Boxes for each want; where there is one alone it goes without saying. */
export function Wants({ t, kind, offered, chosen, error }: WantsProps) {
  const [only] = offered;
  if (only !== undefined && offered.length === 1)
    return <input type="hidden" name={wantField(only)} value="1" />;
  return (
    <FieldSet id="wants" label={t('notify.wants')} error={error}>
      {offered.map((want) => (
        <label key={want} class="choice">
          <input type="checkbox" name={wantField(want)} value="1" checked={chosen.includes(want)} />
          <span>{wantLabel(t, kind, want)}</span>
        </label>
      ))}
    </FieldSet>
  );
}

/** Hidden until the script finds that this browser takes messages (src/client/push.ts). */
function ByBrowser({ scene, error }: { readonly scene: FollowScene; readonly error: string | undefined }) {
  const { t, script, pushKey } = scene;
  if (script === undefined) return null;
  return (
    <div
      class="row"
      id="push"
      hidden
      data-push={pushKey}
      data-denied={t('notify.push.denied')}
      data-failed={t('notify.push.failed')}
    >
      <input type="hidden" name="push" />
      <Button type="button">{t('notify.push.do')}</Button>
      <p class="soft" role="status" data-said>
        {error}
      </p>
      <script type="module" src={script} />
    </div>
  );
}
