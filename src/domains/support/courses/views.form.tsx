import { PlaceChoices, type PlaceQuestion, placesBehaviour } from "#domains/territory/index.ts";
import { directory } from "#paths/directory.ts";
import { support } from "#paths/support.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { openStages } from "../rules.ts";
import { type CourseField, courseLabels, stageLabels } from "../texts.ts";
import { type Choices, termsOf } from "./choices.ts";

export interface CourseFormProps {
  action: string;
  choices: Choices;
  typed: Typed;
  errors?: Errors;
  questions?: readonly PlaceQuestion[];
  /** The version that is being edited; none when the course is new. */
  version?: number;
  back: string;
}

const listOf = (typed: Typed, name: string): readonly string[] => {
  const given = typed[name] ?? [];
  return Array.isArray(given) ? given : [given];
};

/** The form of a course: the first part is enough, the rest may come later. */
export function CourseFormView(props: CourseFormProps) {
  const { action, choices, typed, errors, questions = [], version, back } = props;
  const field = (name: CourseField) => ({ name, label: courseLabels[name], errors, typed });
  const isNew = version === undefined;
  return (
    <Form action={action} errors={errors} once={isNew} behaviour="quick-save">
      {isNew ? null : <Hidden name="version" value={String(version)} />}
      <TextField {...field("sujet")} required autofocus={!errors} autocomplete="off" />
      <TextArea
        {...field("organisations")}
        required
        rows={2}
        help="Une par ligne ; la première est la principale."
        data={{ "data-controller": "organisations", "data-organisations-url-value": directory.suggestions() }}
      />
      <div class="field-row">
        <SelectField {...field("referent")} required={false} empty="Personne" options={choices.staff} />
        <TextField
          {...field("debut")}
          required={false}
          autocomplete="off"
          help="6/1/21, hier, lundi… Le jour où il est compté."
        />
      </div>
      {isNew ? (
        <SelectField
          name="etape"
          label="Étape"
          errors={errors}
          typed={typed}
          value="diagnosis"
          required
          options={openStages.map((stage) => ({ value: stage, label: stageLabels[stage] }))}
        />
      ) : null}
      <CheckGroup
        name="themes"
        legend={courseLabels.themes}
        options={termsOf(choices, "support_themes")}
        chosen={listOf(typed, "themes")}
        errors={errors}
      />
      <div class="field-row">
        <TextField {...field("suite")} required={false} autocomplete="off" />
        <TextField {...field("suite_le")} required={false} autocomplete="off" help="lundi prochain, 12/3…" />
      </div>
      <TextArea
        {...field("description")}
        required={false}
        rows={4}
        help="Lu par l’équipe et le bureau. Ce qui est confidentiel va dans les notes."
      />
      <More {...props} questions={questions} />
      <div class="buttons">
        <Submit label="Enregistrer" />
        <a href={back}>Renoncer</a>
        <span class="help">Ctrl + Entrée enregistre.</span>
      </div>
    </Form>
  );
}

/** Under what it is counted, and to what it leads. */
function More({ choices, typed, errors, questions = [] }: CourseFormProps) {
  const field = (name: CourseField) => ({ name, label: courseLabels[name], errors, typed });
  const select = (name: CourseField, list: string) => {
    const options = termsOf(choices, list);
    return options.length > 0 ? (
      <SelectField {...field(name)} required={false} empty="Aucun" options={options} />
    ) : null;
  };
  return (
    <fieldset class="form">
      <legend>Pour le retrouver et le compter</legend>
      <div class="field-row">
        <TextField {...field("pays")} required={false} autocomplete="off" help="Mali, Bénin" />
        <TextField
          {...field("lieu")}
          required={false}
          autocomplete="off"
          help="Quand ce n’est pas celle de l’organisation."
          data={placesBehaviour()}
        />
      </div>
      <PlaceChoices
        questions={questions}
        typed={typed}
        errors={errors}
        keep="Aucune commune : garder ce lieu tel quel"
      />
      {select("pole", "poles")}
      {select("axe", "strategic_axes")}
      {select("dispositif", "schemes")}
      {choices.staff.length > 1 ? (
        <CheckGroup
          name="equipe"
          legend={courseLabels.equipe}
          options={choices.staff}
          chosen={listOf(typed, "equipe")}
          errors={errors}
        />
      ) : null}
      {choices.projects.length > 0 ? (
        <SelectField {...field("projet")} required={false} empty="Aucun" options={choices.projects} />
      ) : null}
      <TextField
        {...field("dossier")}
        required={false}
        autocomplete="off"
        help="À quel fonds, et sous quel numéro : « Récital 2021, dossier 12 »."
      />
    </fieldset>
  );
}

export const upToBoard = [{ label: "Accompagnements", href: support.board() }];
