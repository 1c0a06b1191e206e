import { accounts } from "#paths/accounts.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import { linkMinutes } from "../auth.ts";

export interface Props {
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

/** Where to go once in: carried from form to form. */
export function Suite({ suite }: { suite?: string }) {
  return suite ? <Hidden name="suite" value={suite} /> : null;
}
