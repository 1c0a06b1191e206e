import { accounts } from "#paths/accounts.ts";
import { incubation } from "#paths/incubation.ts";
import type { Day } from "#platform/dates.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDay, formatInstant } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { ButtonLink, Callout, Facts, PageHeader, Tag } from "#ui/page.tsx";
import { Paragraphs } from "#ui/prose.tsx";
import type { Cohort } from "./queries.ts";
import { cohortState } from "./rules.ts";
import { stateLabels, stateTones, yearsOf } from "./texts.ts";
import { Budget } from "./views.budget.tsx";
import { upToCohorts } from "./views.form.tsx";
import { Milestones } from "./views.milestones.tsx";
import { Organisations } from "./views.organisations.tsx";
import { Programme } from "./views.programme.tsx";

/** The form of the page that was sent wrong: what was typed and what to mend. */
export interface Wrong {
  form: "enter" | "milestone" | "line" | "closing" | "entry" | "leaving" | "point" | "person";
  errors: Errors;
  typed: Typed;
}

export interface CohortPageProps {
  cohort: Cohort;
  names: ReadonlyMap<string, string>;
  today: Day;
  /** Writes, and the cohort is not deleted. */
  mayWrite: boolean;
  mayRestore: boolean;
  seesChanges: boolean;
  wrong?: Wrong | undefined;
}

/** A cohort: who is in it and how far, its milestones, its programme, its budget. */
export function CohortPage(props: CohortPageProps) {
  const { cohort, names, mayWrite, today } = props;
  const state = cohortState(cohort, Number(today.slice(0, 4)));
  return (
    <>
      <PageHeader title={cohort.name} trail={upToCohorts}>
        {mayWrite ? (
          <>
            <ButtonLink href={incubation.edit(cohort.id)} label="Modifier" kind="quiet" accesskey="m" />
            <ActionForm action={incubation.removal(cohort.id)} label="Supprimer" kind="danger" />
          </>
        ) : null}
      </PageHeader>
      {cohort.removed_at ? (
        <Callout tone="warning">
          <p>
            Cette cohorte est supprimée depuis le {formatInstant(cohort.removed_at)} : elle n’est dans aucune
            liste. Les accompagnements de ses organisations restent.
          </p>
          {props.mayRestore ? (
            <ActionForm action={incubation.restoration(cohort.id)} label="Rétablir" kind="primary" />
          ) : null}
        </Callout>
      ) : null}
      <p>
        <Tag label={stateLabels[state]} tone={stateTones[state]} />{" "}
        <span class="soft small">{yearsOf(cohort)}</span>
      </p>
      <Facts
        facts={[
          ["Dispositif", cohort.scheme],
          ["Référent ou référente", names.get(cohort.referent_id ?? "") ?? "Personne pour l’instant"],
          ["Ce qu’elle vise", cohort.purpose ? <Paragraphs text={cohort.purpose} /> : null],
          ["Close le", cohort.closed_on ? formatDay(cohort.closed_on) : null],
          ["Bilan", cohort.closing_words ? <Paragraphs text={cohort.closing_words} /> : null],
        ]}
      />
      <Organisations {...props} />
      <Milestones {...props} />
      <Programme {...props} />
      <Budget {...props} />
      {mayWrite ? <Closing {...props} /> : null}
      {props.seesChanges ? (
        <p>
          <a href={withQuery(accounts.changes(), { table: "support.cohorts", fiche: cohort.id })}>
            Qui a modifié cette cohorte
          </a>
        </p>
      ) : null}
    </>
  );
}

function Closing({ cohort, wrong }: CohortPageProps) {
  const mine = wrong?.form === "closing" ? wrong : undefined;
  const state = { typed: mine?.typed, errors: mine?.errors };
  if (cohort.closed_on)
    return <ActionForm action={incubation.reopening(cohort.id)} label="Reprendre cette cohorte" />;
  return (
    <details open={mine !== undefined} class="section-fold">
      <summary>Clore cette cohorte</summary>
      <Form action={incubation.closing(cohort.id)} errors={mine?.errors} label="Clore cette cohorte">
        <Hidden name="version" value={String(mine?.typed["version"] ?? cohort.version)} />
        <TextField
          {...state}
          name="cloture"
          label="Close le"
          required={false}
          help="Aujourd’hui, si rien n’est dit."
          autocomplete="off"
        />
        <TextArea
          {...state}
          name="mots"
          label="Bilan"
          required={false}
          rows={3}
          value={cohort.closing_words}
        />
        <div class="buttons">
          <Submit label="Clore" />
        </div>
      </Form>
    </details>
  );
}
