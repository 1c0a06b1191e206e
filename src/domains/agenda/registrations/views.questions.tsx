import { registrations } from "#paths/registrations.ts";
import { ActionForm } from "#ui/form.tsx";
import { ButtonLink, PageHeader } from "#ui/page.tsx";
import type { Booking } from "./queries.event.ts";
import { RegistrationsNav, trailTo } from "./views.nav.tsx";

export const questionsTitle = ({ title }: { title: string }) => `Questions et avis : ${title}`;

/** What is asked to those who come, before and after. */
export function QuestionsPage({
  booking,
  published,
}: {
  booking: Booking;
  /** Whether each can be answered yet. */
  published: { questions: boolean; satisfaction: boolean };
}) {
  const { id, questionnaire_id, satisfaction_id } = booking;
  return (
    <>
      <PageHeader title={questionsTitle(booking)} trail={trailTo(booking)} />
      <RegistrationsNav booking={booking} here="questions" />
      <h2>À l’inscription</h2>
      <p>
        Ce que l’organisation doit savoir de chacun : repas, niveau, attentes. La confirmation donne à chacun
        le lien qui y répond.
      </p>
      {questionnaire_id === null ? (
        <ActionForm action={registrations.questionsAdd(id)} label="Poser des questions" kind="primary" />
      ) : (
        <div class="buttons">
          <ButtonLink
            href={registrations.questionsEditor(id)}
            label="Voir et changer les questions"
            kind="quiet"
          />
          {published.questions ? (
            <ButtonLink href={registrations.questionsResults(id)} label="Lire les réponses" kind="quiet" />
          ) : (
            <span class="help">Pas encore publiées : personne n’y répond.</span>
          )}
        </div>
      )}
      <h2>Après : la satisfaction</h2>
      <p>
        Envoyé avec la lettre de remerciement à ceux qui étaient présents ; un lien pour chacun, des avis lus
        sans les noms.
      </p>
      {satisfaction_id === null ? (
        <ActionForm action={registrations.satisfactionAdd(id)} label="Demander leur avis" kind="primary" />
      ) : (
        <div class="buttons">
          <ButtonLink
            href={registrations.satisfactionEditor(id)}
            label="Voir et changer les questions"
            kind="quiet"
          />
          {published.satisfaction ? (
            <ButtonLink href={registrations.satisfactionResults(id)} label="Lire les avis" kind="quiet" />
          ) : (
            <span class="help">Pas encore publié : il ne peut pas être envoyé.</span>
          )}
        </div>
      )}
    </>
  );
}
