import { activities } from "#paths/activities.ts";
import type { Errors, Typed } from "#platform/web/form.ts";
import { CheckboxField, SelectField, TextField } from "#ui/fields.tsx";
import { ActionForm, Form, Submit } from "#ui/form.tsx";
import { plural } from "#ui/format.ts";
import { Pagination } from "#ui/list.tsx";
import { Callout } from "#ui/page.tsx";
import type { MeetingChoices } from "../queries.ts";
import type { WaitingEntry } from "./queries.ts";
import { entriesShown, isComplete } from "./rules.ts";
import { placeSaid, whenSaid, whyProposed } from "./texts.ts";

export interface EntriesProps {
  waiting: { total: number; entries: readonly WaitingEntry[] };
  choices: Pick<MeetingChoices, "type">;
  page: number;
  typed?: Typed;
  errors?: Errors;
}

/** What calendars propose: each is noted by one button, all those checked by another. */
export function Entries({
  waiting: { total, entries },
  choices,
  page,
  typed = {},
  errors = {},
}: EntriesProps) {
  const open = entries.filter(({ noted }) => !noted);
  return (
    <section aria-labelledby="propositions">
      <h2 id="propositions">{plural(total, "réunion à noter", "réunions à noter")}</h2>
      {entries
        .filter(({ noted }) => noted)
        .map((entry) => (
          <AlreadyNoted entry={entry} />
        ))}
      {open.length > 0 ? (
        <Form action={activities.entries()} once errors={errors} class="entries">
          {open.map((entry, index) => (
            <Entry entry={entry} choices={choices} typed={typed} errors={errors} first={index === 0} />
          ))}
          <p class="buttons">
            <button type="submit" class="button button-primary" name="noter" value="cochees">
              Noter toutes celles qui sont cochées
            </button>
            <Submit
              label="Ne plus proposer celles qui sont cochées"
              kind="quiet"
              name="refuser"
              value="cochees"
            />
          </p>
        </Form>
      ) : null}
      <Pagination page={page} size={entriesShown} total={total} path={activities.calendars()} query={{}} />
    </section>
  );
}

function Entry({
  entry,
  choices,
  typed,
  errors,
  first,
}: Pick<EntriesProps, "choices"> & { entry: WaitingEntry; typed: Typed; errors: Errors; first: boolean }) {
  const { id, facts, subject } = entry;
  const field = (name: string) => ({ name: `${name}-${id}`, typed, errors });
  const known = Object.keys(typed).length > 0;
  return (
    <fieldset class="entry" id={`proposition-${id}`}>
      <legend class="sr-only">{subject}</legend>
      <CheckboxField
        name="choix[]"
        value={String(id)}
        label={subject}
        help={whenSaid(entry)}
        checked={known ? [typed["choix"] ?? []].flat().includes(String(id)) : isComplete(facts)}
      />
      <div class="field-row">
        <SelectField
          {...field("type")}
          label="Type"
          empty="Choisir…"
          value={facts.typeId}
          options={choices.type.map((type) => ({ value: String(type.id), label: type.label }))}
        />
        <TextField
          {...field("participants")}
          label="Participants"
          inputmode="numeric"
          autocomplete="off"
          value={facts.participants}
        />
        <TextField {...field("endroit")} label="Lieu" autocomplete="off" value={placeSaid(facts)} />
      </div>
      {facts.organisations.length > 0 ? (
        <div class="entry-met">
          <p class="soft">Organisations rencontrées, d’après l’agenda :</p>
          {facts.organisations.map((organisation) => (
            <CheckboxField
              name={`met-${id}[]`}
              value={String(organisation.id)}
              label={`${organisation.name} (${whyProposed(organisation)})`}
              checked={
                known
                  ? [typed[`met-${id}`] ?? []].flat().includes(String(organisation.id))
                  : organisation.why !== "subject"
              }
            />
          ))}
        </div>
      ) : null}
      {facts.people.length > 0 ? (
        <p class="soft entry-people">Avec {facts.people.map(({ name }) => name).join(", ")}</p>
      ) : null}
      <p class="buttons">
        <button
          type="submit"
          class="button button-primary"
          name="noter"
          value={String(id)}
          autofocus={first && Object.keys(errors).length === 0}
        >
          Noter<span class="sr-only"> « {subject} »</span>
        </button>
        <a class="button button-quiet" href={activities.add({ agenda: id })}>
          Corriger<span class="sr-only"> « {subject} »</span>
        </a>
        <button type="submit" class="button button-quiet" name="refuser" value={String(id)}>
          Ne plus proposer<span class="sr-only"> « {subject} »</span>
        </button>
      </p>
    </fieldset>
  );
}

/** A proposal that is in the log already: one says that one was there too, or that it is another. */
function AlreadyNoted({ entry }: { entry: WaitingEntry }) {
  if (!entry.noted) return null;
  return (
    <Callout>
      <p>
        <strong>{entry.subject}</strong>, {whenSaid(entry)}, est déjà au journal
        {entry.noted.by ? ` (par ${entry.noted.by})` : ""} :{" "}
        <a href={activities.one(entry.noted.id)}>{entry.noted.subject}</a>.
      </p>
      <div class="buttons">
        <ActionForm
          action={activities.entryJoining(entry.id)}
          label="C’est la même, j’y étais"
          of={entry.subject}
          kind="primary"
          hidden={{ reunion: entry.noted.id }}
        />
        <a class="button button-quiet" href={activities.add({ agenda: entry.id })}>
          C’en est une autre : la noter
        </a>
        <ActionForm
          action={activities.entries()}
          label="Ne plus proposer"
          of={entry.subject}
          hidden={{ refuser: entry.id }}
        />
      </div>
    </Callout>
  );
}

/** What was refused lately, and how to have it proposed again. */
export function Refused({
  refused,
}: {
  refused: readonly { id: number; subject: string; starts_at: Date }[];
}) {
  if (refused.length === 0) return null;
  return (
    <details class="more-fields">
      <summary>Refusées ces derniers jours ({refused.length})</summary>
      <ul class="lines">
        {refused.map(({ id, subject, starts_at }) => (
          <li class="line-with-tool">
            <span>
              {subject}{" "}
              <span class="soft">{whenSaid({ starts_at, duration_minutes: 0 }).replace(/,[^,]*$/, "")}</span>
            </span>
            <ActionForm action={activities.entryRestoration([id])} label="Proposer de nouveau" of={subject} />
          </li>
        ))}
      </ul>
      <p class="soft">
        Une semaine après un refus, il ne reste de la réunion que de quoi ne plus la proposer.
      </p>
    </details>
  );
}
