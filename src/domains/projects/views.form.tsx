import type { Child } from "hono/jsx";
import { PlaceChoices, type PlaceQuestion } from "#domains/territory/index.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import type { Choices } from "./queries.entry.ts";
import { stages } from "./rules.ts";
import { type Field, fieldLabels } from "./texts.form.ts";
import { ActorLines, BudgetLines, CountryNames, HereLines, ThereLines } from "./views.lines.tsx";

export interface ProjectFormProps {
  action: string;
  back: string;
  choices: Choices;
  typed: Typed;
  errors?: Errors;
  questions?: readonly PlaceQuestion[];
  countries: readonly { name: string }[];
  /** The version that is being edited; none when the project is new. */
  version?: number;
  /** Whom the form is for: the team sees its own notes and is offered names as it types. */
  forTeam: boolean;
  /** What a member says beside: in whose name, a message to the team. */
  lead?: Child;
  submit: string;
}

const chosen = (typed: Typed, name: string) => [typed[name] ?? []].flat();

/** The form of a project, by sections; `Entrée` saves from any field of one line, as the first button is that of saving. */
export function ProjectForm(props: ProjectFormProps) {
  const {
    action,
    back,
    choices,
    typed,
    errors,
    questions = [],
    countries,
    version,
    forTeam,
    lead,
    submit,
  } = props;
  const field = (name: Field) => ({ name, label: fieldLabels[name], errors, typed, required: false });
  const options = (terms: readonly { id: number; label: string }[]) =>
    terms.map(({ id, label }) => ({ value: String(id), label }));
  return (
    <Form action={action} errors={errors} once={version === undefined} behaviour="quick-save">
      {version === undefined ? null : <Hidden name="version" value={String(version)} />}
      <div class="buttons">
        <Submit label={submit} />
        <a href={back}>Renoncer</a>
        <span class="help">Ctrl + Entrée enregistre.</span>
      </div>
      {lead}
      <fieldset class="form">
        <legend>Le projet</legend>
        <TextField {...field("titre")} required autofocus={!errors} autocomplete="off" />
        <TextArea {...field("resume")} rows={2} help="Une ou deux phrases : ce qui se fait, où, avec qui." />
        <TextArea {...field("description")} rows={6} />
        <TextField {...field("site")} placeholder="www.exemple.fr" autocomplete="off" />
        <div class="field-row">
          <SelectField
            {...field("etape")}
            required
            options={stages.map(({ code, label }) => ({ value: code, label }))}
          />
          <TextField {...field("debut")} autocomplete="off" help="2021, mars 2021 ou 6/1/2021" />
          <TextField {...field("fin")} autocomplete="off" help="2022, juin 2022 ou 30/6/2022" />
        </div>
      </fieldset>
      <CountryNames countries={countries} />
      <fieldset class="form">
        <legend>Avec qui</legend>
        <p class="help">
          Porteurs et partenaires, un par ligne. Une organisation de l’annuaire se reconnaît à son nom ; les
          autres gardent le nom que vous tapez, avec leur pays. Videz une ligne pour la retirer.
        </p>
        <ActorLines typed={typed} errors={errors} suggests={forTeam} />
      </fieldset>
      <fieldset class="form">
        <legend>Où</legend>
        <HereLines typed={typed} errors={errors} suggests={forTeam} />
        <PlaceChoices
          questions={questions}
          typed={typed}
          errors={errors}
          keep="Aucune commune : garder ce lieu tel quel, sans le placer sur la carte"
        />
        <TextField
          {...field("pays")}
          autocomplete="off"
          help="Un ou plusieurs, séparés par des virgules : Mali, Bénin. Ceux des lieux là-bas s’y ajoutent seuls."
        />
        <ThereLines typed={typed} errors={errors} />
      </fieldset>
      <fieldset class="form">
        <legend>Dans quoi il agit</legend>
        <CheckGroup
          name="secteurs"
          legend={fieldLabels.secteurs}
          options={options(choices.sectors)}
          chosen={chosen(typed, "secteurs")}
        />
        <SelectField
          {...field("odd_principal")}
          empty="Pas encore dit"
          options={options(choices.goals)}
          help="Celui que le projet sert d’abord : c’est lui qui compte une seule fois dans les graphiques."
        />
        <CheckGroup
          name="odd"
          legend={fieldLabels.odd}
          options={options(choices.goals)}
          chosen={chosen(typed, "odd")}
        />
        <SelectField {...field("axe")} empty="Aucun" options={options(choices.axes)} />
      </fieldset>
      <fieldset class="form">
        <legend>Pour qui, avec quels moyens</legend>
        <TextArea {...field("beneficiaires")} rows={2} />
        <TextField {...field("nombre")} inputmode="numeric" autocomplete="off" />
        <p class="help">
          Le public ne voit que la tranche du total et le nom des financeurs ; les montants sont lus de
          l’équipe et de ceux qui portent le projet.
        </p>
        <BudgetLines typed={typed} errors={errors} suggests={forTeam} />
      </fieldset>
      {forTeam ? <TextArea {...field("notes")} rows={3} help="Lues par l’équipe seule." /> : null}
      <div class="buttons">
        <Submit label={submit} />
        <a href={back}>Renoncer</a>
      </div>
    </Form>
  );
}
