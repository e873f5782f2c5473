import type { IsCommon } from './password-rules.ts';

let loaded: Promise<IsCommon> | undefined;

/** The list of leaked passwords that ships with its package: unpacked at first use, asked without any network. */
export function leakedPasswords(): Promise<IsCommon> {
  loaded ??= import('fxa-common-password-list').then(
    ({ default: list }) =>
      (password) =>
        list.test(password),
  );
  return loaded;
}
