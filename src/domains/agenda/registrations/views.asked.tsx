import { registrations } from "#paths/registrations.ts";
import { ButtonLink, Callout } from "#ui/page.tsx";
import type { Props } from "./views.person.tsx";

/** What waits for the person: questions, their opinion, their certificate. */
export function Asked({ registration, token, questions, satisfaction }: Props) {
  return (
    <>
      {questions ? (
        <Callout tone="warning">
          <p>L’organisation vous pose quelques questions.</p>
          <ButtonLink href={questions} label="Répondre aux questions" />
        </Callout>
      ) : null}
      {satisfaction ? (
        <Callout>
          <p>Votre avis nous aide à faire mieux la prochaine fois.</p>
          <ButtonLink href={satisfaction} label="Donner mon avis" />
        </Callout>
      ) : null}
      {registration.certificate_id ? (
        <Callout tone="good">
          <p>
            Votre attestation est prête :{" "}
            <a href={registrations.myCertificate(token)} data-turbo="false">
              la télécharger (PDF)
            </a>
            .
          </p>
        </Callout>
      ) : null}
    </>
  );
}
