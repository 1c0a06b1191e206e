import { support } from "#paths/support.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { SelectField, TextArea } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { EmptyState, PageHeader } from "#ui/page.tsx";
import { upToBoard } from "../courses/views.form.tsx";
import { stageLabels } from "../texts.ts";
import type { HeldCourse } from "./queries.ts";

export const handoversTitle = "Passer le relais";

/** In the address, the courses that nobody follows. */
export const nobody = "personne";

interface Props {
  staff: readonly { value: string; label: string }[];
  names: ReadonlyMap<string, string>;
  holders: readonly { id: string | null; courses: number }[];
  /** Whose courses are shown: an account, nobody, or nothing chosen yet. */
  from: string | undefined;
  held: readonly HeldCourse[];
  typed?: Typed;
  errors?: Errors;
}

/** A colleague leaves, or comes: all their courses, or some, pass to another with a word. */
export function HandoversPage({ staff, names, holders, from, held, typed = {}, errors }: Props) {
  return (
    <>
      <PageHeader
        title={handoversTitle}
        trail={upToBoard}
        lead="Quand une personne part ou change de poste, ses accompagnements passent à une autre. L’historique de chacun garde qui l’a suivi."
      />
      {holders.length === 0 ? (
        <EmptyState title="Aucun accompagnement n’est ouvert">
          <p>Il n’y a pas de relais à passer.</p>
        </EmptyState>
      ) : (
        <ul class="lines">
          {holders.map(({ id, courses }) => (
            <li>
              <a
                href={withQuery(support.handovers(), { de: id ?? nobody })}
                aria-current={(id ?? nobody) === from ? "true" : undefined}
              >
                {id ? (names.get(id) ?? "Un compte fermé") : "Personne"}
              </a>
              <span class="soft small"> {plural(courses, "accompagnement")}</span>
            </li>
          ))}
        </ul>
      )}
      {from !== undefined && held.length > 0 ? (
        <Form action={support.handovers()} errors={errors} once>
          <Hidden name="de" value={from} />
          <SelectField
            name="a"
            label="Passer à"
            required
            empty="Choisir…"
            typed={typed}
            errors={errors}
            options={[
              ...staff.filter(({ value }) => value !== from),
              { value: nobody, label: "Personne pour l’instant" },
            ]}
          />
          <CheckGroup
            name="lesquels"
            legend="Lesquels"
            required
            errors={errors}
            chosen={listOf(typed, held)}
            options={held.map(({ id, subject, organisation, stage }) => ({
              value: String(id),
              label: `${subject}${organisation ? `, ${organisation}` : ""} (${stageLabels[stage].toLowerCase()})`,
            }))}
          />
          <TextArea
            name="mot"
            label="Un mot pour qui reprend"
            required={false}
            rows={3}
            typed={typed}
            errors={errors}
          />
          <div class="buttons">
            <Submit label="Passer le relais" />
            <a href={support.board()}>Renoncer</a>
          </div>
        </Form>
      ) : null}
    </>
  );
}

/** All are checked before anything is typed. */
const listOf = (typed: Typed, held: readonly HeldCourse[]) => {
  const given = typed["lesquels"];
  if (given === undefined) return typed["de"] ? [] : held.map(({ id }) => String(id));
  return Array.isArray(given) ? given : [given];
};
