import type { Errors, Typed } from "#platform/web/form.ts";
import { SelectField, TextArea, TextField } from "#ui/fields.tsx";
import { Submit } from "#ui/form.tsx";
import { formatNumber } from "#ui/format.ts";
import type { BookedSession } from "../registrations/queries.event.ts";
import { wordShortWhen } from "../registrations/texts.ts";
import type { AttendanceQuestion } from "./input.ts";

/** Whom to show: part of the form of the boxes, so that looking for someone loses none of them. */
export function Search({
  sessions,
  asked,
}: {
  sessions: readonly BookedSession[];
  asked: AttendanceQuestion;
}) {
  return (
    <div class="search attendance-search">
      <TextField
        name="q"
        type="search"
        label="Nom, organisation ou adresse"
        value={asked.q}
        autocomplete="off"
      />
      {sessions.length > 1 ? (
        <SelectField
          name="date"
          label="Date"
          empty="Toutes les dates"
          options={dates(sessions)}
          value={asked.date ?? ""}
        />
      ) : null}
      <SelectField
        name="montrer"
        label="Montrer"
        empty="Tout le monde"
        options={[
          { value: "attendus", label: "Pas encore présents" },
          { value: "presents", label: "Présents" },
        ]}
        value={asked.montrer ?? ""}
      />
      <Submit label="Chercher" kind="quiet" name="geste" value="chercher" />
    </div>
  );
}

const dates = (sessions: readonly BookedSession[]) =>
  sessions.map((session) => ({ value: String(session.id), label: wordShortWhen(session) }));

/** The pages, as buttons: each keeps what is checked before it opens another. */
export function Pages({ page, total, size }: { page: number; total: number; size: number }) {
  const last = Math.max(1, Math.ceil(total / size));
  if (last === 1) return null;
  const button = (to: number, label: string) =>
    to >= 1 && to <= last ? <Submit label={label} kind="quiet" name="page" value={String(to)} /> : <span />;
  return (
    <nav class="pagination" aria-label="Pages">
      {button(page - 1, "Page précédente")}
      <span>
        Page {formatNumber(page)} sur {formatNumber(last)}
      </span>
      {button(page + 1, "Page suivante")}
    </nav>
  );
}

/** Those who came without a place, one a line. */
export function WalkIns({
  sessions,
  today,
  typed,
  errors,
}: {
  sessions: readonly BookedSession[];
  today: number | undefined;
  typed: Typed;
  errors: Errors;
}) {
  return (
    <fieldset class="form">
      <legend>Venus sans inscription</legend>
      <TextArea
        name="venus"
        label="Une personne par ligne"
        help="Awa Diop, Adice, awa@exemple.fr : le nom suffit. Ils ne prennent la place de personne."
        rows={2}
        required={false}
        typed={typed}
        errors={errors}
      />
      {sessions.length > 1 ? (
        <SelectField
          name="venus_le"
          label="Présents le"
          options={dates(sessions)}
          value={today ?? sessions[0]?.id ?? ""}
          typed={typed}
          errors={errors}
        />
      ) : null}
    </fieldset>
  );
}
