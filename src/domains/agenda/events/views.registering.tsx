import { RadioField, TextField } from "#ui/fields.tsx";
import { registrations } from "./entry.ts";
import { registrationLabels } from "./texts.ts";
import { type FormFacts, fieldsOf } from "./views.form.tsx";
import { Part } from "./views.part.tsx";

const blankRegistration = { inscription: "none", seances: "serie", rappels: "7, 1" };

/** How one registers, how many places there are, what it costs. */
export function Registering(facts: FormFacts) {
  const field = fieldsOf(facts);
  const names = [
    "inscription",
    "inscription_adresse",
    "ouverture",
    "cloture",
    "places",
    "seances",
    "prix",
    "prix_mots",
    "rappels",
  ];
  return (
    <Part
      title="Inscription et prix"
      hint="sans inscription"
      fields={names}
      blank={blankRegistration}
      {...facts}
    >
      <RadioField
        name="inscription"
        legend="Comment s’inscrit-on ?"
        options={registrations.map((value) => ({ value, label: registrationLabels[value] }))}
        chosen={String(facts.typed["inscription"] ?? "none")}
        errors={facts.errors}
      />
      <TextField
        {...field("inscription_adresse")}
        autocomplete="off"
        help="Quand c’est sur une autre page."
      />
      <div class="field-row">
        <TextField {...field("places")} inputmode="numeric" autocomplete="off" help="Rien : pas de limite" />
        <TextField {...field("ouverture")} autocomplete="off" help="Rien : dès l’annonce" />
        <TextField {...field("cloture")} autocomplete="off" help="12/3/27, ou 12/3/27 à 18h" />
      </div>
      <RadioField
        name="seances"
        legend="S’il y a plusieurs dates"
        options={[
          { value: "serie", label: "Elles vont ensemble : on s’inscrit une fois pour toutes" },
          { value: "choix", label: "On choisit la sienne : les places sont celles de chaque date" },
        ]}
        chosen={String(facts.typed["seances"] ?? "serie")}
        errors={facts.errors}
      />
      <div class="field-row">
        <TextField
          {...field("prix")}
          inputmode="decimal"
          autocomplete="off"
          help="En euros. Rien : gratuit"
        />
        <TextField {...field("prix_mots")} autocomplete="off" help="« gratuit pour les adhérents »" />
        <TextField {...field("rappels")} autocomplete="off" help="Jours avant la date : 7, 1" />
      </div>
    </Part>
  );
}
