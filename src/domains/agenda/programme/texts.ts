import type { Day } from "#platform/dates.ts";
import { formatDay, formatShortDay, plural } from "#ui/format.ts";
import { wordShortDays } from "../texts.ts";
import type { Likeness } from "./rules.likeness.ts";
import { audienceKey, type LineState, partedAudience, type Share, sharesOf } from "./rules.ts";

export const stateLabels: Readonly<Record<LineState, string>> = {
  done: "Fait",
  late: "En retard",
  to_come: "À venir",
  dropped: "Abandonné",
};

export const stateTones = { done: "good", late: "warning", to_come: "plain", dropped: "bad" } as const;

/** Where a line stands, in words: of what will not be, whether it had been announced. */
export const wordState = ({ state, cancelled }: { state: LineState; cancelled: boolean }) =>
  state === "dropped" && cancelled ? "Annulé" : stateLabels[state];

/** Why a match is proposed: `les mots « eau », « senegal » ; le 12 janvier 2021, dans la période prévue`. */
export function wordReasons({ held, shared, away }: Likeness): string {
  const words = `${shared.length < 2 ? "le mot" : "les mots"} ${shared.map((word) => `«\u00a0${word}\u00a0»`).join(", ")}`;
  const when =
    away === null
      ? "la ligne n’avait pas de période"
      : away === 0
        ? "dans la période prévue"
        : away < 0
          ? `${plural(-away, "jour")} avant la période prévue`
          : `${plural(away, "jour")} après la période prévue`;
  return `${words} ; le ${formatDay(held.heldOn)}, ${when}`;
}

/** Under what heading a line stands. */
export const kindOf = ({ training, kind }: { training: boolean; kind: string | null }) =>
  training ? "Formation" : (kind ?? "Autres");

/** A date, and the one that it takes the place of: `18/02/2021 (déplacé : c’était le 11/02/2021)`. */
export const wordDate = (session: { starts_on: Day; ends_on: Day | null; moved_from: Day | null }) =>
  `${wordShortDays(session)}${session.moved_from ? ` (déplacé : c’était le ${formatShortDay(session.moved_from)})` : ""}`;

interface Outcome {
  state: LineState;
  dropped_why: string;
  sessions: readonly { starts_on: Day; ends_on: Day | null; moved_from: Day | null }[];
  cancelled_on: readonly Day[];
  meetings: readonly { subject: string; held_on: Day }[];
  events: readonly { title: string; first_on: Day | null }[];
}

/** What became of a line, one sentence a thing: its dates, moved and cancelled ones said, what was done for it, or why it is not. */
export function wordOutcome(line: Outcome): string[] {
  if (line.state === "dropped") return line.dropped_why ? [line.dropped_why] : [];
  return [
    ...line.sessions.map(wordDate),
    ...line.cancelled_on.map((day) => `${formatShortDay(day)} : annulé`),
    ...line.meetings.map(({ subject, held_on }) => `${formatShortDay(held_on)}, ${subject}`),
    ...line.events.map(({ title, first_on }) => (first_on ? `${formatShortDay(first_on)}, ${title}` : title)),
  ];
}

/** With a capital first. */
export const begun = (words: string) => words.replace(/^\p{L}/u, (letter) => letter.toUpperCase());

type Shared = {
  state: LineState;
  axis: string | null;
  audience: string;
  training: boolean;
  kind: string | null;
};

/** What a programme is made of, under each heading that says something of it. */
export function sharesBy(lines: readonly Shared[]): { title: string; shares: Share[] }[] {
  const axes = sharesOf(lines, ({ axis }) => [axis ?? "Sans axe"]);
  const publics = sharesOf(lines, ({ audience }) => partedAudience(audience), audienceKey);
  return [
    { title: "Par type", shares: sharesOf(lines, (line) => [kindOf(line)]) },
    ...(lines.some(({ axis }) => axis !== null) ? [{ title: "Par axe", shares: axes }] : []),
    { title: "Par public", shares: publics.map((share) => ({ ...share, label: begun(share.label) })) },
  ].filter(({ shares }) => shares.length > 0);
}
