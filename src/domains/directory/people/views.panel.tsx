import { directory } from "#paths/directory.ts";
import { people } from "#paths/people.ts";
import { ActionForm } from "#ui/form.tsx";
import { ButtonLink, PageHeader, Tag } from "#ui/page.tsx";
import type { RoleOfOrganisation } from "./queries.roles.ts";
import { nameOf, roleKinds, roleVisibilities, roleWords } from "./texts.ts";
import { datesOf } from "./views.parts.tsx";

export const panelTitle = (organisation: { name: string }) => `Personnes de ${organisation.name}`;

/** The frame in which the record of an organisation shows its people. */
export const peopleFrame = "personnes";

/** Who acts for an organisation, then who did: a page of its own, and a part of the organisation's record. */
export function PeoplePanelPage({
  organisation,
  roles,
  mayWrite,
}: {
  organisation: { id: number; name: string };
  roles: readonly RoleOfOrganisation[];
  mayWrite: boolean;
}) {
  const now = roles.filter((role) => role.current);
  const past = roles.filter((role) => !role.current);
  return (
    <>
      <PageHeader
        title={panelTitle(organisation)}
        trail={[{ label: organisation.name, href: directory.one(organisation.id) }]}
      />
      <turbo-frame id={peopleFrame} target="_top">
        {now.length === 0 ? (
          <p>Personne n’est noté comme agissant pour cette organisation.</p>
        ) : (
          <ul class="lines">
            {now.map((role) => (
              <PersonLine role={role} mayWrite={mayWrite} />
            ))}
          </ul>
        )}
        {mayWrite ? (
          <p>
            <ButtonLink href={people.addTo(organisation.id)} label="Ajouter une personne" kind="quiet" />
          </p>
        ) : null}
        {past.length > 0 ? (
          <details>
            <summary>Elles ont agi pour cette organisation ({past.length})</summary>
            <ul class="lines">
              {past.map((role) => (
                <PersonLine role={role} mayWrite={mayWrite} />
              ))}
            </ul>
          </details>
        ) : null}
      </turbo-frame>
    </>
  );
}

function PersonLine({ role, mayWrite }: { role: RoleOfOrganisation; mayWrite: boolean }) {
  const name = nameOf(role);
  return (
    <li>
      <p class="line-title">
        <a href={people.one(role.person_id)}>{name}</a>
        {role.main_contact && role.current ? (
          <>
            {" "}
            <Tag label="Interlocuteur principal" tone="good" />
          </>
        ) : null}
      </p>
      <p>{[roleWords(role), role.email, role.phone].filter(Boolean).join(", ")}</p>
      <p class="soft small">
        {[role.title ? roleKinds[role.kind] : "", datesOf(role), roleVisibilities[role.visibility]]
          .filter(Boolean)
          .join(" · ")}{" "}
        {mayWrite && !role.erased_at ? (
          <a href={people.role(role.id)}>
            Modifier<span class="sr-only"> la fonction de {name}</span>
          </a>
        ) : null}
      </p>
      {mayWrite && role.current && !role.main_contact && role.until === null ? (
        <ActionForm
          action={people.mainContact(role.id)}
          label="En faire l’interlocuteur principal"
          of={name}
        />
      ) : null}
    </li>
  );
}
