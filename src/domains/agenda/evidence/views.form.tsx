import { trainingEvidence } from "#paths/training-evidence.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, SelectField, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDuration } from "#ui/format.ts";
import { Callout, PageHeader } from "#ui/page.tsx";
import { kindField } from "./input.ts";
import type { Evidence } from "./queries.ts";
import { objectives, traineeKinds } from "./rules.ts";
import { kindWords, objectiveWords } from "./texts.ts";

export const evidenceTitle = ({ title }: { title: string }) => `« ${title} » au bilan pédagogique`;

const kinds = traineeKinds.map((value) => ({ value, label: kindWords[value] }));

interface Props {
  evidence: Evidence;
  specialties: readonly string[];
  typed?: Typed;
  errors?: Errors;
  version?: number;
  /** A colleague saved first. */
  conflict?: boolean;
}

/** What the yearly report asks of one training, and of which kind each person was. */
export function EvidencePage({ evidence, specialties, typed, errors, version, conflict }: Props) {
  const field = { typed, errors };
  const hours = (minutes: number) => (minutes > 0 ? formatDuration(minutes) : "");
  const count = (number: number) => (number > 0 ? String(number) : "");
  return (
    <>
      <PageHeader
        title={evidenceTitle(evidence)}
        trail={[{ label: "Bilan pédagogique", href: trainingEvidence.report() }]}
      />
      {conflict ? (
        <Callout tone="warning">
          Une autre personne a enregistré cette formation pendant votre saisie :{" "}
          {kindWords[evidence.kind].toLowerCase()}, {objectiveWords[evidence.objective].toLowerCase()},{" "}
          {evidence.specialty || "sans spécialité"}. Votre saisie est ci-dessous : enregistrez-la de nouveau
          si elle est la bonne.
        </Callout>
      ) : null}
      <Form action={trainingEvidence.one(evidence.eventId)} errors={errors}>
        <Hidden name="version" value={String(version ?? evidence.version)} />
        <SelectField
          {...field}
          name="stagiaires"
          label="Qui est formé"
          value={evidence.kind}
          options={kinds}
          required
        />
        <SelectField
          {...field}
          name="objectif"
          label="Ce que vise la formation"
          value={evidence.objective}
          options={objectives.map((value) => ({ value, label: objectiveWords[value] }))}
          required
        />
        <TextField
          {...field}
          name="specialite"
          label="Spécialité de formation"
          value={evidence.specialty}
          required={false}
          help={
            specialties.length > 0
              ? `Déjà utilisées : ${specialties.slice(0, 5).join(" ; ")}.`
              : "D’après la nomenclature des spécialités de formation, par exemple 332 Travail social."
          }
        />
        <CheckboxField
          name="confiee"
          label="Confiée par un autre organisme de formation"
          checked={typed ? typed["confiee"] === "oui" : evidence.subcontracted}
        />
        <fieldset class="form">
          <legend>Qui a formé</legend>
          <div class="field-row">
            <TextField
              {...field}
              name="internes"
              label="Personnes de l’équipe"
              value={count(evidence.inside_trainers)}
              inputmode="numeric"
              required={false}
            />
            <TextField
              {...field}
              name="heures_internes"
              label="Leurs heures"
              value={hours(evidence.inside_minutes)}
              required={false}
            />
          </div>
          <div class="field-row">
            <TextField
              {...field}
              name="externes"
              label="Personnes extérieures"
              value={count(evidence.outside_trainers)}
              inputmode="numeric"
              required={false}
            />
            <TextField
              {...field}
              name="heures_externes"
              label="Leurs heures, intervenants extérieurs"
              value={hours(evidence.outside_minutes)}
              required={false}
            />
          </div>
        </fieldset>
        {evidence.people.length > 0 ? (
          <fieldset class="form">
            <legend>Personnes présentes</legend>
            <p class="help">Sans choix, chacune est comptée comme la formation.</p>
            {evidence.people.map(({ registrationId, name, kind }) => (
              <SelectField
                {...field}
                name={kindField(registrationId)}
                label={name}
                value={kind ?? ""}
                empty="Comme la formation"
                options={kinds}
                required={false}
              />
            ))}
          </fieldset>
        ) : null}
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={trainingEvidence.report(evidence.year ?? undefined)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
