import { directory } from "#paths/directory.ts";
import { formatShortDay } from "#ui/format.ts";
import { roleWords } from "./texts.ts";

/** The roles of a person in a cell: each with its organisation, as a link. */
export function RoleList({
  roles,
}: {
  roles: readonly { organisation_id: number; organisation: string; title: string; kind: string }[];
}) {
  return (
    <>
      {roles.map(({ organisation_id, organisation, ...role }, index) => (
        <>
          {index > 0 ? " ; " : null}
          {roleWords(role)}, <a href={directory.one(organisation_id)}>{organisation}</a>
        </>
      ))}
    </>
  );
}

/** `du 06/01/2021 au 31/12/2022`, `depuis le 06/01/2021`; nothing when no day is known. */
export function datesOf({ since, until }: { since: string | null; until: string | null }): string {
  if (since && until) return `du ${formatShortDay(since)} au ${formatShortDay(until)}`;
  if (since) return `depuis le ${formatShortDay(since)}`;
  return until ? `jusqu’au ${formatShortDay(until)}` : "";
}
