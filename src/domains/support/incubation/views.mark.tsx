import { incubation } from "#paths/incubation.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDay } from "#ui/format.ts";
import { PageHeader } from "#ui/page.tsx";
import type { Stay } from "./queries.stay.ts";
import type { Milestone } from "./queries.ts";
import { upToCohorts } from "./views.form.tsx";
import { stayTitle } from "./views.stay.tsx";

export const markTitle = ({ title }: Milestone, { name }: Pick<Stay, "name">) => `${title} : ${name}`;

/** What an organisation made of a milestone: on which day, with which note. */
export function MarkPage({
  stay,
  milestone,
  dueOn,
  typed,
  errors,
}: {
  stay: Stay;
  milestone: Milestone;
  dueOn: string;
  typed: Typed;
  errors?: Errors;
}) {
  const here = incubation.stay(stay.id);
  const field = { typed, errors, required: false };
  return (
    <>
      <PageHeader
        title={markTitle(milestone, stay)}
        trail={[
          ...upToCohorts,
          { label: stay.cohort, href: incubation.one(stay.cohort_id) },
          { label: stayTitle(stay), href: here },
        ]}
        lead={`Attendu pour le ${formatDay(dueOn)}.`}
      />
      <Form action={incubation.mark(stay.id, milestone.id)} errors={errors}>
        <Hidden name="version" value={String(typed["version"] ?? 0)} />
        <TextField
          {...field}
          name="atteint"
          label="Atteint le"
          help="Vide : pas encore atteint."
          autocomplete="off"
        />
        <TextArea {...field} name="note" label="Note" rows={3} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={here}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
