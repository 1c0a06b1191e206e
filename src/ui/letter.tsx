import { raw } from "hono/html";

/** What a letter says: sentences, at most one thing to do, and where else one may go. */
export interface LetterContent {
  /** The network that writes. */
  network: string;
  subject: string;
  greeting: string;
  paragraphs: readonly string[];
  action?: { label: string; href: string };
  /** Below the thing to do: a file for one's calendar, a questionnaire. */
  links?: readonly { label: string; href: string }[];
  /** Below the signature: why one gets this letter, how long the link lasts. */
  notes?: readonly string[];
}

const style = `
  body { margin: 0; padding: 24px 16px; background: #f6f3ec; color: #23291f; }
  .sheet { max-width: 36em; margin: 0 auto; padding: 32px; background: #fffdf8; border-top: 4px solid #1f5b3f; }
  .sheet, .sheet a { font: 17px/1.6 "Atkinson Hyperlegible Next", "Segoe UI", Helvetica, Arial, sans-serif; }
  .sheet h1 { margin: 0 0 20px; font-size: 22px; line-height: 1.3; color: #1f5b3f; }
  .sheet a.action { display: inline-block; padding: 10px 20px; background: #1f5b3f; color: #ffffff; text-decoration: none; }
  .sheet .notes { margin-top: 28px; font-size: 14px; color: #5a6154; }
`;

/** The letter in both its forms, from the same words: `html`, a whole document, and `text` for who reads without. */
export function composeLetter(content: LetterContent): { subject: string; html: string; text: string } {
  const { subject, greeting, paragraphs, action, links = [], network, notes = [] } = content;
  const text = [
    greeting,
    ...paragraphs,
    ...[...(action ? [action] : []), ...links].map(({ label, href }) => `${label} :\n${href}`),
    network,
    ...(notes.length > 0 ? ["--", ...notes] : []),
  ].join("\n\n");
  return { subject, text: `${text}\n`, html: String(<LetterDocument {...content} />) };
}

function LetterDocument({
  subject,
  greeting,
  paragraphs,
  action,
  links = [],
  network,
  notes = [],
}: LetterContent) {
  return (
    <>
      {raw("<!doctype html>")}
      <html lang="fr">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{subject}</title>
          <style>{raw(style)}</style>
        </head>
        <body>
          <div class="sheet">
            <h1>{subject}</h1>
            <p>{greeting}</p>
            {paragraphs.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
            {action ? (
              <p>
                <a class="action" href={action.href}>
                  {action.label}
                </a>
              </p>
            ) : null}
            {links.map(({ label, href }) => (
              <p>
                <a href={href}>{label}</a>
              </p>
            ))}
            <p>{network}</p>
            {notes.map((note) => (
              <p class="notes">{note}</p>
            ))}
          </div>
        </body>
      </html>
    </>
  );
}
