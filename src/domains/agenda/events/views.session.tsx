import { agenda } from "#paths/agenda.ts";
import { CheckboxField } from "#ui/fields.tsx";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { Overtaken } from "#ui/overtaken.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { SessionEntry } from "./entry.ts";
import type { EventRecord, SessionRecord } from "./queries.ts";
import { entryOfSession, sessionForm, sessionLabels } from "./texts.session.ts";
import { wordWhen } from "./texts.ts";
import { upToEvent } from "./views.edit.tsx";
import { DateDetails, DateFields, type FormFacts } from "./views.form.tsx";

export const newSessionTitle = "Ajouter une date";
export const editSessionTitle = (session: SessionRecord) => `Modifier la date : ${wordWhen(session)}`;

export function NewSessionPage({ event, ...form }: FormFacts & { event: EventRecord }) {
  return (
    <>
      <PageHeader title={newSessionTitle} trail={upToEvent(event)} lead={event.title} />
      <Form action={agenda.sessions(event.id)} errors={form.errors} behaviour="quick-save" once>
        <DateFields {...form} autofocus={!form.errors} />
        <DateDetails {...form} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <Submit label="Enregistrer et en ajouter une autre" kind="quiet" name="ensuite" value="autre" />
          <a href={agenda.one(event.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}

/** `mine`: what was sent too late, after a colleague saved. `announced`: moving it is said to everyone, unless unchecked. */
export function EditSessionPage({
  event,
  session,
  mine,
  announced,
  ...form
}: FormFacts & { event: EventRecord; session: SessionRecord; mine?: SessionEntry; announced: boolean }) {
  const path = agenda.session(event.id, session.id);
  return (
    <>
      <PageHeader title={editSessionTitle(session)} trail={upToEvent(event)} lead={event.title} />
      {mine ? (
        <Overtaken
          at={new Date(session.updated_at)}
          labels={sessionLabels}
          saved={sessionForm(entryOfSession(session))}
          typed={sessionForm(mine)}
          restart={path}
        />
      ) : null}
      {session.removed_at ? (
        <Callout tone="warning">
          <p>Cette date est supprimée. L’enregistrer la rétablit.</p>
        </Callout>
      ) : null}
      <Form action={path} errors={form.errors} behaviour="quick-save">
        <Hidden name="version" value={String(session.version)} />
        <DateFields {...form} autofocus={!form.errors} />
        {announced ? (
          <CheckboxField
            name="deplacee"
            label="Si le jour ou l’heure change, dire que c’est déplacé"
            help="L’ancienne date reste dite partout à côté de la nouvelle. Décochez pour corriger une faute de frappe."
            checked={form.typed["deplacee"] !== undefined || form.typed["version"] === undefined}
            errors={form.errors}
          />
        ) : null}
        <DateDetails {...form} />
        <div class="buttons">
          <Submit label="Enregistrer" />
          <a href={agenda.one(event.id)}>Renoncer</a>
        </div>
      </Form>
    </>
  );
}
