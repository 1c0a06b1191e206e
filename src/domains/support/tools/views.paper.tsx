import type { Child } from "hono/jsx";
import type { Goal } from "#ui/goal.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { Sheet, Tool } from "./queries.ts";
import { PaperSheet, ToolResult } from "./views.result.tsx";

/** An empty tool to fill with a pen, around a table. */
export function BlankPage({
  tool: { code, content },
  back,
}: {
  tool: Tool;
  back: { label: string; href: string };
}) {
  return (
    <article class="tool-sheet">
      <PageHeader title={content.title} trail={[back]} lead={content.lead} />
      {paperHint}
      <dl class="tool-heading">
        <dt>Projet ou organisation</dt>
        <dd />
        <dt>Le</dt>
        <dd />
      </dl>
      {code === "chessboard" ? <BlankPartners /> : null}
      <PaperSheet tool={code} content={content} answers={{}} />
      {content.closing ? <p class="soft">{content.closing}</p> : null}
    </article>
  );
}

/** Where the partners that one thinks of are written. */
const BlankPartners = () => (
  <section class="tool-paper">
    <h2>Partenaires possibles</h2>
    {["Près de nous", "Dans les mêmes pays", "Dans le même domaine"].map((where) => (
      <div class="tool-asked">
        <p class="line-title">{where}</p>
        <div class="tool-blank" />
      </div>
    ))}
  </section>
);

const paperHint = <p class="help tool-hint">Pour l’imprimer, ou l’enregistrer en PDF{"\u00a0"}: Ctrl + P.</p>;

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
      {paperHint}
      <p class="soft">{sheet.content.lead}</p>
      <ToolResult tool={sheet.tool} content={sheet.content} answers={sheet.answers} goals={goals} />
      {board}
      <PaperSheet tool={sheet.tool} content={sheet.content} answers={sheet.answers} />
    </article>
  );
}
