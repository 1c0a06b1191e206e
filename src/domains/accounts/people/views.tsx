import { accounts } from "#paths/accounts.ts";
import type { Errors } from "#platform/web/form.ts";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { type Column, ListTable, Total } from "#ui/list.tsx";
import { ButtonLink, Callout, Facts, PageHeader, Tag } from "#ui/page.tsx";
import type { Invitation } from "../invitations/queries.ts";
import { InvitationList } from "../invitations/views.tsx";
import { nameOfRole } from "../texts.ts";
import type { Person } from "./queries.ts";
import { RoleBoxes } from "./role-boxes.tsx";

const columns: readonly Column<Person>[] = [
  { label: "Nom", cell: (person) => <a href={accounts.one(person.id)}>{person.name}</a> },
  { label: "Adresse", cell: (person) => person.email, wide: true },
  { label: "Rôles", cell: (person) => (person.closed_at ? <Tag label="compte fermé" /> : wordRoles(person)) },
  {
    label: "Dernière connexion",
    cell: (person) => (person.last_sign_in ? formatInstant(person.last_sign_in) : "jamais"),
    wide: true,
  },
  { label: "Protection", cell: (person) => <Protection person={person} /> },
];

const wordRoles = ({ roles }: Person) => roles.map(nameOfRole).join(", ") || "Visiteur";

function Protection({ person }: { person: Person }) {
  if (person.two_factor_enabled) return <Tag label="double vérification" tone="good" />;
  return person.keys > 0 ? <Tag label="clé d’accès" tone="good" /> : <>un seul facteur</>;
}

interface ListProps {
  people: readonly Person[];
  invitations: readonly Invitation[];
  now: Date;
}

export function PeoplePage({ people, invitations, now }: ListProps) {
  return (
    <>
      <PageHeader title="Comptes" lead="Qui entre, et avec quel rôle.">
        <ButtonLink href={accounts.invitations()} label="Inviter une personne" />
      </PageHeader>
      <Total count={people.length} one="compte" />
      <ListTable
        caption="Les comptes, leurs rôles et leur protection"
        columns={columns}
        rows={people}
        path={accounts.all()}
        query={{}}
      />
      <InvitationList invitations={invitations} now={now} />
    </>
  );
}

export function PersonPage({ person, errors }: { person: Person; errors?: Errors }) {
  return (
    <>
      <PageHeader title={person.name} trail={[{ label: "Comptes", href: accounts.all() }]}>
        <ButtonLink href={accounts.changesBy(person.id)} label="Voir ce que ce compte a fait" kind="quiet" />
      </PageHeader>
      <Facts
        facts={[
          ["Adresse", person.email],
          ["Ouvert le", formatInstant(person.created_at)],
          ["Dernière connexion", person.last_sign_in ? formatInstant(person.last_sign_in) : "jamais"],
          ["Protection", <Protection person={person} />],
        ]}
      />
      {person.closed_at ? (
        <Closed person={person} closedAt={person.closed_at} />
      ) : (
        <Open person={person} errors={errors} />
      )}
    </>
  );
}

function Closed({ person, closedAt }: { person: Person; closedAt: Date }) {
  return (
    <Callout tone="warning">
      <p>Ce compte est fermé depuis le {formatInstant(closedAt)} : il n’ouvre plus rien.</p>
      <ActionForm action={accounts.reopen(person.id)} label="Le rouvrir" kind="primary" />
    </Callout>
  );
}

function Open({ person, errors }: { person: Person; errors?: Errors }) {
  return (
    <>
      <Form action={accounts.one(person.id)} errors={errors}>
        <fieldset>
          <legend>Rôles</legend>
          <RoleBoxes chosen={person.roles} />
        </fieldset>
        <div class="buttons">
          <Submit label="Enregistrer les rôles" />
        </div>
      </Form>
      <section>
        <h2>Si quelque chose ne va pas</h2>
        <p>
          Téléphone ou clé perdus : retirez la double vérification et les clés, puis demandez à la personne
          d’entrer par un lien et d’en remettre.
        </p>
        <ActionForm
          action={accounts.resetSecondFactor(person.id)}
          label="Retirer la double vérification et les clés"
          confirm={`Retirer la double vérification et les clés de ${person.name} ?`}
        />
        <p>Départ : fermez le compte. Ce que la personne a écrit garde son nom.</p>
        <ActionForm
          action={accounts.close(person.id)}
          label="Fermer ce compte"
          kind="danger"
          confirm={`Fermer le compte de ${person.name} ?`}
        />
      </section>
    </>
  );
}
