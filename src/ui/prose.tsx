/** A text typed by people: an empty line starts a paragraph, a line end stays one. */
export function Paragraphs({ text }: { text: string }) {
  const paragraphs = text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim());
  return (
    <>
      {paragraphs.map((paragraph) => (
        <p>
          <Lines text={paragraph} />
        </p>
      ))}
    </>
  );
}

/** A short text on several lines, such as an address. */
export function Lines({ text }: { text: string }) {
  return (
    <>
      {text
        .trim()
        .split(/\r?\n/)
        .map((line, index) => (
          <>
            {index > 0 ? <br /> : null}
            {line}
          </>
        ))}
    </>
  );
}
