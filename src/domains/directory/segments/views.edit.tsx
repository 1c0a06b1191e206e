import { segments } from "#paths/segments.ts";
import type { Criterion } from "#platform/criterion.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { RadioField, SelectField, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { Overtaken } from "#ui/overtaken.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { Segment } from "./queries.saved.ts";
import type { DrawnLine } from "./reading.ts";
import { Line } from "./views.line.tsx";
import { Preview, type PreviewFacts } from "./views.preview.tsx";

export const addTitle = "Nouveau segment";
export const editTitle = ({ name }: { name: string }) => `Modifier « ${name} »`;

interface Props {
  /** The segment that is changed; none for a new one. */
  segment?: Segment | undefined;
  criteria: readonly Criterion[];
  drawn: readonly DrawnLine[];
  preview: PreviewFacts;
  typed: Typed;
  errors?: Errors;
  /** A colleague saved first: what is saved reads so. */
  conflict?: boolean;
}

/** A segment is written one criterion at a time; beside it, who answers. */
export function EditPage({ segment, criteria, drawn, preview, typed, errors = {}, conflict }: Props) {
  const action = segment ? segments.edit(segment.id) : segments.add();
  return (
    <>
      <PageHeader
        title={segment ? editTitle(segment) : addTitle}
        trail={[{ label: "Segments", href: segments.all() }]}
        lead="Ajoutez des critères un à un : la phrase et le compte disent qui ils désignent."
      />
      {segment && conflict ? (
        <Overtaken
          at={segment.updated_at}
          labels={{ name: "Nom", sentence: "Qui" }}
          saved={{ name: segment.name, sentence: segment.sentence }}
          typed={{ name: String(typed["nom"] ?? ""), sentence: preview.sentence }}
          restart={segments.edit(segment.id)}
        />
      ) : null}
      <div class="segment-desk">
        <Form action={action} once={!segment} errors={errors} behaviour="segment">
          {segment ? <Hidden name="version" value={String(typed["version"] ?? segment.version)} /> : null}
          {drawn.map((line, index) => (
            <Line drawn={line} place={index + 1} errors={errors} />
          ))}
          <Addition criteria={criteria} first={drawn.length === 0} />
          <h2>Le garder</h2>
          <TextField
            name="nom"
            label="Nom du segment"
            help="Comme vous l’appelez entre vous : « À relancer avant l’assemblée »."
            typed={typed}
            errors={errors}
            value={segment?.name ?? ""}
          />
          <RadioField
            legend="Qui s’en sert"
            name="partage"
            chosen={String(typed["partage"] ?? (segment && !segment.shared ? "moi" : "equipe"))}
            options={[
              { value: "equipe", label: "Toute l’équipe" },
              { value: "moi", label: "Personne d’autre que moi" },
            ]}
          />
          <p>
            <Submit label="Enregistrer le segment" name="faire" value="enregistrer" />
            <a href={segment ? segments.one(segment.id) : segments.all()}>Renoncer</a>
          </p>
        </Form>
        <section aria-label="Qui est dans ce segment" class="segment-preview">
          <Preview {...preview} />
        </section>
      </div>
    </>
  );
}

/** The next criterion; its button also brings the sentence and the count up to date. */
function Addition({ criteria, first }: { criteria: readonly Criterion[]; first: boolean }) {
  return (
    <div class="segment-addition">
      <SelectField
        name="critere"
        label={first ? "Un premier critère" : "Un critère de plus"}
        options={criteria.map(({ id, label, group }) => ({ value: id, label, group }))}
        empty="Choisir ce que l’on sait d’elles"
      />
      <p class="buttons">
        <Submit label="Ajouter ce critère" kind="quiet" name="faire" value="ajouter" />
        {first ? null : <Submit label="Mettre le compte à jour" kind="quiet" name="faire" value="compter" />}
      </p>
    </div>
  );
}
