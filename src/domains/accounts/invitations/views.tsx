import { accounts } from "#paths/accounts.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { ButtonLink, PageHeader } from "#ui/page.tsx";
import { shortestPassword } from "../passwords.ts";
import { RoleBoxes } from "../people/role-boxes.tsx";
import { nameOfRole } from "../texts.ts";
import type { Invitation } from "./queries.ts";
import { invitationDays } from "./rules.ts";

interface Props {
  errors?: Errors;
  typed?: Typed;
}

/** Those invited who have not answered. */
export function InvitationList({ invitations, now }: { invitations: readonly Invitation[]; now: Date }) {
  if (invitations.length === 0) return null;
  return (
    <section>
      <h2>Invitations en attente</h2>
      <ul class="lines">
        {invitations.map((invitation) => (
          <li>
            <p class="line-title">{invitation.name}</p>
            <p>
              {invitation.email} · {invitation.roles.map(nameOfRole).join(", ") || "sans rôle"} ·{" "}
              {invitation.expires_at > now ? "jusqu’au" : "expirée le"} {formatInstant(invitation.expires_at)}
            </p>
            <ActionForm
              action={accounts.withdrawInvitation(invitation.id)}
              label={`Retirer l’invitation de ${invitation.name}`}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function InvitePage({ errors, typed, candidates = [] }: Props & { candidates?: readonly string[] }) {
  const fields = { errors, typed };
  return (
    <>
      <PageHeader
        title="Inviter une personne"
        trail={[{ label: "Comptes", href: accounts.all() }]}
        lead={`Elle reçoit un courriel dont le lien ouvre son compte pendant ${invitationDays} jours. Invitée de nouveau, elle en reçoit un autre.`}
      />
      <Form action={accounts.invitations()} errors={errors} once>
        <TextField name="name" label="Nom" autocomplete="off" required {...fields} />
        <TextField
          name="email"
          label="Adresse électronique"
          type="email"
          autocomplete="off"
          required
          {...fields}
        />
        <fieldset>
          <legend>Rôles</legend>
          <RoleBoxes chosen={[typed?.["roles"] ?? []].flat()} />
        </fieldset>
        <TextField
          name="organisation"
          label="Organisation pour laquelle parle la personne adhérente"
          help={
            candidates.length > 0
              ? `Voulez-vous dire : ${candidates.join(" ; ")} ?`
              : "Son nom, tel que dans l’annuaire."
          }
          required={false}
          {...fields}
        />
        <div class="buttons">
          <Submit label="Envoyer l’invitation" />
        </div>
      </Form>
    </>
  );
}

export const acceptance = { title: "Ouvrir mon compte" } as const;

export function AcceptancePage({
  invitation,
  token,
  errors,
  typed,
}: Props & { invitation: Invitation; token: string }) {
  const fields = { errors, typed };
  return (
    <>
      <PageHeader
        {...acceptance}
        lead={`Bonjour ${invitation.name}. Votre adresse est ${invitation.email} ; il reste à choisir un mot de passe.`}
      />
      <Form action={accounts.invitation(token)} errors={errors}>
        <TextField
          name="name"
          label="Votre nom, tel que les autres le liront"
          value={invitation.name}
          autocomplete="name"
          required
          {...fields}
        />
        <TextField
          name="password"
          label="Mot de passe"
          type="password"
          autocomplete="new-password"
          help={`${shortestPassword} caractères ou plus. Une courte phrase se retient mieux qu’un mot compliqué.`}
          required
          {...fields}
        />
        <div class="buttons">
          <Submit label="Ouvrir mon compte" />
        </div>
      </Form>
    </>
  );
}

export const spent = { title: "Cette invitation ne sert plus" } as const;

export function SpentPage() {
  return (
    <>
      <PageHeader
        {...spent}
        lead="Elle a déjà servi, elle a été retirée, ou son délai est passé. Si votre compte est ouvert, connectez-vous ; sinon, demandez qu’on vous la renvoie."
      />
      <ButtonLink href={accounts.signIn()} label="Se connecter" />
    </>
  );
}
