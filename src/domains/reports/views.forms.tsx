import { indicators } from "#domains/observatory/index.ts";
import { reports } from "#paths/reports.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Chapter } from "./chapters.ts";
import type { Claim } from "./reconciliation.ts";
import { comparisons } from "./rules.ts";
import { comparisonLabels } from "./texts.ts";

interface Filled {
  errors?: Errors;
  typed?: Typed;
}

export const passageTitle = (year: number, chapter: Chapter) => `${chapter.title} ${year} : le texte`;

/** Staff's words for one chapter. */
export function PassagePage({
  year,
  chapter,
  passage,
  conflicting,
  errors,
  typed,
}: Filled & {
  year: number;
  chapter: Chapter;
  passage: { text: string; version: number };
  conflicting?: boolean;
}) {
  return (
    <>
      <PageHeader
        title={passageTitle(year, chapter)}
        trail={[
          { label: "Bilans annuels", href: reports.all() },
          { label: `Bilan ${year}`, href: reports.draft(year) },
        ]}
        lead={chapter.lead}
      />
      {conflicting ? (
        <Callout tone="warning">
          <p>Le texte noté maintenant :</p>
          <blockquote>{passage.text || "(vide)"}</blockquote>
        </Callout>
      ) : null}
      <Form action={reports.passage(year, chapter.id)} errors={errors} label={passageTitle(year, chapter)}>
        <Hidden name="version" value={String(passage.version)} />
        <TextArea
          name="text"
          label="Texte du chapitre"
          rows={14}
          help="Des paragraphes simples, séparés par une ligne vide. Les chiffres et les graphiques viennent seuls."
          value={passage.text}
          required={false}
          errors={errors}
          typed={typed}
        />
        <Submit label="Enregistrer le texte" />
      </Form>
    </>
  );
}

export const claimTitle = (year: number, claim?: Claim) =>
  claim ? `Chiffre imprimé : ${claim.claim}` : `Nouveau chiffre imprimé ${year}`;

/** A figure that was printed, and what computes it here. */
export function ClaimPage({ year, claim, errors, typed }: Filled & { year: number; claim?: Claim }) {
  const filled = { errors, typed };
  const printed = claim?.value;
  return (
    <>
      <PageHeader
        title={claimTitle(year, claim)}
        trail={[
          { label: `Bilan ${year}`, href: reports.draft(year) },
          { label: "Réconciliation", href: reports.reconciliation(year) },
        ]}
      />
      <Form
        action={claim ? reports.claim(year, claim.id) : reports.claims(year)}
        once={claim === undefined}
        errors={errors}
        label={claimTitle(year, claim)}
      >
        <Hidden name="version" value={String(claim?.version ?? 0)} />
        <TextField name="claim" label="Ce que le chiffre compte" value={claim?.claim} {...filled} />
        <TextField
          name="value"
          label="Le chiffre, tel qu’imprimé"
          help="Par exemple 1 517 ou 2,5. Vide si le nombre n’est pas écrit."
          value={typeof printed === "number" ? String(printed).replace(".", ",") : String(printed ?? "")}
          required={false}
          {...filled}
        />
        <TextField name="unit" label="Unité" value={claim?.unit} required={false} {...filled} />
        <SelectField
          name="comparison"
          label="Comment il est imprimé"
          options={comparisons.map((value) => ({ value, label: comparisonLabels[value] }))}
          value={claim?.comparison ?? "equal"}
          {...filled}
        />
        <TextField name="document" label="Document" value={claim?.document} {...filled} />
        <TextField
          name="section"
          label="Chapitre ou page"
          value={claim?.section}
          required={false}
          {...filled}
        />
        <SelectField
          name="indicator"
          label="Indicateur qui le calcule"
          empty="Aucun pour l’instant"
          options={indicators.map(({ id, label }) => ({ value: id, label }))}
          value={claim?.indicator_id}
          {...filled}
        />
        <TextField
          name="key"
          label="Ligne de la répartition"
          help="Pour une répartition : l’intitulé de la ligne, par exemple Accompagnement. Vide : le nombre de lignes."
          value={claim?.indicator_key}
          required={false}
          {...filled}
        />
        <TextArea
          name="note"
          label="Raison probable de l’écart"
          value={claim?.note}
          required={false}
          {...filled}
        />
        <Submit label="Enregistrer" />
      </Form>
    </>
  );
}
