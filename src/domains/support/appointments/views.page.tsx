import { appointments } from "#paths/appointments.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckGroup } from "#ui/checks.tsx";
import { CheckboxField, RadioField, SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Hidden, Submit } from "#ui/form.tsx";
import { formatDay, formatInstant } from "#ui/format.ts";
import { ButtonLink, Callout, EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import type { Absence, Host, OpeningLine } from "./queries.hosts.ts";
import { modeLabels, modeOf, weekdays, wordCalendarRefusal, wordOpening } from "./texts.ts";
import { type OfficeChoice, WhereFields } from "./views.where.tsx";

export const pageTitle = "Mes créneaux";
export const trail = [{ label: "Rendez-vous", href: appointments.week() }];
const upToPage = [...trail, { label: pageTitle, href: appointments.page() }];

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
            Dites quand vous recevez, par exemple « chaque mardi de 9 h à 12 h, 45 minutes chacun » : ceux qui
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

const pick = (errors: Errors, names: readonly string[]): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([name]) => names.includes(name)));

function OwnCalendar({ host, errors, typed }: { host: Host; errors: Errors; typed: Typed }) {
  const shown = host.secret ? new URL(host.secret.replace(/^webcals?:/i, "https:")).host : "";
  return (
    <section>
      <h2>Votre agenda habituel</h2>
      {host.secret ? (
        <>
          {host.refusal ? (
            <Callout tone="warning">
              <p>
                Votre agenda ({shown}) n’a pas pu être lu
                {host.tried_at ? ` le ${formatInstant(host.tried_at)}` : ""} :{" "}
                {wordCalendarRefusal(host.refusal)}.{" "}
                {host.read_at
                  ? `Les créneaux restent ouverts, d’après ce qu’il disait le ${formatInstant(host.read_at)}.`
                  : "Les créneaux restent tous ouverts, sans savoir quand vous êtes pris."}
              </p>
            </Callout>
          ) : (
            <p>
              Lu sur {shown}
              {host.read_at ? `, le ${formatInstant(host.read_at)}` : " : pas encore"}. Seul le fait d’être
              pris en est gardé, jamais ce qui y est écrit.
            </p>
          )}
          <div class="buttons">
            <ActionForm action={appointments.calendarReading()} label="Le relire maintenant" />
            <ActionForm action={appointments.calendar()} label="Ne plus le lire" hidden={{ adresse: "" }} />
          </div>
        </>
      ) : (
        <p>
          Donnez l’adresse iCalendar de votre agenda (Google : « Adresse secrète au format iCal » ; Outlook :
          « Publier un calendrier » ; Nextcloud : « Partager le lien ») : aucun créneau ne sera offert quand
          vous y êtes pris.
        </p>
      )}
      <Form action={appointments.calendar()} errors={pick(errors, ["adresse"])} label="Adresse de l’agenda">
        <TextField
          name="adresse"
          label={host.secret ? "Autre adresse" : "Adresse iCalendar"}
          typed={typed}
          errors={errors}
          autocomplete="off"
          required
          help="Elle commence par https:// ou webcal://, et n’est montrée à personne."
        />
        <div class="buttons">
          <Submit label="Lire cet agenda" kind="quiet" />
        </div>
      </Form>
    </section>
  );
}

export const openingTitle = "Offrir des créneaux";
export const editOpeningTitle = (opening: OpeningLine) => `Modifier : ${wordOpening(opening)}`;

interface FormProps {
  typed: Typed;
  errors?: Errors;
  offices: readonly OfficeChoice[];
}

