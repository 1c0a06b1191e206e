import type { Child } from "hono/jsx";
import { support } from "#paths/support.ts";
import { tools } from "#paths/tools.ts";
import type { Errors } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import type { Goal } from "#ui/goal.tsx";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import type { Sheet, Tool } from "./queries.ts";
import type { Answers } from "./rules.ts";
import { ToolFields } from "./views.fields.tsx";
import { ToolResult } from "./views.result.tsx";

export const openTitle = "Outils du réseau";
export const openLead =
  "Des outils simples pour avancer sur un projet de solidarité internationale, seul ou à plusieurs. Chacun s’essaie ici sans compte : rien n’est gardé.";

export function OpenPage({ list }: { list: readonly Tool[] }) {
  return (
    <>
      <PageHeader title={openTitle} lead={openLead} />
      <ul class="lines">
        {list.map(({ code, content }) => (
          <li>
            <a class="line-title" href={tools.trial(code)}>
              {content.title}
            </a>
            <p>{content.lead}</p>
            <p class="small">
              <a href={tools.blank(code)}>
                Imprimer la feuille vierge<span class="sr-only"> de « {content.title} »</span>
              </a>
            </p>
          </li>
        ))}
      </ul>
      <p>
        Une personne du réseau peut aussi remplir un outil avec vous, et vous en donner le lien pour y revenir
        {"\u00a0"}: <a href={support.home()}>demandez un accompagnement</a>.
      </p>
    </>
  );
}

interface TrialProps {
  tool: Tool;
  answers: Answers;
  errors?: Errors;
  goals: readonly Goal[];
  /** The chessboard's own part. */
  board?: Child;
  /** Something was answered: what it comes to is shown. */
  done: boolean;
}

/** A tool tried without an account: what is sent is answered, and forgotten. */
export function TrialPage({ tool: { code, content }, answers, errors, goals, board, done }: TrialProps) {
  return (
    <>
      <PageHeader
        title={content.title}
        trail={[{ label: openTitle, href: tools.open() }]}
        lead={content.lead}
      >
        <ButtonLink href={tools.blank(code)} label="Imprimer la feuille vierge" kind="quiet" />
      </PageHeader>
      {done ? <ToolResult tool={code} content={content} answers={answers} goals={goals} /> : null}
      <Form action={tools.trial(code)} errors={errors} data={{ "data-turbo": "false" }}>
        {board}
        <ToolFields tool={code} content={content} answers={answers} errors={errors} />
        <div class="buttons">
          <Submit label="Voir ce que cela donne" />
          <span class="help">Rien n’est gardé : imprimez la page pour l’emporter.</span>
        </div>
      </Form>
    </>
  );
}

interface SheetProps {
  sheet: Sheet;
  action: string;
  answers: Answers;
  errors?: Errors | undefined;
  goals: readonly Goal[];
  board?: Child;
  title: string;
  version: number;
  /** A colleague, or the actor, kept something else meanwhile. */
  conflict?: boolean | undefined;
  readOnly?: boolean;
}

/** A tool being filled, by the team or by the actor who has its link. */
export function SheetForm({
  sheet,
  action,
  answers,
  errors,
  goals,
  board,
  title,
  version,
  conflict,
  readOnly,
}: SheetProps) {
  return (
    <>
      {conflict ? (
        <Callout tone="warning">
          <p>
            Quelqu’un d’autre a enregistré cette fiche pendant que vous écriviez. Vos réponses sont ci-dessous
            {"\u00a0"}: enregistrez de nouveau pour les garder à la place, ou{" "}
            <a href={action}>repartez de ce qui est enregistré</a>.
          </p>
        </Callout>
      ) : null}
      <ToolResult tool={sheet.tool} content={sheet.content} answers={answers} goals={goals} />
      <Form action={action} errors={errors}>
        <Hidden name="version" value={String(version)} />
        <TextField name="intitule" label="Intitulé" value={title} required errors={errors} />
        {board}
        <ToolFields tool={sheet.tool} content={sheet.content} answers={answers} errors={errors} />
        {readOnly ? null : (
          <div class="buttons">
            <Submit label="Enregistrer" />
          </div>
        )}
      </Form>
    </>
  );
}
