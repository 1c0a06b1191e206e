import { people } from "#paths/people.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatDay, formatInstant } from "#ui/format.ts";
import { ButtonLink, Callout, Facts, PageHeader, Tag } from "#ui/page.tsx";
import { ConsentSummary } from "../consents/views.summary.tsx";
import { ContactValue } from "../contacts/value.tsx";
import { contactKinds, contactVisibilities } from "../texts.ts";
import type { PersonRecord } from "./queries.ts";
import { languageName, nameOf } from "./texts.ts";
import { PersonRoles } from "./views.roles.tsx";

export interface Rights {
  mayWrite: boolean;
  /** May give or erase all that is kept of the person. */
  mayHandle: boolean;
}

interface Props extends Rights {
  person: PersonRecord;
  /** An account whose address is one of theirs, and that is nobody's yet. */
  account?: { id: string; name: string; email: string } | undefined;
}

/** The record of a person, as the network's own people read it. */
export function PersonPage({ person, mayWrite, mayHandle, account }: Props) {
  const { id } = person;
  const name = nameOf(person);
  if (person.erased_at) return <ErasedPerson person={person} mayHandle={mayHandle} />;
  return (
    <>
      <PageHeader
        title={name}
        trail={[{ label: "Personnes", href: people.all() }]}
        lead={person.roles
          .filter((role) => role.current)
          .map((role) => [role.title, role.organisation].filter(Boolean).join(", "))
          .join(" ; ")}
      >
        {mayWrite ? <ButtonLink href={people.edit(id)} label="Modifier" /> : null}
        {mayHandle ? <ButtonLink href={people.data(id)} label="Ses données" kind="quiet" /> : null}
        {mayWrite && !person.archived_at ? <ActionForm action={people.archive(id)} label="Archiver" /> : null}
      </PageHeader>
      {person.archived_at ? (
        <Callout tone="warning">
          <p>Cette personne est archivée : elle n’est plus proposée, ni montrée hors de l’équipe.</p>
          {mayWrite ? <ActionForm action={people.restoration(id)} label="La rétablir" /> : null}
        </Callout>
      ) : null}
      {person.review_since && mayWrite ? (
        <Callout tone="warning">
          <p>
            Aucun contact depuis trois ans. Si elle compte encore pour le réseau,{" "}
            <a href={people.edit(id)}>notez un contact</a> ; sinon{" "}
            <a href={people.data(id)}>effacez ses données</a>.
          </p>
        </Callout>
      ) : null}
      <Facts
        facts={[
          ["Langue", languageName(person.language)],
          ["Dernier contact", person.last_contact_on ? formatDay(person.last_contact_on) : null],
          ["Origine", person.origin],
          ["Compte", person.account ? <AccountLine account={person.account} /> : null],
          ["Dernière modification", formatInstant(person.updated_at)],
        ]}
      />
      {account && mayWrite && !person.account ? (
        <Callout>
          <p>
            Le compte de {account.name} a la même adresse, {account.email}. Reliée, cette personne verra ce
            que nous gardons d’elle dans son espace.
          </p>
          <ActionForm
            action={people.accountLink(id)}
            label="Relier ce compte à cette personne"
            hidden={{ compte: account.id }}
          />
        </Callout>
      ) : null}
      <Contacts person={person} mayWrite={mayWrite} />
      <PersonRoles person={person} mayWrite={mayWrite} />
      <ConsentSummary person={person} mayWrite={mayWrite} />
      {mayWrite && person.notes ? (
        <section>
          <h2>Notes de l’équipe</h2>
          <p class="prose">{person.notes}</p>
        </section>
      ) : null}
    </>
  );
}

const AccountLine = ({ account }: { account: NonNullable<PersonRecord["account"]> }) => (
  <>
    {account.email}
    {account.closed_at ? " (fermé)" : ""}
  </>
);

function ErasedPerson({ person, mayHandle }: { person: PersonRecord; mayHandle: boolean }) {
  return (
    <>
      <PageHeader title={nameOf(person)} trail={[{ label: "Personnes", href: people.all() }]} />
      <Callout tone="warning">
        <p>
          Les données de cette personne ont été effacées. Il reste ce que la loi oblige à garder : ses mandats
          sans son nom, et le fait que ses consentements ont été retirés.
        </p>
        {mayHandle ? (
          <p>
            <a href={people.erasures()}>Voir les effacements</a>
          </p>
        ) : null}
      </Callout>
      <PersonRoles person={person} mayWrite={false} />
    </>
  );
}

/** How to reach a person, and who may see each way. */
function Contacts({ person, mayWrite }: { person: PersonRecord; mayWrite: boolean }) {
  return (
    <section>
      <h2>Coordonnées</h2>
      {person.contacts.length === 0 ? (
        <p>Aucune coordonnée n’est notée.</p>
      ) : (
        <Facts
          facts={person.contacts.map((point) => [
            point.label || (contactKinds[point.kind] ?? ""),
            <>
              <ContactValue point={point} /> <Tag label={contactVisibilities[point.visibility] ?? ""} />{" "}
              {mayWrite ? (
                <a href={people.contactPoint(person.id, point.id)}>
                  Modifier<span class="sr-only"> {point.value}</span>
                </a>
              ) : null}
            </>,
          ])}
        />
      )}
      {mayWrite ? (
        <p>
          <ButtonLink href={people.contactPoints(person.id)} label="Ajouter une coordonnée" kind="quiet" />
        </p>
      ) : null}
    </section>
  );
}
