import { activities } from "#paths/activities.ts";
import { formatInstant } from "#ui/format.ts";
import { ListTable } from "#ui/list.tsx";
import { ButtonLink, Callout, PageHeader } from "#ui/page.tsx";
import type { MeetingEntry } from "./commands.ts";
import type { Meeting } from "./queries.ts";
import { entryOf, type Field, fieldLabels, formOf } from "./texts.form.ts";
import { MeetingForm, type MeetingFormProps } from "./views.form.tsx";
import { upToList } from "./views.record.tsx";

export const newTitle = "Noter une réunion";
export const editTitle = ({ subject }: Meeting) => `Modifier « ${subject} »`;

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
      <MeetingForm action={activities.add()} {...form} />
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
      {mine ? <Overtaken meeting={meeting} mine={mine} types={form.types} /> : null}
      {meeting.removed_at ? (
        <Callout tone="warning">
          <p>Cette réunion est supprimée. L’enregistrer la rétablit.</p>
        </Callout>
      ) : null}
      <MeetingForm {...form} action={activities.edit(meeting.id)} version={meeting.version} />
    </>
  );
}

/** What a colleague saved beside what was typed, field by field where they differ. */
function Overtaken({
  meeting,
  mine,
  types,
}: Pick<FormFacts, "types"> & { meeting: Meeting; mine: MeetingEntry }) {
  const saved = formOf(entryOf(meeting));
  const typed = formOf(mine);
  const differing = (Object.keys(fieldLabels) as Field[]).filter((field) => saved[field] !== typed[field]);
  const worded = (field: Field, text: string) =>
    field === "type" ? types.find(({ id }) => String(id) === text)?.label : text || "rien";
  return (
    <Callout tone="warning">
      <p>
        Un collègue a enregistré cette réunion pendant que vous écriviez, le{" "}
        {formatInstant(meeting.updated_at)}. Rien de ce que vous avez tapé n’est perdu : c’est dans le
        formulaire. Enregistrez-le pour remplacer ce qui suit, ou{" "}
        <a href={activities.edit(meeting.id)}>repartez de ce qui est enregistré</a>.
      </p>
      <ListTable
        caption="Ce qui diffère"
        path={activities.edit(meeting.id)}
        query={{}}
        rows={differing}
        columns={[
          { label: "Champ", cell: (field) => fieldLabels[field] },
          { label: "Enregistré", cell: (field) => worded(field, saved[field]) },
          { label: "Tapé par vous", cell: (field) => worded(field, typed[field]) },
        ]}
      />
    </Callout>
  );
}
