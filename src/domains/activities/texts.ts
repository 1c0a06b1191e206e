import type { Query } from "#ui/list.tsx";
import type { MeetingQuestion } from "./input.list.ts";

/** How the view `activities.shared_meetings` names where a meeting was held, in addresses and on screen. */
export const settings = [
  { code: "online", name: "en-ligne", label: "En ligne" },
  { code: "office", name: "bureaux", label: "Dans les bureaux" },
  { code: "trip", name: "deplacement", label: "Déplacement" },
] as const;
export type Setting = (typeof settings)[number]["code"];

export const settingLabel = (code: Setting) => settings.find((setting) => setting.code === code)?.label ?? "";

/** What was asked of the list, as its addresses say it. */
export function askedQuery({ tri, page, ...filters }: MeetingQuestion): Query {
  return { ...filters, tri: tri === "-date" ? undefined : tri, page: page === 1 ? undefined : page };
}
