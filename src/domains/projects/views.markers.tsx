import { projects } from "#paths/projects.ts";
import type { Typed } from "#platform/web/form.ts";
import { RadioField, SelectField, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { Overtaken } from "#ui/overtaken.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { MarkerEntry } from "./commands.markers.ts";
import type { ProjectRecord } from "./queries.record.ts";
import { explain, questions } from "./rules.markers.ts";
import { questionsOf } from "./texts.markers.ts";
import { upToList } from "./views.edit.tsx";

export const markersTitle = ({ title }: { title: string }) => `Marqueurs de « ${title} »`;

interface Term {
  id: number;
  code: string;
  label: string;
}

/** The helper: for each marker three short questions that give its score, or a score by hand with its reason. */
export function MarkersPage({
  project,
  markers,
  scores,
  typed = {},
  mine,
}: {
  project: ProjectRecord;
  markers: readonly Term[];
  scores: readonly Term[];
  typed?: Typed;
  /** What was sent too late, after a colleague saved; both are shown, and saving again decides. */
  mine?: readonly Pick<MarkerEntry, "markerId" | "score" | "reason">[];
}) {
  const saved = project.markers.map(({ id, score, reason }) => ({ markerId: id, score, reason }));
  return (
    <>
      <PageHeader
        title={markersTitle(project)}
        trail={[...upToList, { label: project.title, href: projects.one(project.id) }]}
        lead="Trois questions par marqueur donnent une note de 0 à 2, sur l’échelle du Comité d’aide au développement de l’OCDE. Un marqueur sans réponse reste sans note."
      />
      {mine ? (
        <Overtaken
          at={project.updated_at}
          labels={Object.fromEntries(markers.map(({ id, label }) => [id, label]))}
          saved={scoreWords(markers, saved)}
          typed={scoreWords(markers, mine)}
          restart={projects.markers(project.id)}
        />
      ) : null}
      <Form action={projects.markers(project.id)}>
        <Hidden name="version" value={String(project.version)} />
        {markers.map((marker) => (
          <Marker
            marker={marker}
            scores={scores}
            known={project.markers.find(({ id }) => id === marker.id)}
            typed={typed}
          />
        ))}
        <div class="buttons">
          <Submit label="Enregistrer les marqueurs" />
          <a href={projects.one(project.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

/** What each marker is given, by its number: `2, c’est le but du projet`. */
const scoreWords = (
  markers: readonly Term[],
  said: readonly Pick<MarkerEntry, "markerId" | "score" | "reason">[],
) =>
  Object.fromEntries(
    markers.map(({ id }) => {
      const one = said.find(({ markerId }) => markerId === id);
      return [id, one ? [one.score, one.reason].filter((word) => word !== "").join(", ") : ""];
    }),
  );

const yesNo = [
  { value: "oui", label: "Oui" },
  { value: "non", label: "Non" },
];
const word = (answer: boolean | undefined) => (answer === undefined ? "" : answer ? "oui" : "non");

function Marker({
  marker: { id, code, label },
  scores,
  known,
  typed,
}: {
  marker: Term;
  scores: readonly Term[];
  known: ProjectRecord["markers"][number] | undefined;
  typed: Typed;
}) {
  const asked = questionsOf(code, label);
  return (
    <fieldset class="form marker">
      <legend>{label}</legend>
      {questions.map((question) => (
        <RadioField
          name={`m${id}-${question}`}
          legend={asked[question]}
          options={yesNo}
          chosen={String(typed[`m${id}-${question}`] ?? word(known?.answers[question]))}
        />
      ))}
      {known ? (
        <p class="help">{known.by_hand ? `Notée à la main : ${known.score}.` : explain(known.answers)}</p>
      ) : null}
      <div class="field-row">
        <SelectField
          name={`m${id}-note`}
          label={`Note : ${label}`}
          typed={typed}
          value={known?.by_hand ? String(known.score) : ""}
          empty="Celle des réponses"
          options={scores.map((score) => ({
            value: score.code,
            label: `${score.code}, ${score.label.toLowerCase()}`,
          }))}
        />
        <TextField
          name={`m${id}-raison`}
          label={`Pourquoi cette note : ${label}`}
          typed={typed}
          value={known?.reason}
          required={false}
          autocomplete="off"
        />
      </div>
    </fieldset>
  );
}
