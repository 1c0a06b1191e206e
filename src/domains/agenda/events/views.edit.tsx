import { agenda } from "#paths/agenda.ts";
import type { Typed } from "#platform/web/form.ts";
import { CheckboxField, TextArea } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { Overtaken } from "#ui/overtaken.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { Offer } from "./queries.offer.ts";
import type { EventRecord } from "./queries.ts";
import type { Twin } from "./queries.twins.ts";
import { eventLabels, formOf, wordedForm } from "./texts.form.ts";
import { wordKind, wordShortWhen } from "./texts.ts";
import { DetailParts } from "./views.details.tsx";
import { DateDetails, DateFields, FirstFields, type FormFacts, Names } from "./views.form.tsx";
import { Part } from "./views.part.tsx";

export const upToList = [{ label: "Agenda", href: agenda.all() }];
export const upToEvent = ({ id, title }: { id: number; title: string }) => [
  ...upToList,
  { label: title, href: agenda.one(id) },
];

export const newTitle = "Ajouter à l’agenda";
export const editTitle = ({ title }: { title: string }) => `Modifier « ${title} »`;

type Props = FormFacts & { offer: Offer };

/** A new event: a title, a date, a place, and it is announced; the rest is behind what opens. */
export function NewEventPage({ offer, twins = [], ...facts }: Props & { twins?: readonly Twin[] }) {
  return (
    <>
      <PageHeader title={newTitle} trail={upToList} />
      <Form action={agenda.add()} errors={facts.errors} behaviour="quick-save" once>
        {twins.length > 0 ? <Twins twins={twins} /> : null}
        <FirstFields {...facts} offer={offer} autofocus={!facts.errors} />
        <DateFields {...facts} vague />
        <Names
          {...facts}
          name="organisateurs"
          help="Rien : c’est le réseau. Sinon, une organisation par ligne."
        />
        <div class="parts">
          <Part
            title="Cette date en détail, et les autres"
            hint="adresse, lien, autres dates"
            fields={["adresse", "lien", "titre_date", "participants", "autres"]}
            {...facts}
          >
            <DateDetails {...facts} />
            <TextArea
              name="autres"
              label="Autres dates"
              rows={3}
              help="Une par ligne : aux mêmes heures, au même endroit."
              required={false}
              typed={facts.typed}
              errors={facts.errors}
            />
          </Part>
          <DetailParts {...facts} offer={offer} />
        </div>
        <div class="buttons">
          <Submit label="Annoncer" />
          <Submit label="Garder en brouillon" kind="quiet" name="ensuite" value="brouillon" />
          <a href={agenda.all()}>Renoncer</a>
          <span class="help">Ctrl + Entrée annonce.</span>
        </div>
      </Form>
    </>
  );
}

/** Events that may already be this one: it is added when somebody says that it is another. */
function Twins({ twins }: { twins: readonly Twin[] }) {
  return (
    <Callout tone="warning">
      <p>C’est peut-être déjà dans l’agenda :</p>
      <ul>
        {twins.map((twin) => (
          <li>
            <a href={agenda.one(twin.id)}>{twin.title}</a>, {wordKind(twin).toLowerCase()}
            {twin.starts_on ? `, ${wordShortWhen({ ...twin, starts_on: twin.starts_on })}` : ", sans date"} (
            {twin.why})
          </li>
        ))}
      </ul>
      <CheckboxField name="autre" label="Non, c’en est un autre : l’ajouter." />
    </Callout>
  );
}

/** `mine`: what was sent too late, after a colleague saved. */
export function EditEventPage({
  event,
  mine,
  offer,
  ...facts
}: Props & { event: EventRecord; mine?: Typed }) {
  return (
    <>
      <PageHeader title={editTitle(event)} trail={upToEvent(event)} />
      {mine ? (
        <Overtaken
          at={event.updated_at}
          labels={eventLabels}
          saved={wordedForm(formOf(event), offer)}
          typed={wordedForm(mine, offer)}
          restart={agenda.edit(event.id)}
        />
      ) : null}
      {event.removed_at ? (
        <Callout tone="warning">
          <p>Cet événement est supprimé. L’enregistrer le rétablit.</p>
        </Callout>
      ) : null}
      <Form action={agenda.edit(event.id)} errors={facts.errors} behaviour="quick-save">
        <Hidden name="version" value={String(event.version)} />
        <FirstFields {...facts} offer={offer} autofocus={!facts.errors} />
        <Names
          {...facts}
          name="organisateurs"
          help="Rien : c’est le réseau. Sinon, une organisation par ligne."
        />
        <div class="parts">
          <DetailParts {...facts} offer={offer} />
        </div>
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={agenda.one(event.id)}>Renoncer</a>
          <span class="help">Les dates se changent depuis la fiche.</span>
        </div>
      </Form>
    </>
  );
}
