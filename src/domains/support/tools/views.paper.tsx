import type { Child } from "hono/jsx";
import type { Goal } from "#ui/goal.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { Sheet } from "./queries.ts";
import { PaperSheet, ToolResult } from "./views.result.tsx";

/** A filled tool as one prints it. */
export function PaperPage({
  sheet,
  goals,
  board,
  back,
}: {
  sheet: Sheet;
  goals: readonly Goal[];
  board?: Child;
  back: { label: string; href: string };
}) {
  return (
    <article class="tool-sheet">
      <PageHeader
        title={sheet.title}
        trail={[back]}
        lead={[sheet.content.title, sheet.organisation].filter(Boolean).join(" · ")}
      />
      <p class="soft">{sheet.content.lead}</p>
      <ToolResult tool={sheet.tool} content={sheet.content} answers={sheet.answers} goals={goals} />
      {board}
      <PaperSheet tool={sheet.tool} content={sheet.content} answers={sheet.answers} />
      <p class="help tool-hint">Pour l’imprimer, ou l’enregistrer en PDF : Ctrl + P.</p>
    </article>
  );
}
