import { formatAmount, formatDay, formatShortDay } from "#ui/format.ts";
import { wordDays, wordShortDays } from "../texts.ts";
import type { OrganiserRole, Registration, Status } from "./entry.ts";
import { wordTime } from "./rules.times.ts";

export const statusLabels: Readonly<Record<Status, string>> = {
  proposed: "Proposé",
  draft: "Brouillon",
  published: "Annoncé",
  refused: "Refusé",
};

export const registrationLabels: Readonly<Record<Registration, string>> = {
  none: "Sans inscription",
  here: "Sur ce site",
  elsewhere: "Sur une autre page",
};

export const natureLabels = { thematic: "Thématique", methodological: "Méthodologique" } as const;

export const roleLabels: Readonly<Record<OrganiserRole, string>> = {
  organiser: "Organise",
  co_organiser: "Co-organise",
  speaker: "Intervient",
};

interface Dated {
  starts_on: string;
  ends_on: string | null;
  starts_at: string | null;
  ends_at: string | null;
}

/** `de 9 h à 17 h`, `à 18 h 30`; nothing for whole days. */
export function wordHours({ starts_at, ends_at }: Pick<Dated, "starts_at" | "ends_at">): string {
  if (!starts_at) return "";
  return ends_at ? `de ${wordTime(starts_at)} à ${wordTime(ends_at)}` : `à ${wordTime(starts_at)}`;
}

/** `14 octobre 2021, de 9 h à 17 h`. */
export const wordWhen = (session: Dated) =>
  [wordDays(session), wordHours(session)].filter(Boolean).join(", ");
/** The same for tables: `14/10/2021, de 9 h à 17 h`. */
export const wordShortWhen = (session: Dated) =>
  [wordShortDays(session), wordHours(session)].filter(Boolean).join(", ");

/** `12 mars 2026 à 18 h`, from `2026-03-12 18:00`; the last minute of a day is its whole day. */
export function wordMoment(moment: string): string {
  const [day = "", time = ""] = moment.split(" ");
  return time === "00:00" || time === "23:59" ? formatDay(day) : `${formatDay(day)} à ${wordTime(time)}`;
}

/** The same, as it would be typed. */
export function typedMoment(moment: string | null): string {
  const [day = "", time = ""] = (moment ?? "").split(" ");
  if (!day) return "";
  return time === "00:00" || time === "23:59"
    ? formatShortDay(day)
    : `${formatShortDay(day)} à ${time.replace(":", "h")}`;
}

/** `12,50 €, gratuit pour les adhérents`; nothing when it is free and nobody said anything of it. */
export const wordPrice = ({ price_cents, price_words }: { price_cents: number; price_words: string }) =>
  [price_cents > 0 ? formatAmount(price_cents) : "", price_words].filter(Boolean).join(", ");

/** `Formation`, `Webinaire`, `Événement`. */
export const wordKind = ({ training, kind }: { training: boolean; kind: string | null }) =>
  training ? "Formation" : (kind ?? "Événement");
