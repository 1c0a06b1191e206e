import { appointments } from "#paths/appointments.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { formatDay } from "#ui/format.ts";
import { ButtonLink, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import type { Absence, Host, OpeningLine } from "./queries.hosts.ts";
import { modeLabels, modeOf, wordOpening } from "./texts.ts";
import { OwnCalendar, pick } from "./views.calendar.tsx";
import type { OfficeChoice } from "./views.where.tsx";

export const pageTitle = "Mes créneaux";
export const trail = [{ label: "Rendez-vous", href: appointments.week() }];
export const upToPage = [...trail, { label: pageTitle, href: appointments.page() }];

interface PageProps {
  host: Host;
  openings: readonly OpeningLine[];
  absences: readonly Absence[];
  offices: readonly OfficeChoice[];
  /** The whole addresses, to copy. */
  address: string;
  feed: string;
  errors?: Errors;
  typed?: Typed;
}

/** What an officer offers, when they are away, and their calendars. */
export function OwnPage({
  host,
  openings,
  absences,
  offices,
  address,
  feed,
  errors = {},
  typed = {},
}: PageProps) {
  return (
    <>
      <PageHeader title={pageTitle} trail={trail}>
        <ButtonLink href={appointments.openings()} label="Offrir des créneaux" />
        <ButtonLink href={appointments.settings()} label="Réglages" kind="quiet" />
      </PageHeader>
      <p>
        Votre page : <a href={address}>{address}</a>{" "}
        {host.open ? <Tag label="Ouverte" tone="good" /> : <Tag label="Fermée" tone="warning" />}
      </p>
      {openings.length === 0 ? (
        <EmptyState title="Vous n’offrez aucun créneau">
          <p>
            Dites quand vous recevez, par exemple « chaque mardi de 9 h à 12 h, 45 minutes chacun » : ceux qui
            ont votre lien réservent eux-mêmes. Les jours fériés sont fermés d’office.
          </p>
          <ButtonLink href={appointments.openings()} label="Offrir des créneaux" />
        </EmptyState>
      ) : (
        <ul class="lines">
          {openings.map((opening) => (
            <li>
              <a class="line-title" href={appointments.opening(opening.id)}>
                {wordOpening(opening)}
              </a>
              <p class="soft">
                {modeLabels[modeOf(opening.mode)]}
                {whereOf(opening, offices)}
              </p>
              <ActionForm
                action={appointments.openingRemoval(opening.id)}
                label="Ne plus offrir"
                of={wordOpening(opening)}
              />
            </li>
          ))}
        </ul>
      )}
      <section>
        <h2>Absences</h2>
        {absences.length === 0 ? <p class="soft">Aucune absence n’est prévue.</p> : null}
        <ul class="lines">
          {absences.map(({ id, from_on, to_on, why }) => (
            <li>
              <p>
                {from_on === to_on
                  ? `Le ${formatDay(from_on)}`
                  : `Du ${formatDay(from_on)} au ${formatDay(to_on)}`}
                {why ? ` : ${why}` : ""}
              </p>
              <ActionForm
                action={appointments.absenceRemoval(id)}
                label="Retirer"
                of={`absence du ${formatDay(from_on)}`}
              />
            </li>
          ))}
        </ul>
        <Form
          action={appointments.absences()}
          errors={pick(errors, ["du", "au", "pourquoi"])}
          once
          label="Ajouter une absence"
        >
          <div class="field-row">
            <TextField name="du" label="Du" typed={typed} errors={errors} required autocomplete="off" />
            <TextField
              name="au"
              label="Au"
              typed={typed}
              errors={errors}
              required={false}
              autocomplete="off"
            />
            <TextField
              name="pourquoi"
              label="Motif, pour l’équipe"
              typed={typed}
              errors={errors}
              required={false}
              autocomplete="off"
            />
          </div>
          <div class="buttons">
            <Submit label="Ajouter l’absence" kind="quiet" />
          </div>
        </Form>
      </section>
      <OwnCalendar host={host} errors={errors} typed={typed} />
      <section>
        <h2>Vos rendez-vous dans votre agenda</h2>
        <p>
          Abonnez votre agenda à cette adresse : vos rendez-vous y viennent, bougent et s’annulent
          d’eux-mêmes. Elle est à vous seul : qui l’a lit vos rendez-vous.
        </p>
        <p>
          <code class="long">{feed}</code>
        </p>
        <ActionForm
          action={appointments.feedRenewal()}
          label="Changer cette adresse"
          confirm="L’adresse d’avant ne donnera plus rien. La changer ?"
        />
      </section>
    </>
  );
}

const whereOf = ({ mode, office_id, place }: OpeningLine, offices: readonly OfficeChoice[]) => {
  const name = mode === "office" ? offices.find(({ id }) => id === office_id)?.name : place;
  return name ? ` : ${name}` : "";
};
