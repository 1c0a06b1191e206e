import { office } from "#paths/office.ts";
import { people } from "#paths/people.ts";
import { dayInParis } from "#platform/dates.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextArea } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatDay } from "#ui/format.ts";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { PersonalData } from "./export.ts";
import type { ErasureRequest } from "./queries.ts";
import { DataSections } from "./views.data.tsx";
import { TakeAway } from "./views.staff.tsx";

export const mineTitle = "Mes données";

/** What is kept of the one who reads: to see, to take away, and to ask to have erased. */
export function MyDataPage({
  data,
  linked,
  request,
  typed,
  errors,
}: {
  data: PersonalData;
  /** Whether the account is known to be somebody of the directory. */
  linked: boolean;
  request: ErasureRequest | undefined;
  typed?: Typed;
  errors?: Errors;
}) {
  return (
    <>
      <PageHeader
        title={mineTitle}
        trail={[{ label: "Mon espace", href: `${office.space()}?ici` }]}
        lead="Tout ce que nous gardons de vous. Vous pouvez l’emporter, et demander que nous l’effacions."
      />
      {linked ? null : (
        <Callout>
          <p>
            Votre compte n’est relié à aucune personne de notre annuaire. Voici ce que nous gardons de votre
            compte ; si vous pensez que nous avons d’autres informations sur vous, écrivez-le ci-dessous.
          </p>
        </Callout>
      )}
      <TakeAway file={people.mineFile} />
      <DataSections data={data} />
      <section>
        <h2>Demander l’effacement</h2>
        <Answer request={request} />
        {request?.answer === null ? (
          <ActionForm action={people.mineErasureWithdrawal()} label="Retirer ma demande" />
        ) : (
          <Form action={people.mineErasure()} errors={errors} once>
            <p>
              Nous répondons sous un mois. Votre compte sera fermé ; ce que la loi oblige à garder l’est sans
              votre nom.
            </p>
            <TextArea
              name="message"
              label="Un mot à l’équipe"
              typed={typed}
              errors={errors}
              required={false}
              rows={3}
            />
            <Submit label="Demander l’effacement de mes données" kind="danger" />
          </Form>
        )}
      </section>
    </>
  );
}

/** Where the last request stands. */
function Answer({ request }: { request: ErasureRequest | undefined }) {
  if (!request) return null;
  const asked = formatDay(dayInParis(request.asked_at));
  return request.answer === null ? (
    <Callout>
      <p>Vous l’avez demandé le {asked} : l’équipe vous répondra dans le mois.</p>
    </Callout>
  ) : (
    <Callout tone="warning">
      <p>
        Votre demande du {asked} n’a pas été suivie : {request.reason}
      </p>
    </Callout>
  );
}
