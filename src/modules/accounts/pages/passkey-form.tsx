import type { ComponentChildren } from 'preact';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, type ButtonKind } from '../../../platform/ui/button.tsx';

export interface PasskeyFormProps {
  readonly t: Translator;
  readonly site: Site;
  /** Where the device's answer goes; what to ask it comes from `/options` below. */
  readonly path: string;
  readonly deed: 'add' | 'sign-in';
  readonly label: string;
  readonly kind?: ButtonKind;
  readonly children?: ComponentChildren;
}

/** Hidden until the script finds that the browser knows passkeys (src/client/passkey.ts). */
export function PasskeyForm({ t, site, path, deed, label, kind = 'plain', children }: PasskeyFormProps) {
  return (
    <form
      method="post"
      action={urlFor(site, t.lang, path)}
      data-passkey={deed}
      data-options={urlFor(site, t.lang, `${path}/options`)}
      data-failed={t('accounts.passkeys.failed')}
      class="stack"
      hidden
    >
      <input type="hidden" name="response" />
      {children}
      <div class="row">
        <Button kind={kind}>{label}</Button>
      </div>
      <p class="soft" role="status" data-said />
    </form>
  );
}
