import { ActionForm } from "#ui/form.tsx";
import { PageHeader } from "#ui/page.tsx";
import type { AnswerFrame } from "../contract.ts";
import type { Addresses } from "./addresses.ts";

export const spentTitle = "Ce lien n’ouvre rien";

/** The link is unknown, or another one took its place. */
export function SpentPage() {
  return (
    <>
      <PageHeader title={spentTitle} />
      <p>
        L’adresse est peut-être incomplète, ou un lien plus récent l’a remplacée. Ouvrez le dernier courriel
        que vous avez reçu : c’est le lien qu’il contient qui ouvre votre réponse.
      </p>
    </>
  );
}

/** The link is too old: a new one goes to the address that had it. */
export function ExpiredPage({ frame, at, email }: { frame: AnswerFrame; at: Addresses; email: string }) {
  return (
    <>
      <PageHeader title={frame.title} />
      <p>Ce lien est trop ancien. Votre réponse, elle, est gardée comme vous l’aviez laissée.</p>
      {email ? (
        <>
          <p>Un nouveau lien peut être envoyé à {masked(email)}, l’adresse qui avait reçu celui-ci.</p>
          <ActionForm action={at.link} label="Recevoir un nouveau lien" kind="primary" />
        </>
      ) : (
        <p>Demandez un nouveau lien à l’équipe du réseau.</p>
      )}
    </>
  );
}

export const sentTitle = "Un nouveau lien est parti";

export function SentPage({ email }: { email: string }) {
  return (
    <>
      <PageHeader title={sentTitle} />
      <p>
        Il arrive à {masked(email)} dans quelques instants. Celui que vous venez d’utiliser n’ouvre plus rien.
      </p>
    </>
  );
}

/** Nothing is taken any more. */
export function ClosedPage({ frame, closed }: { frame: AnswerFrame; closed: string }) {
  return (
    <>
      <PageHeader title={frame.title} />
      <p>{closed}</p>
    </>
  );
}

/** `a…@exemple.fr`: who has the address recognises it, who has only the link learns nothing. */
export function masked(email: string): string {
  const [name = "", host = ""] = email.split("@");
  return `${name.slice(0, 1)}…@${host}`;
}
