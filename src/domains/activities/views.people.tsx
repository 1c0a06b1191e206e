import { activities } from "#paths/activities.ts";
import { people } from "#paths/people.ts";
import { ActionForm } from "#ui/form.tsx";
import type { Meeting } from "./queries.ts";

/** Who was met: those of the directory by their card, the others as typed, each of whom can become a person in one click. */
export function People({ meeting, mayWrite }: { meeting: Meeting; mayWrite: boolean }) {
  return (
    <ul class="met-people">
      {meeting.people.map(({ id, typed, email, person_id }) => (
        <li>
          {person_id ? <a href={people.one(person_id)}>{typed}</a> : typed}
          {person_id || !email ? null : <span class="soft"> {email}</span>}
          {mayWrite && !person_id && !meeting.removed_at ? (
            <ActionForm action={activities.person(meeting.id, id)} label="Ajouter aux personnes" of={typed} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
