import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { SelectField, TextArea } from "#ui/fields.tsx";
import type { MeetingChoices } from "./queries.ts";
import { fieldLabels } from "./texts.form.ts";

const lists = ["pole", "axe", "mission", "dispositif"] as const;
const inside = ["personnes", "equipe", ...lists] as const;

interface Props {
  choices: MeetingChoices;
  typed: Typed;
  errors?: Errors;
}

const chosenTeam = (typed: Typed) => [typed["equipe"] ?? []].flat();

/** What is less often said of a meeting, behind one line that says what it already holds: nothing is taken silently. */
export function MoreFields({ choices, typed, errors = {} }: Props) {
  const field = (name: (typeof inside)[number]) => ({ name, label: fieldLabels[name], errors, typed });
  return (
    <details class="more-fields" open={inside.some((name) => errors[name])}>
      <summary>
        Tous les champs<span class="soft">{saidOf(choices, typed)}</span>
      </summary>
      <TextArea
        {...field("personnes")}
        required={false}
        rows={2}
        help="Une par ligne. Celle qui agit pour une organisation rencontrée est reconnue ; les autres restent comme écrites. Lues par l’équipe seule."
      />
      <CheckGroup
        name="equipe"
        legend={fieldLabels.equipe}
        options={choices.team.map(({ id, name }) => ({ value: id, label: name }))}
        chosen={chosenTeam(typed)}
        help="Les heures de la réunion sont comptées à chacun."
        errors={errors}
      />
      <div class="field-row">
        {lists
          .filter((name) => choices[name].length > 0)
          .map((name) => (
            <SelectField
              {...field(name)}
              required={false}
              empty="Aucun"
              options={choices[name].map(({ id, label }) => ({ value: String(id), label }))}
            />
          ))}
      </div>
    </details>
  );
}

/** ` : Aminata, pôle Jeunesse…`: what the folded fields hold. */
function saidOf(choices: MeetingChoices, typed: Typed): string {
  const team = choices.team.filter(({ id }) => chosenTeam(typed).includes(id)).map(({ name }) => name);
  const headings = lists.flatMap(
    (name) => choices[name].find(({ id }) => String(id) === typed[name])?.label ?? [],
  );
  const people = String(typed["personnes"] ?? "")
    .split("\n")
    .filter((line) => line.trim());
  const said = [...team, ...headings, ...people];
  return said.length > 0 ? `\u00a0: ${said.slice(0, 6).join(", ")}${said.length > 6 ? "…" : ""}` : "";
}
