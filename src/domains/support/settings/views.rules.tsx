import { support } from "#paths/support.ts";
import type { Typed } from "#platform/web/form.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { SelectField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import type { RoutingRule } from "../rules.ts";
import type { RuleChoices } from "./input.ts";
import type { SettingsProps } from "./views.tsx";

const listOf = (typed: Typed | undefined, name: string): readonly string[] => {
  const given = typed?.[name] ?? [];
  return Array.isArray(given) ? given : [given];
};

const labels = (options: readonly { value: string; label: string }[], values: readonly (string | number)[]) =>
  options
    .filter(({ value }) => values.some((one) => String(one) === value))
    .map(({ label }) => label)
    .join(", ");

/** The lines that say who answers: the first that fits. */
export function Rules({ rules, choices, rule }: SettingsProps) {
  return (
    <section id="regles">
      <h2>Qui répond à quoi</h2>
      <p class="soft">
        Une demande suit la première règle, dans l’ordre, qui a un de ses thèmes et son département. Sans
        règle, c’est la personne et le pôle choisis plus haut.
      </p>
      {rules.length === 0 ? <p>Aucune règle.</p> : null}
      <ol class="lines">
        {rules.map((one, index) => (
          <RuleLine rule={one} choices={choices} first={index === 0} />
        ))}
      </ol>
      <details open={rule !== undefined}>
        <summary>Ajouter une règle</summary>
        <Form action={support.rules()} errors={rule?.errors} label="Ajouter une règle" once>
          <CheckGroup
            name="themes"
            legend="Thèmes"
            help="Aucun : tous."
            options={choices.themes}
            chosen={listOf(rule?.typed, "themes")}
            errors={rule?.errors}
          />
          <CheckGroup
            name="departements"
            legend="Départements"
            help="Aucun : partout."
            options={choices.departments}
            chosen={listOf(rule?.typed, "departements")}
            errors={rule?.errors}
          />
          <div class="field-row">
            <SelectField
              name="referent_de"
              label="Personne"
              empty="Personne en particulier"
              required={false}
              options={choices.staff}
              typed={rule?.typed}
              errors={rule?.errors}
            />
            {choices.poles.length > 0 ? (
              <SelectField
                name="pole_de"
                label="Pôle"
                empty="Aucun"
                required={false}
                options={choices.poles}
                typed={rule?.typed}
                errors={rule?.errors}
              />
            ) : null}
          </div>
          <div class="buttons">
            <Submit label="Ajouter la règle" />
          </div>
        </Form>
      </details>
    </section>
  );
}

function RuleLine({ rule, choices, first }: { rule: RoutingRule; choices: RuleChoices; first: boolean }) {
  const what = [
    labels(choices.themes, rule.themeIds) || "Tous les thèmes",
    labels(choices.departments, rule.departmentCodes),
  ]
    .filter(Boolean)
    .join(", ");
  const who = [
    labels(choices.staff, rule.referentId ? [rule.referentId] : []),
    labels(choices.poles, rule.poleId ? [rule.poleId] : []),
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <li class="line-with-tool">
      <div>
        {what} : <strong>{who || "personne (compte fermé ou pôle retiré)"}</strong>
      </div>
      <div class="buttons">
        {first ? null : <ActionForm action={support.ruleMove(rule.id)} label="Monter" of={what} />}
        <ActionForm action={support.ruleRemoval(rule.id)} label="Retirer" of={what} />
      </div>
    </li>
  );
}
