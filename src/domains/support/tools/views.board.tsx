import { CheckGroup } from "#ui/checks.tsx";
import { CheckboxField, SelectField, TextField } from "#ui/fields.tsx";
import { Submit } from "#ui/form.tsx";
import { plural } from "#ui/format.ts";
import { Callout } from "#ui/page.tsx";
import type { Board } from "./queries.board.ts";
import type { Partner } from "./queries.partners.ts";
import type { Answers } from "./rules.ts";

/** Where, with which countries and on what one works; then who has that in common, and why. */
export function BoardFields({
  board,
  answers,
  href,
  keeping,
}: {
  board: Board;
  answers: Answers;
  href: (partner: Partner) => string;
  /** Partners can be kept, with a word on each. */
  keeping: boolean;
}) {
  const { asked, partners, looked, unknown } = board;
  return (
    <>
      <section class="tool-section">
        <h2>Ce que l’on cherche</h2>
        <div class="field-row">
          <SelectField
            name="departement"
            label="Département"
            value={asked.department}
            required={false}
            empty="Peu importe"
            options={board.departments.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <TextField
            name="pays"
            label="Pays d’action"
            value={asked.countries}
            required={false}
            autocomplete="off"
            help="Mali, Sénégal…"
          />
        </div>
        <CheckGroup
          name="domaines"
          legend="Domaines"
          options={board.sectors.map(({ id, label }) => ({ value: String(id), label }))}
          chosen={asked.sectors}
        />
        {unknown.length > 0 ? (
          <Callout tone="warning">
            <p>
              {unknown.length > 1 ? "Ces pays ne sont pas reconnus" : "Ce pays n’est pas reconnu"} :{" "}
              {unknown.join(", ")}. Écrivez leur nom en français.
            </p>
          </Callout>
        ) : null}
        <Submit label="Chercher" kind="quiet" name="ensuite" value="chercher" />
      </section>
      <section class="tool-section">
        <h2>Partenaires possibles</h2>
        {looked ? (
          <p class="soft">
            {partners.length === 0
              ? "Aucune fiche publiée n’a de point commun avec cette recherche."
              : `${plural(partners.length, "fiche")}, du plus grand nombre de points communs au plus petit.`}
          </p>
        ) : (
          <p>
            Dites un département, un pays ou un domaine : les fiches publiées de l’annuaire sont alors
            comparées.
          </p>
        )}
        <ol class="lines tool-partners">
          {partners.map((partner) => (
            <li>
              <p class="line-title">
                <a href={href(partner)}>{partner.name}</a>{" "}
                <span class="soft">{plural(partner.score, "point")}</span>
              </p>
              <p class="soft">
                {partner.actor_type_id === null ? "" : board.types.get(partner.actor_type_id)}
              </p>
              <ul class="tool-why">
                {reasons(partner, board).map((reason) => (
                  <li>{reason}</li>
                ))}
              </ul>
              {keeping ? (
                <div class="tool-keep">
                  <CheckboxField
                    name={`garde.${partner.id}`}
                    label={`Garder ${partner.name}`}
                    checked={answers[`garde.${partner.id}`] === "oui"}
                  />
                  {answers[`garde.${partner.id}`] === "oui" ? (
                    <TextField
                      name={`mot.${partner.id}`}
                      label={`Un mot sur ${partner.name}`}
                      value={answers[`mot.${partner.id}`] ?? ""}
                      required={false}
                      autocomplete="off"
                    />
                  ) : null}
                </div>
              ) : null}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** Why a partner is proposed, with the points of each likeness. */
export function reasons(
  partner: Partner,
  { weights, departments, sectors, countries, goals }: Board,
): string[] {
  const more = (points: number, count: number) => Math.round(points * (1 + 0.2 * (count - 1)));
  const said = (label: string, points: number) => `${label} (${plural(points, "point")})`;
  const nameOf = departments.find(({ code }) => code === partner.department_code)?.name;
  return [
    partner.same_place ? said("Même intercommunalité", weights.place) : "",
    partner.same_department
      ? said(`Même département${nameOf ? ` : ${nameOf}` : ""}`, weights.department)
      : "",
    partner.countries.length > 0
      ? said(
          `Pays en commun : ${partner.countries.map((code) => countries.get(code) ?? code).join(", ")}`,
          more(weights.country, partner.countries.length),
        )
      : "",
    partner.sectors.length > 0
      ? said(
          `Domaines en commun : ${partner.sectors.map((id) => sectors.find((one) => one.id === id)?.label ?? "").join(", ")}`,
          more(weights.sector, partner.sectors.length),
        )
      : "",
    partner.goals.length > 0
      ? said(`ODD en commun : ${partner.goals.map((id) => goals.get(id) ?? "").join(", ")}`, weights.goal)
      : "",
    partner.other_family ? said("Une autre famille d’acteurs que la vôtre", weights.family) : "",
  ].filter(Boolean);
}

/** The partners kept, on paper. */
export function KeptPartners({ board, answers }: { board: Board; answers: Answers }) {
  const kept = board.partners.filter(({ id }) => answers[`garde.${id}`] === "oui");
  const shown = kept.length > 0 ? kept : board.partners.slice(0, 12);
  return (
    <section class="tool-paper">
      <h2>{kept.length > 0 ? "Partenaires gardés" : "Partenaires possibles"}</h2>
      <ol class="lines">
        {shown.map((partner) => (
          <li>
            <p class="line-title">{partner.name}</p>
            <p class="soft">{reasons(partner, board).join(" ; ")}</p>
            {answers[`mot.${partner.id}`] ? <p>{answers[`mot.${partner.id}`]}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
