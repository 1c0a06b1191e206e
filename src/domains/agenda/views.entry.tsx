import { agenda } from "#paths/agenda.ts";
import { Form, Hidden, Submit } from "#ui/form.tsx";
import { Overtaken } from "#ui/overtaken.tsx";
import { Callout, PageHeader } from "#ui/page.tsx";
import type { TrainingEntry } from "./commands.ts";
import type { Session, Training } from "./queries.ts";
import type { SessionFacts } from "./rules.ts";
import {
  entryOf,
  factsOf,
  sessionAsTyped,
  sessionLabels,
  trainingAsTyped,
  trainingLabels,
} from "./texts.form.ts";
import { wordDays } from "./texts.ts";
import { type FormFacts, SessionFields, TrainingFields } from "./views.form.tsx";

export const upToList = [{ label: "Formations", href: agenda.all() }];
const upToTraining = ({ id, title }: Training) => [...upToList, { label: title, href: agenda.one(id) }];

export const newTitle = "Ajouter une formation";
export const editTitle = ({ title }: Training) => `Modifier « ${title} »`;
export const newSessionTitle = "Ajouter une session";
export const editSessionTitle = (session: Session) =>
  `Session du ${wordDays(session)}`.replace("du du", "du");

const Buttons = ({ back }: { back: string }) => (
  <div class="buttons">
    <Submit label="Enregistrer" />
    <a href={back}>Renoncer</a>
  </div>
);

/** A training and its first session, in one form. */
export function NewTrainingPage(form: FormFacts) {
  return (
    <>
      <PageHeader title={newTitle} trail={upToList} />
      <Form action={agenda.add()} errors={form.errors} behaviour="quick-save" once>
        <TrainingFields {...form} />
        <h2>Sa première session</h2>
        <SessionFields {...form} />
        <Buttons back={agenda.all()} />
      </Form>
    </>
  );
}

/** `mine`: what was sent too late, after a colleague saved. */
export function EditTrainingPage({
  training,
  mine,
  ...form
}: FormFacts & { training: Training; mine?: TrainingEntry }) {
  return (
    <>
      <PageHeader title={editTitle(training)} trail={upToTraining(training)} />
      {mine ? (
        <Overtaken
          at={training.updated_at}
          labels={trainingLabels}
          saved={trainingAsTyped(entryOf(training))}
          typed={trainingAsTyped(mine)}
          restart={agenda.edit(training.id)}
        />
      ) : null}
      <Removed at={training.removed_at} />
      <Form action={agenda.edit(training.id)} errors={form.errors} behaviour="quick-save">
        <Hidden name="version" value={String(training.version)} />
        <TrainingFields {...form} />
        <Buttons back={agenda.one(training.id)} />
      </Form>
    </>
  );
}

export function NewSessionPage({ training, ...form }: FormFacts & { training: Training }) {
  return (
    <>
      <PageHeader title={newSessionTitle} trail={upToTraining(training)} lead={training.title} />
      <Form action={agenda.sessions(training.id)} errors={form.errors} behaviour="quick-save" once>
        <SessionFields {...form} focus />
        <Buttons back={agenda.one(training.id)} />
      </Form>
    </>
  );
}

export function EditSessionPage({
  training,
  session,
  mine,
  ...form
}: FormFacts & { training: Training; session: Session; mine?: SessionFacts }) {
  const path = agenda.session(training.id, session.id);
  return (
    <>
      <PageHeader title={editSessionTitle(session)} trail={upToTraining(training)} lead={training.title} />
      {mine ? (
        <Overtaken
          at={new Date(session.updated_at)}
          labels={sessionLabels}
          saved={sessionAsTyped(factsOf(session))}
          typed={sessionAsTyped(mine)}
          restart={path}
        />
      ) : null}
      <Removed at={session.removed_at} />
      <Form action={path} errors={form.errors} behaviour="quick-save">
        <Hidden name="version" value={String(session.version)} />
        <SessionFields {...form} focus />
        <Buttons back={agenda.one(training.id)} />
      </Form>
    </>
  );
}

const Removed = ({ at }: { at: Date | string | null }) =>
  at ? (
    <Callout tone="warning">
      <p>Cette fiche est supprimée. L’enregistrer la rétablit.</p>
    </Callout>
  ) : null;
