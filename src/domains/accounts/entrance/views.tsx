import type { PropsWithChildren } from "hono/jsx";
import { accounts } from "#paths/accounts.ts";
import { office } from "#paths/office.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { isSignedIn, type Visitor } from "#platform/web/visitor.ts";
import { ActionForm, Form, Hidden, Submit, TextField } from "#ui/form.tsx";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import { linkMinutes } from "../auth.ts";

interface Props {
  suite?: string;
  errors?: Errors;
  typed?: Typed;
}

/** What each page of the door is called. */
export const pages = {
  signIn: { title: "Se connecter" },
  link: { title: "Recevoir un lien par courriel" },
  linkSent: { title: "Regardez votre courriel" },
  arrival: { title: "Bienvenue" },
  code: { title: "Second code" },
} as const;

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

/** Shown by its script alone, where the browser knows passkeys; the challenge comes from `options`. */
export function PasskeyForm({
  label,
  action,
  options = accounts.passkeyOptions(),
  ceremony = "get",
  children,
}: PropsWithChildren<{ label: string; action: string; options?: string; ceremony?: "get" | "create" }>) {
  return (
    <section
      hidden
      class="passkey"
      data-controller="passkey"
      data-passkey-options-value={options}
      data-passkey-ceremony-value={ceremony}
    >
      <Form action={action} label={label}>
        {children}
        <Hidden name="response" value="" />
        <div class="buttons">
          <Submit label={label} kind="quiet" />
        </div>
      </Form>
      <p role="status" data-passkey-target="word" />
    </section>
  );
}

export function LinkPage({ suite, errors, typed }: Props) {
  return (
    <>
      <PageHeader {...pages.link} trail={[{ label: pages.signIn.title, href: accounts.signIn(suite) }]} />
      <Form action={accounts.mailLink()} errors={errors}>
        <Suite suite={suite} />
        <TextField
          name="email"
          label="Adresse électronique"
          type="email"
          autocomplete="email"
          required
          errors={errors}
          typed={typed}
        />
        <div class="buttons">
          <Submit label="Recevoir un lien" />
        </div>
      </Form>
    </>
  );
}

export function LinkSentPage() {
  return (
    <>
      <PageHeader
        {...pages.linkSent}
        lead={`Si un compte existe à cette adresse, un lien vient de partir. Il sert une fois, pendant ${linkMinutes} minutes.`}
      />
      <p>
        Rien n’arrive ? Regardez dans les indésirables, vérifiez l’adresse, puis{" "}
        <a href={accounts.mailLink()}>demandez un autre lien</a>.
      </p>
    </>
  );
}

export function ArrivalPage({ token, suite }: { token: string; suite?: string }) {
  return (
    <>
      <PageHeader {...pages.arrival} lead="Ce bouton vous connecte. Le lien ne servira plus ensuite." />
      <Form action={accounts.mailLinkArrival()}>
        <Suite suite={suite} />
        <Hidden name="jeton" value={token} />
        <div class="buttons">
          <Submit label="Entrer" />
        </div>
      </Form>
    </>
  );
}

export function CodePage({ suite, errors }: Props) {
  return (
    <>
      <PageHeader {...pages.code} lead="Ce compte est protégé par une double vérification." />
      <Form action={accounts.secondFactor()} errors={errors}>
        <Suite suite={suite} />
        <TextField
          name="code"
          label="Code à six chiffres"
          inputmode="text"
          autocomplete="one-time-code"
          help="Celui de l’application sur votre téléphone ; ou l’un de vos codes de secours."
          autofocus
          required
          errors={errors}
        />
        <div class="buttons">
          <Submit label="Entrer" />
        </div>
      </Form>
      <p>
        <a href={accounts.signIn(suite)}>Reprendre depuis le début</a>
      </p>
    </>
  );
}

function Suite({ suite }: { suite?: string }) {
  return suite ? <Hidden name="suite" value={suite} /> : null;
}
