import { directory } from "#paths/directory.ts";
import { people } from "#paths/people.ts";
import { ButtonLink, Tag } from "#ui/page.tsx";
import type { PersonRecord, PersonRole } from "./queries.ts";
import { roleKinds, roleVisibilities, roleWords } from "./texts.ts";
import { datesOf } from "./views.parts.tsx";

/** What a person does, then what they did, organisation by organisation. */
export function PersonRoles({ person, mayWrite }: { person: PersonRecord; mayWrite: boolean }) {
  const now = person.roles.filter((role) => role.current);
  const past = person.roles.filter((role) => !role.current);
  return (
    <section>
      <h2>Fonctions</h2>
      {now.length === 0 ? (
        <p>Aucune fonction en cours n’est notée.</p>
      ) : (
        <ul class="lines">
          {now.map((role) => (
            <RoleLine role={role} mayWrite={mayWrite} />
          ))}
        </ul>
      )}
      {mayWrite ? (
        <p>
          <ButtonLink href={people.roles(person.id)} label="Ajouter une fonction" kind="quiet" />
        </p>
      ) : null}
      {past.length > 0 ? (
        <>
          <h3>Fonctions passées</h3>
          <ul class="lines">
            {past.map((role) => (
              <RoleLine role={role} mayWrite={mayWrite} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function RoleLine({ role, mayWrite }: { role: PersonRole; mayWrite: boolean }) {
  return (
    <li>
      <p class="line-title">
        {roleWords(role)}, <a href={directory.one(role.organisation_id)}>{role.organisation}</a>
      </p>
      <p class="soft small">
        {[roleKinds[role.kind], datesOf(role), roleVisibilities[role.visibility]].filter(Boolean).join(" · ")}{" "}
        {role.main_contact ? <Tag label="Interlocuteur principal" tone="good" /> : null}{" "}
        {role.status === "archived" ? <Tag label="Organisation archivée" tone="warning" /> : null}{" "}
        {mayWrite ? (
          <a href={people.role(role.id)}>
            Modifier<span class="sr-only"> la fonction dans {role.organisation}</span>
          </a>
        ) : null}
      </p>
    </li>
  );
}
