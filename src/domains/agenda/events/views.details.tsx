import { territory } from "#paths/territory.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { CheckboxField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import type { Offer } from "./queries.offer.ts";
import { natureLabels } from "./texts.ts";
import { chosen, type FormFacts, fieldsOf, Names } from "./views.form.tsx";
import { Part } from "./views.part.tsx";
import { Registering } from "./views.registering.tsx";

type Props = FormFacts & { offer: Offer };

const options = (terms: readonly { id: number; label: string; group?: string | undefined }[]) =>
  terms.map(({ id, label, group }) => ({ value: String(id), label, group }));

/** All that may be said of an event and seldom is: parts that open on demand. */
export const DetailParts = (props: Props) => (
  <>
    <Words {...props} />
    <People {...props} />
    <Frame {...props} />
    <Registering typed={props.typed} errors={props.errors} />
    <Training {...props} />
    <Programme {...props} />
  </>
);

function Words({ offer: _, ...facts }: Props) {
  const field = fieldsOf(facts);
  const names = ["description", "site", "accessibilite", "contact", "interne"];
  return (
    <Part
      title="Présentation et accueil"
      hint="de quoi il s’agit, accessibilité, contact"
      fields={names}
      {...facts}
    >
      <TextArea {...field("description")} rows={5} help="De quoi il s’agit, comment cela se passe." />
      <TextField {...field("site")} placeholder="www.exemple.fr" autocomplete="off" />
      <TextArea
        {...field("accessibilite")}
        rows={2}
        help="Accès en fauteuil, langue des signes, sous-titres, stationnement, transports."
      />
      <TextField
        {...field("contact")}
        autocomplete="off"
        help="À qui écrire ou téléphoner, dit à tout le monde."
      />
      <CheckboxField
        name="interne"
        label="Réservé à l’équipe"
        help="Absent du site public ; compté dans le bilan."
        checked={facts.typed["interne"] === "oui"}
        errors={facts.errors}
      />
    </Part>
  );
}

function People({ offer, ...facts }: Props) {
  const field = fieldsOf(facts);
  const names = ["coorganisateurs", "intervenants", "relaye", "public", "types"];
  return (
    <Part title="Avec qui, pour qui" hint="co-organisateurs, intervenants, public" fields={names} {...facts}>
      <Names {...facts} name="coorganisateurs" help="Qui organise avec vous. Une par ligne." />
      <Names {...facts} name="intervenants" help="Qui intervient. Un par ligne." />
      <CheckboxField
        name="relaye"
        label="Relayé : c’est l’agenda d’un autre"
        help="Annoncé chez nous, mais pas compté dans ce que nous avons fait."
        checked={facts.typed["relaye"] === "oui"}
        errors={facts.errors}
      />
      <TextField
        {...field("public")}
        autocomplete="off"
        help="Comme vous le diriez : associations et collectivités."
      />
      <CheckGroup
        name="types"
        legend="Types d’acteurs"
        options={options(offer.types)}
        chosen={chosen(facts.typed, "types")}
      />
    </Part>
  );
}

function Frame({ offer, ...facts }: Props) {
  const field = fieldsOf(facts);
  const names = ["pole", "axe", "mission", "dispositif", "secteurs", "odd", "pays"];
  const one = (name: "pole" | "axe" | "mission" | "dispositif", terms: Offer["poles"]) =>
    terms.length === 0 ? null : <SelectField {...field(name)} empty="Aucun" options={options(terms)} />;
  return (
    <Part title="Cadre de l’action" hint="pôle, axe, mission, secteurs, ODD, pays" fields={names} {...facts}>
      <div class="field-row">
        {one("pole", offer.poles)}
        {one("axe", offer.axes)}
        {one("mission", offer.missions)}
        {one("dispositif", offer.schemes)}
      </div>
      <CheckGroup
        name="secteurs"
        legend="Secteurs"
        options={options(offer.sectors)}
        chosen={chosen(facts.typed, "secteurs")}
      />
      <CheckGroup
        name="odd"
        legend="ODD"
        options={options(offer.goals)}
        chosen={chosen(facts.typed, "odd")}
      />
      <TextField
        {...field("pays")}
        autocomplete="off"
        help="Un ou plusieurs, séparés par des virgules : Mali, Bénin."
        data={{ "data-controller": "countries", "data-countries-url-value": territory.countrySuggestions() }}
      />
    </Part>
  );
}

function Training({ offer, ...facts }: Props) {
  const field = fieldsOf(facts);
  return (
    <Part
      title="Si c’est une formation"
      hint="module du catalogue, objectifs"
      fields={["module", "nature", "objectifs"]}
      {...facts}
    >
      <SelectField {...field("module")} empty="Aucun" options={options(offer.modules)} />
      <SelectField
        {...field("nature")}
        empty="Pas encore dit"
        options={Object.entries(natureLabels).map(([value, label]) => ({ value, label }))}
      />
      <TextArea {...field("objectifs")} rows={3} help="Ce que chacun saura faire en sortant." />
    </Part>
  );
}

function Programme({ offer: _, ...facts }: Props) {
  const field = fieldsOf(facts);
  return (
    <Part
      title="Programme de l’année"
      hint="ce qui est prévu d’avance, avec sa période"
      fields={["annee_programme", "periode"]}
      {...facts}
    >
      <div class="field-row">
        <TextField
          {...field("annee_programme")}
          inputmode="numeric"
          autocomplete="off"
          help="2027. Rien : hors programme"
        />
        <TextField
          {...field("periode")}
          autocomplete="off"
          help="mai, juin-juillet, automne, fin mars, à définir"
        />
      </div>
    </Part>
  );
}
