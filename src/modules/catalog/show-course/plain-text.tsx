/** Text as the documents have it: paragraphs parted by a blank line, list items that start with "- ". */
export function PlainText({ text }: { readonly text: string }) {
  return (
    <>
      {text.split(/\n{2,}/).map((block, place) => {
        const lines = block.split('\n').filter((line) => line.trim() !== '');
        const isList = lines.length > 0 && lines.every((line) => line.startsWith('- '));
        return isList ? (
          <ul key={place}>
            {lines.map((line, at) => (
              <li key={at}>{line.slice(2)}</li>
            ))}
          </ul>
        ) : (
          <p key={place}>
            {lines.map((line, at) => (
              <span key={at}>
                {at > 0 && <br />}
                {line}
              </span>
            ))}
          </p>
        );
      })}
    </>
  );
}
