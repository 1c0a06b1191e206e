import type { EventRecord } from "../events/queries.ts";
import { eventLabels } from "../events/texts.form.ts";

/** What the team may leave out of a proposal, and the columns that are then empty. */
export const blanks = {
  genre: { kind_id: null, training: false },
  description: { description: "" },
  public: { audience: "" },
  accessibilite: { accessibility: "" },
  contact: { contact: "" },
  site: { website: "" },
  inscription_adresse: { registration: "none", registration_url: "" },
} as const;
export type TakenField = keyof typeof blanks;

/** What was said in each of these fields, those left empty out. */
export function saidFields(event: EventRecord): { field: TakenField; label: string; value: string }[] {
  const values: Record<TakenField, string> = {
    genre: event.training ? "Formation" : (event.kind ?? ""),
    description: event.description,
    public: event.audience,
    accessibilite: event.accessibility,
    contact: event.contact,
    site: event.website,
    inscription_adresse: event.registration_url,
  };
  return (Object.keys(blanks) as TakenField[])
    .map((field) => ({ field, label: eventLabels[field], value: values[field] }))
    .filter(({ value }) => value !== "");
}
