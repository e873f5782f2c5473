/** Joins the class names that hold; undefined when none does, so that no empty attribute is written. */
export function classes(...names: readonly (string | false | undefined)[]): string | undefined {
  const held = names.filter(Boolean).join(' ');
  return held === '' ? undefined : held;
}
