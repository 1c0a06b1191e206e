import { accounts } from "#paths/accounts.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { Form, Submit } from "#ui/form.tsx";
import { ButtonLink, Callout, PageHeader, Tag } from "#ui/page.tsx";
import { shortestPassword } from "../passwords.ts";
import type { MyAccount } from "./queries.ts";
import { Keys, Sessions } from "./views.doors.tsx";

export const pages = {
  mine: { title: "Mon compte" },
  password: { title: "Mon mot de passe" },
  secondFactor: { title: "Double vérification" },
} as const;

interface Props {
  account: MyAccount;
  errors?: Errors;
  typed?: Typed;
  /** Those who work for the network are reminded of what protects everyone's data. */
  staff?: boolean;
}

export function MyAccountPage({ account, errors, typed, staff }: Props) {
  return (
    <>
      <PageHeader {...pages.mine} lead={account.email} />
      {staff && !account.isProtected && account.keys.length === 0 ? <Reminder /> : null}
      <Form action={accounts.mine()} errors={errors}>
        <TextField
          name="name"
          label="Votre nom, tel que les autres le lisent"
          value={account.name}
          autocomplete="name"
          required
          errors={errors}
          typed={typed}
        />
        <div class="buttons">
          <Submit label="Enregistrer" kind="quiet" />
        </div>
      </Form>
      <section>
        <h2>Entrer</h2>
        <p>
          {account.hasPassword
            ? "Vous entrez avec un mot de passe, ou un lien reçu par courriel."
            : "Vous entrez avec un lien reçu par courriel. Un mot de passe évite d’attendre la lettre."}
        </p>
        <ButtonLink
          href={accounts.myPassword()}
          label={account.hasPassword ? "Changer mon mot de passe" : "Choisir un mot de passe"}
          kind="quiet"
        />
      </section>
      <section>
        <h2>
          Double vérification <Tag {...state(account.isProtected)} />
        </h2>
        <p>Un code de votre téléphone s’ajoute au mot de passe : volé seul, il n’ouvre plus rien.</p>
        <ButtonLink
          href={accounts.mySecondFactor()}
          label={account.isProtected ? "Gérer la double vérification" : "Mettre en place"}
          kind="quiet"
        />
      </section>
      <Keys account={account} />
      <Sessions account={account} />
    </>
  );
}

const state = (on: boolean) =>
  on
    ? ({ label: "en place", tone: "good" } as const)
    : ({ label: "à mettre en place", tone: "plain" } as const);

function Reminder() {
  return (
    <Callout>
      <p>
        Vous travaillez sur les données de tout le réseau. Une <strong>double vérification</strong> ou une{" "}
        <strong>clé d’accès</strong> les protège même si votre mot de passe est volé : cinq minutes suffisent.
      </p>
      <ButtonLink href={accounts.mySecondFactor()} label="La mettre en place" />
    </Callout>
  );
}

export function PasswordPage({ account, errors }: Props) {
  return (
    <>
      <PageHeader {...pages.password} trail={[{ label: pages.mine.title, href: accounts.mine() }]} />
      <Form action={accounts.myPassword()} errors={errors}>
        {account.hasPassword ? (
          <TextField
            name="current"
            label="Mot de passe actuel"
            type="password"
            autocomplete="current-password"
            required
            errors={errors}
          />
        ) : null}
        <TextField
          name="password"
          label="Nouveau mot de passe"
          type="password"
          autocomplete="new-password"
          help={`${shortestPassword} caractères ou plus. Une courte phrase se retient mieux qu’un mot compliqué.`}
          required
          errors={errors}
        />
        <div class="buttons">
          <Submit label="Enregistrer" />
        </div>
      </Form>
      <p>Vos autres connexions seront fermées.</p>
    </>
  );
}
