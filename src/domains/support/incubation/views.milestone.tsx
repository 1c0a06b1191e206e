import { incubation } from "#paths/incubation.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { Cohort, Milestone } from "./queries.ts";
import { upToCohorts } from "./views.form.tsx";

/** What is said of a milestone. */
export function MilestoneFields({
  typed,
  errors,
}: {
  typed?: Typed | undefined;
  errors?: Errors | undefined;
}) {
  const field = { typed, errors, autocomplete: "off" };
  return (
    <>
      <TextField {...field} name="titre" label="Jalon" required />
      <div class="field-row">
        <TextField
          {...field}
          name="echeance"
          label="Pour le"
          required={false}
          help="La même date pour toutes."
        />
        <TextField
          {...field}
          name="mois"
          label="Ou, mois après l’entrée"
          required={false}
          inputmode="numeric"
          help="6 : six mois après l’entrée de chacune."
        />
      </div>
    </>
  );
}

export const milestoneTitle = ({ title }: { title: string }) => `Modifier le jalon « ${title} »`;

/** A milestone being changed. */
export function MilestonePage({
  cohort,
  milestone,
  typed,
  errors,
}: {
  cohort: Cohort;
  milestone: Milestone;
  typed: Typed;
  errors?: Errors;
}) {
  const here = incubation.one(cohort.id);
  return (
    <>
      <PageHeader
        title={milestoneTitle(milestone)}
        trail={[...upToCohorts, { label: cohort.name, href: here }]}
        lead="Ce que chaque organisation en a atteint reste."
      >
        <ActionForm
          action={incubation.milestoneRemoval(cohort.id, milestone.id)}
          label="Supprimer"
          kind="danger"
        />
      </PageHeader>
      <Form action={incubation.milestone(cohort.id, milestone.id)} errors={errors}>
        <Hidden name="version" value={String(typed["version"] ?? milestone.version)} />
        <MilestoneFields typed={typed} errors={errors} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={here}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
