import { directory } from "#paths/directory.ts";
import { partnerships } from "#paths/partnerships.ts";
import { ButtonLink, PageHeader, Tag } from "#ui/page.tsx";
import type { Partnership } from "./queries.ts";
import { kinds, states, visibilities } from "./texts.ts";

interface Organisation {
  id: number;
  name: string;
}

export const panelTitle = (organisation: Organisation) => `Partenariats de ${organisation.name}`;

/** The frame in which the record of an organisation shows its partnerships. */
export const partnershipsFrame = "partenariats";

/** `Jumelage, Mali, depuis 1998` */
export const factsOf = (row: { kind: string; country: string; since_year: number | null }) =>
  [kinds[row.kind], row.country, row.since_year ? `depuis ${row.since_year}` : ""].filter(Boolean).join(", ");

/** With whom an organisation works abroad: a page of its own, and a part of the record. */
export function PartnershipsPanelPage({
  organisation,
  rows,
  mayWrite,
}: {
  organisation: Organisation;
  rows: readonly Partnership[];
  mayWrite: boolean;
}) {
  return (
    <>
      <PageHeader
        title={panelTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <turbo-frame id={partnershipsFrame} target="_top">
        {rows.length === 0 ? (
          <p>Aucun jumelage ni partenariat avec un territoire étranger n’est noté.</p>
        ) : (
          <ul class="lines">
            {rows.map((row) => (
              <li>
                <p class="line-title">{row.partner}</p>
                <p class="soft small">
                  {factsOf(row)}{" "}
                  <Tag label={states[row.state] ?? ""} tone={row.state === "active" ? "good" : "plain"} />{" "}
                  {row.visibility === "public" ? null : <Tag label={visibilities[row.visibility] ?? ""} />}{" "}
                  {mayWrite ? (
                    <a href={partnerships.one(row.id)}>
                      Modifier<span class="sr-only"> le partenariat avec {row.partner}</span>
                    </a>
                  ) : null}
                </p>
                {row.note ? <p>{row.note}</p> : null}
              </li>
            ))}
          </ul>
        )}
        {mayWrite ? (
          <p>
            <ButtonLink
              href={partnerships.add(organisation.id)}
              label="Ajouter un partenariat"
              kind="quiet"
            />
          </p>
        ) : null}
      </turbo-frame>
    </>
  );
}
