import type { Known } from "#platform/questionnaire/sources.ts";
import { formatInstant, formatNumber } from "#ui/format.ts";
import { PageHeader } from "#ui/page.tsx";
import { PaperForm } from "#ui/questionnaire/paper.tsx";
import type { Editor } from "./open.ts";
import type { Revision } from "./queries.ts";

export const revisionTitle = ({ number }: Revision) => `Révision ${number}`;

/** A revision as it was asked: answers given to it are read with it. */
export function RevisionPage({
  editor: { at, frame },
  revision,
  revisions,
  known,
}: {
  editor: Editor;
  revision: Revision;
  revisions: readonly Revision[];
  known: Known;
}) {
  return (
    <div class="paper">
      <PageHeader
        title={revisionTitle(revision)}
        trail={[...frame.trail, { label: "Questionnaire", href: at.home }]}
        lead={revision.publishedAt ? `Publiée le ${formatInstant(revision.publishedAt)}.` : "En brouillon."}
      />
      {revisions.length > 1 ? (
        <ul class="orders screen-only">
          {revisions.map(({ number }) => (
            <li>
              {number === revision.number ? (
                `Révision ${formatNumber(number)}`
              ) : (
                <a href={at.revision(number)}>Révision {formatNumber(number)}</a>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <PaperForm content={revision.content} known={known} />
    </div>
  );
}
