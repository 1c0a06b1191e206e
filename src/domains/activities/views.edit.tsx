import { activities } from "#paths/activities.ts";
import { Overtaken } from "#ui/overtaken.tsx";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import type { MeetingEntry } from "./commands.ts";
import type { Meeting } from "./queries.ts";
import { entryOf, fieldLabels, wordedForm } from "./texts.form.ts";
import { MeetingForm, type MeetingFormProps } from "./views.form.tsx";
import { upToList } from "./views.record.tsx";

export const newTitle = "Noter une réunion";
export const editTitle = ({ subject }: Meeting) => `Modifier « ${subject} »`;

type FormFacts = Omit<MeetingFormProps, "action" | "version">;

/** A new meeting; `last` is offered as a model. */
export function NewMeetingPage({ last, ...form }: FormFacts & { last?: { id: number } }) {
  return (
    <>
      <PageHeader title={newTitle} trail={upToList}>
        {last ? (
          <ButtonLink
            href={activities.copy(last.id)}
            label="Comme la précédente"
            kind="quiet"
            accesskey="p"
          />
        ) : null}
      </PageHeader>
      <MeetingForm {...form} action={activities.add()} version={undefined} />
    </>
  );
}

/** A meeting being changed. `mine`: what was sent too late, after a colleague saved; both are shown, and saving again decides. */
export function EditMeetingPage({
  meeting,
  mine,
  ...form
}: FormFacts & { meeting: Meeting; mine?: MeetingEntry }) {
  const trail = [...upToList, { label: meeting.subject, href: activities.one(meeting.id) }];
  return (
    <>
      <PageHeader title={editTitle(meeting)} trail={trail} />
      {mine ? (
        <Overtaken
          at={meeting.updated_at}
          labels={fieldLabels}
          saved={wordedForm(entryOf(meeting), form.choices)}
          typed={wordedForm(mine, form.choices)}
          restart={activities.edit(meeting.id)}
        />
      ) : null}
      {meeting.removed_at ? (
        <Callout tone="warning">
          <p>Cette réunion est supprimée. L’enregistrer la rétablit.</p>
        </Callout>
      ) : null}
      <MeetingForm {...form} action={activities.edit(meeting.id)} version={meeting.version} />
    </>
  );
}