/** Slots each week, or on one day. */
export function OpeningPage({ opening, ...form }: FormProps & { opening?: OpeningLine }) {
  const field = { typed: form.typed, errors: form.errors };
  return (
    <>
      <PageHeader title={opening ? editOpeningTitle(opening) : openingTitle} trail={upToPage} />
      <Form
        action={opening ? appointments.opening(opening.id) : appointments.openings()}
        errors={form.errors}
        once={!opening}
        behaviour="quick-save"
      >
        {opening ? <Hidden name="version" value={String(form.typed["version"] ?? opening.version)} /> : null}
        <RadioField
          name="rythme"
          legend="Quand"
          chosen={String(form.typed["rythme"] ?? "semaine")}
          options={[
            { value: "semaine", label: "Chaque semaine, ou presque" },
            { value: "date", label: "Un seul jour" },
          ]}
          errors={form.errors}
        />
        <div class="field-row">
          <SelectField
            {...field}
            name="jour"
            label="Jour de la semaine"
            required={false}
            empty="Choisir…"
            options={weekdays.map((label, index) => ({ value: String(index + 1), label }))}
          />
          <SelectField
            {...field}
            name="semaines"
            label="Rythme"
            options={[
              { value: "1", label: "Toutes les semaines" },
              { value: "2", label: "Une semaine sur deux" },
              { value: "3", label: "Une semaine sur trois" },
              { value: "4", label: "Une semaine sur quatre" },
            ]}
          />
          <TextField
            {...field}
            name="date"
            label="Ou bien le jour"
            required={false}
            autocomplete="off"
            help="6/1/2026"
          />
        </div>
        <div class="field-row">
          <TextField {...field} name="debut" label="De" required autocomplete="off" help="9h" />
          <TextField {...field} name="fin" label="À" required autocomplete="off" help="12h" />
          <TextField
            {...field}
            name="duree"
            label="Durée de chaque rendez-vous"
            required
            autocomplete="off"
            help="45 min"
          />
        </div>
        <WhereFields {...form} />
        <div class="field-row">
          <TextField {...field} name="depuis" label="À partir du" required={false} autocomplete="off" />
          <TextField {...field} name="jusque" label="Jusqu’au" required={false} autocomplete="off" />
        </div>
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={appointments.page()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

export const settingsTitle = "Réglages de ma page de rendez-vous";

export function SettingsPage({
  host,
  themes,
  typed,
  errors,
  conflict,
}: {
  host: Host;
  themes: readonly { id: number; label: string }[];
  typed: Typed;
  errors?: Errors;
  conflict?: boolean;
}) {
  const field = { typed, errors };
  const chosen = typed["themes"] ?? [];
  return (
    <>
      <PageHeader title={settingsTitle} trail={upToPage} />
      {conflict ? (
        <Callout tone="warning">
          <p>
            Ces réglages ont été changés ailleurs pendant que vous écriviez. Enregistrez de nouveau pour
            garder les vôtres.
          </p>
        </Callout>
      ) : null}
      <Form action={appointments.settings()} errors={errors}>
        <Hidden name="version" value={String(host.version)} />
        <CheckboxField
          name="ouverte"
          label="On peut prendre rendez-vous avec moi"
          checked={typed["ouverte"] === "oui"}
        />
        <CheckboxField
          name="annoncee"
          label="Ma page est annoncée dans la liste publique"
          help="Sinon, seuls ceux à qui vous donnez le lien la trouvent."
          checked={typed["annoncee"] === "oui"}
        />
        <div class="field-row">
          <TextField {...field} name="nom" label="Nom affiché" required />
          <TextField {...field} name="adresse" label="Dernier mot de l’adresse" required help="prenom-nom" />
        </div>
        <TextArea
          {...field}
          name="presentation"
          label="Présentation"
          rows={4}
          required={false}
          help="Ce pour quoi vous recevez."
        />
        <CheckGroup
          name="themes"
          legend="Thèmes"
          options={themes.map(({ id, label }) => ({ value: String(id), label }))}
          chosen={Array.isArray(chosen) ? chosen : [chosen]}
          errors={errors ?? {}}
        />
        <div class="field-row">
          <TextField
            {...field}
            name="preavis"
            label="Préavis, en heures"
            inputmode="numeric"
            required
            help="On ne réserve pas plus tard."
          />
          <TextField
            {...field}
            name="horizon"
            label="Horizon, en jours"
            inputmode="numeric"
            required
            help="On ne réserve pas plus loin."
          />
          <TextField
            {...field}
            name="pause"
            label="Pause entre deux, en minutes"
            inputmode="numeric"
            required
          />
        </div>
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={appointments.page()}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
