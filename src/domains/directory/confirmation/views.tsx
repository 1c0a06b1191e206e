import { directory } from "#paths/directory.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatShortDay } from "#ui/format.ts";
import { type Column, ExportLinks, ListTable, Pagination, Total } from "#ui/list.tsx";
import { EmptyState, PageHeader } from "#ui/page.tsx";
import { ContactValue } from "../contacts/value.tsx";
import type { CardToConfirm } from "./queries.ts";
import { monthsToConfirm, pageSize } from "./rules.ts";

export const toConfirmTitle = "Fiches à reconfirmer";

/** The cards of which the network has had no word for long, and to whom to write. */
export function ToConfirmPage({
  rows,
  total,
  page,
  mayWrite,
}: {
  rows: readonly CardToConfirm[];
  total: number;
  page: number;
  mayWrite: boolean;
}) {
  const path = directory.toConfirm();
  return (
    <>
      <PageHeader
        title={toConfirmTitle}
        trail={[{ label: "Annuaire", href: directory.all() }]}
        lead={`Les fiches publiées que leur organisation n’a pas confirmées depuis ${monthsToConfirm} mois, les plus anciennes d’abord. Celles qui ne l’ont jamais été comptent depuis leur ajout.`}
      />
      {rows.length === 0 ? (
        <EmptyState title={total > 0 ? "Cette page est au-delà de la fin de la liste." : "Tout est à jour."}>
          <p>
            {total > 0 ? (
              <a href={path}>Revenir à la première page</a>
            ) : (
              <>
                Aucune fiche n’a plus de {monthsToConfirm} mois sans nouvelles.{" "}
                <a href={directory.all()}>Voir l’annuaire</a>
              </>
            )}
          </p>
        </EmptyState>
      ) : (
        <>
          <Total count={total} one="fiche" />
          <ListTable
            caption={toConfirmTitle}
            rows={rows}
            columns={mayWrite ? [...columns, { label: "Action", cell: Confirm }] : columns}
            path={path}
            query={{}}
          />
          <Pagination {...{ page, total, path }} size={pageSize} query={{}} />
          <ExportLinks path={path} query={{}} />
        </>
      )}
    </>
  );
}

const columns: readonly Column<CardToConfirm>[] = [
  {
    label: "Organisation",
    cell: ({ id, name, actor_type }) => (
      <>
        <a href={directory.one(id)}>{name}</a>
        {actor_type ? <p class="soft small">{actor_type}</p> : null}
      </>
    ),
  },
  { label: "Commune", cell: (row) => row.commune ?? row.department ?? "", wide: true },
  {
    label: "Sans nouvelles depuis",
    cell: ({ since, confirmed_on }) => (
      <>
        {formatShortDay(since)}
        {confirmed_on ? null : <p class="soft small">jamais confirmée</p>}
      </>
    ),
  },
  {
    label: "À qui écrire",
    cell: ({ id, contact, email, phone }) =>
      contact || email || phone ? (
        <>
          {contact ? <p>{contact}</p> : null}
          {email ? (
            <p>
              <ContactValue point={{ kind: "email", value: email }} />
            </p>
          ) : null}
          {phone ? (
            <p>
              <ContactValue point={{ kind: "phone", value: phone }} />
            </p>
          ) : null}
        </>
      ) : (
        <a href={directory.contactPoints(id)}>Ajouter une coordonnée</a>
      ),
  },
];

const Confirm = ({ id, name }: CardToConfirm) => (
  <ActionForm action={directory.confirmation(id)} label="Confirmer aujourd’hui" of={name} />
);
