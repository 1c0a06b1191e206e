import { tools } from "#paths/tools.ts";
import { ActionForm } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { Tool } from "./queries.ts";
import type { ToolContent } from "./rules.ts";
import { PaperSheet } from "./views.result.tsx";
import { trail } from "./views.staff.tsx";
import { wordsTitle } from "./views.words.tsx";

export const versionTitle = (tool: Pick<Tool, "content">, number: number) =>
  `${wordsTitle(tool)}, version ${number}`;

/** The words of a tool as they were. */
export function VersionPage({
  tool,
  number,
  content,
  mayWrite,
}: {
  tool: Tool;
  number: number;
  content: ToolContent;
  mayWrite: boolean;
}) {
  return (
    <>
      <PageHeader
        title={versionTitle(tool, number)}
        trail={[...trail, { label: wordsTitle(tool), href: tools.words(tool.code) }]}
        lead={content.lead}
      >
        {mayWrite && number !== tool.number ? (
          <ActionForm
            action={tools.versionReturn(tool.code, number)}
            label="Reprendre ce texte"
            kind="primary"
            hidden={{ version: tool.number }}
          />
        ) : null}
      </PageHeader>
      <PaperSheet tool={tool.code} content={content} answers={{}} />
    </>
  );
}
