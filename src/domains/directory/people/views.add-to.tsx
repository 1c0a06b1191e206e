import { directory } from "#paths/directory.ts";
import { people } from "#paths/people.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { Form, Hidden, SearchForm, Submit } from "#ui/form.tsx";
import { withQuery } from "#ui/list.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { LikelyPerson, PersonLine } from "./queries.ts";
import { nameOf } from "./texts.ts";
import { FirstContactFields, LikelyPeople, NameFields } from "./views.form.tsx";
import { RoleFields } from "./views.role.tsx";

export const addToTitle = (organisation: { name: string }) => `Ajouter une personne à ${organisation.name}`;

interface Props {
  organisation: { id: number; name: string };
  typed: Typed;
  errors?: Errors;
  /** What was looked for among those known, and who answers. */
  words?: string;
  answering?: readonly PersonLine[];
  /** Who was picked among those known: only the role is left to say. */
  picked?: { id: number; given_name: string; family_name: string };
  likely?: readonly LikelyPerson[];
}

/** A person and their role in an organisation, in one form; or one already known, found as one types. */
export function AddToOrganisationPage({
  organisation,
  typed,
  errors,
  picked,
  likely = [],
  ...search
}: Props) {
  const path = people.addTo(organisation.id);
  return (
    <>
      <PageHeader
        title={addToTitle(organisation)}
        trail={[
          { label: "Annuaire", href: directory.all() },
          { label: organisation.name, href: directory.one(organisation.id) },
        ]}
      />
      {picked ? (
        <Callout>
          <p>
            {nameOf(picked)} est déjà parmi les personnes : il ne reste qu’à dire sa fonction.{" "}
            <a href={path}>Choisir quelqu’un d’autre</a>
          </p>
        </Callout>
      ) : (
        <Known path={path} {...search} />
      )}
      <Form action={path} errors={errors} once>
        {picked ? (
          <Hidden name="personne" value={String(picked.id)} />
        ) : (
          <>
            <LikelyPeople likely={likely} />
            {likely.length > 0 ? <Picks path={path} lines={likely} /> : null}
            <NameFields typed={typed} errors={errors} />
            <FirstContactFields typed={typed} errors={errors} />
          </>
        )}
        <RoleFields typed={typed} errors={errors} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={directory.one(organisation.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

/** The search step: those known whose name begins like the words; names are proposed as one types. */
function Known({ path, words = "", answering = [] }: { path: string } & Pick<Props, "words" | "answering">) {
  return (
    <section class="known-people">
      <SearchForm action={path} label="Chercher parmi les personnes déjà connues">
        <TextField
          name="q"
          type="search"
          label="Déjà connue ? Son nom"
          value={words}
          autocomplete="off"
          data={{ "data-controller": "suggestions", "data-suggestions-url-value": people.suggestions() }}
        />
        <Submit label="Chercher" kind="quiet" />
      </SearchForm>
      {words && answering.length === 0 ? (
        <p>Personne de ce nom n’est connu : décrivez cette personne ci-dessous.</p>
      ) : (
        <Picks path={path} lines={answering} />
      )}
    </section>
  );
}

/** Those known, each with the link that picks them. */
function Picks({ path, lines }: { path: string; lines: readonly PersonLine[] }) {
  return (
    <ul>
      {lines.map((line) => (
        <li>
          <a href={withQuery(path, { personne: line.id })}>Choisir {nameOf(line)}</a>
          {line.email ? `, ${line.email}` : null}
          {line.roles ? `, ${line.roles}` : null}
        </li>
      ))}
    </ul>
  );
}
