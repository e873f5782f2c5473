/** A line or a text for machines: left to right in every language. */
export function Code({ text }: { readonly text: string }) {
  return (
    <pre dir="ltr" tabindex={0}>
      <code>{text}</code>
    </pre>
  );
}
