import { territory } from "#paths/territory.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { ButtonLink, Callout, EmptyState, PageHeader } from "#ui/page.tsx";
import type { Office } from "./queries.ts";

const above = [{ label: "Territoire", href: territory.home() }];
const within = [...above, { label: "Bureaux", href: territory.offices() }];

/** The offices, and why they matter. */
export function OfficesPage({ offices }: { offices: readonly Office[] }) {
  return (
    <>
      <PageHeader
        title="Bureaux"
        trail={above}
        lead="Les lieux de travail du réseau. Une réunion tenue dans leur commune pendant qu’ils sont ouverts n’est pas un déplacement."
      >
        <ButtonLink href={territory.newOffice()} label="Ajouter un bureau" />
      </PageHeader>
      {offices.length === 0 ? (
        <EmptyState title="Aucun bureau">
          <p>Sans bureau, toute réunion qui n’est pas en ligne compte comme un déplacement.</p>
        </EmptyState>
      ) : (
        <ListTable
          caption="Bureaux du réseau"
          rows={offices}
          path={territory.offices()}
          query={{}}
          columns={[
            { label: "Bureau", cell: (office) => <a href={territory.office(office.id)}>{office.name}</a> },
            {
              label: "Commune",
              cell: ({ commune, department, commune_code }) => (
                <a href={territory.commune(commune_code)}>{`${commune} (${department})`}</a>
              ),
            },
            { label: "Adresse", cell: (office) => office.address, wide: true },
            { label: "Ouvert", cell: opening },
          ]}
        />
      )}
    </>
  );
}

function opening({ opened_on, closed_on }: Office): string {
  if (opened_on && closed_on) return `du ${formatShortDay(opened_on)} au ${formatShortDay(closed_on)}`;
  if (closed_on) return `jusqu’au ${formatShortDay(closed_on)}`;
  return opened_on ? `depuis le ${formatShortDay(opened_on)}` : "oui";
}

interface FormState {
  errors?: Errors;
  typed?: Typed;
}

export function NewOfficePage({ errors, typed }: FormState) {
  return (
    <>
      <PageHeader title="Nouveau bureau" trail={within} />
      <Form action={territory.offices()} errors={errors} once>
        <OfficeFields errors={errors} typed={typed} />
        <p>
          <Submit label="Ajouter le bureau" />
        </p>
      </Form>
    </>
  );
}

export function OfficePage({
  office,
  errors,
  typed,
  conflict,
}: FormState & { office: Office; conflict?: boolean }) {
  return (
    <>
      <PageHeader title={office.name} trail={within} />
      {conflict ? (
        <Callout tone="warning">
          <p>
            <strong>Un collègue a changé ce bureau pendant que vous le changiez.</strong> Il est maintenant «{" "}
            {office.name} », à {office.commune}, ouvert : {opening(office)}. Rien n’a été écrasé : ce que vous
            avez tapé est ci-dessous ; enregistrez de nouveau pour le garder.
          </p>
        </Callout>
      ) : null}
      <Form action={territory.office(office.id)} errors={errors}>
        <Hidden name="version" value={String(office.version)} />
        <OfficeFields office={office} errors={errors} typed={typed} />
        <p>
          <Submit label="Enregistrer le bureau" />
        </p>
      </Form>
    </>
  );
}

function OfficeFields({ office, ...state }: FormState & { office?: Office }) {
  const shortDay = (day?: string | null) => (day ? formatShortDay(day) : "");
  return (
    <>
      <TextField
        {...state}
        name="nom"
        label="Nom"
        help="Par exemple « Siège », « Antenne d’Amiens »."
        value={office?.name}
        required
      />
      <TextField
        {...state}
        name="commune"
        label="Commune"
        help="Son nom ; ajoutez le département entre parenthèses si plusieurs portent ce nom."
        value={office ? `${office.commune} (${office.department})` : ""}
        required
        autocomplete="off"
        data={{ "data-controller": "places", "data-places-url-value": territory.suggestions() }}
      />
      <TextField {...state} name="adresse" label="Adresse" value={office?.address} required={false} />
      <div class="field-row">
        <TextField
          {...state}
          name="ouverture"
          label="Premier jour d’ouverture"
          help="Vide : depuis toujours."
          value={shortDay(office?.opened_on)}
          required={false}
        />
        <TextField
          {...state}
          name="fermeture"
          label="Dernier jour d’ouverture"
          help="Vide : toujours ouvert. Les réunions passées gardent leur sens."
          value={shortDay(office?.closed_on)}
          required={false}
        />
      </div>
    </>
  );
}
