import { type Day, dayInParis } from "#platform/dates.ts";
import { formatDay, formatInstant } from "#ui/format.ts";
import { Facts, Tag } from "#ui/page.tsx";
import { isToConfirm } from "./confirmation/rules.ts";
import type { OrganisationRecord } from "./queries.ts";
import { statuses, visibilities } from "./texts.ts";

interface Props {
  record: OrganisationRecord;
  today: Day;
}

/** What is said of the card itself: who sees it, its state, when its organisation last said that it is right. */
export function Standing({ record, today }: Props) {
  return (
    <section>
      <h2>La fiche</h2>
      <Facts facts={standingOf(record, today)} />
    </section>
  );
}

function Confirmed({ record: { confirmed_on, created_at }, today }: Props) {
  const since = confirmed_on ?? dayInParis(new Date(created_at));
  return (
    <>
      {confirmed_on ? `le ${formatDay(confirmed_on)}` : "jamais"}{" "}
      {isToConfirm(since, today) ? <Tag label="À reconfirmer" tone="warning" /> : null}
    </>
  );
}

const standingOf = (record: OrganisationRecord, today: Day) =>
  [
    ["Étiquettes", record.tag_ids.map((id) => record.words.terms[String(id)] ?? "").join(" ; ")],
    ["Aussi écrite", record.spellings.map(({ label }) => label).join(" ; ")],
    ["Qui voit sa fiche", visibilities[record.visibility]],
    ["État de la fiche", statuses[record.status]],
    ["Confirmée par l’organisation", <Confirmed record={record} today={today} />],
    ["Dernière modification", formatInstant(record.updated_at)],
  ] as const;
