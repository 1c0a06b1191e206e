import { accounts } from "#paths/accounts.ts";
import { office } from "#paths/office.ts";
import { isSignedIn, type Visitor } from "#platform/web/visitor.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import { PasskeyForm } from "../passkey-form.tsx";
import { type Props, pages, Suite } from "./views.tsx";

export function SignInPage({ suite, visitor, errors, typed }: Props & { visitor: Visitor }) {
  const fields = { errors, typed };
  return (
    <>
      <PageHeader
        {...pages.signIn}
        lead="Avec votre mot de passe, un lien reçu par courriel, ou une clé d’accès."
      />
      {isSignedIn(visitor) ? <AlreadyIn visitor={visitor} suite={suite} /> : null}
      <Form action={accounts.signIn()} errors={errors}>
        <Suite suite={suite} />
        <TextField
          name="email"
          label="Adresse électronique"
          type="email"
          inputmode="email"
          autocomplete="username webauthn"
          required
          {...fields}
        />
        <TextField
          name="password"
          label="Mot de passe"
          type="password"
          autocomplete="current-password"
          help="Sans mot de passe, demandez un lien : il suffit de votre adresse."
          required
          {...fields}
        />
        <div class="buttons">
          <Submit label="Se connecter" />
          <Submit label="Recevoir un lien par courriel" kind="quiet" name="moyen" value="lien" />
        </div>
      </Form>
      <PasskeyForm label="Se connecter avec une clé d’accès" action={accounts.passkeyAnswer()}>
        <Suite suite={suite} />
      </PasskeyForm>
    </>
  );
}

function AlreadyIn({ visitor, suite }: { visitor: Visitor; suite?: string }) {
  return (
    <Callout>
      <p>Vous êtes déjà connecté en tant que {visitor.name}.</p>
      <ButtonLink href={suite ?? office.space()} label="Continuer" />{" "}
      <ActionForm action={accounts.signOut()} label="Se déconnecter" />
    </Callout>
  );
}
