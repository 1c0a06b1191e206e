import { sql } from "kysely";
import type { Indicator } from "../indicator.ts";
import { monthLines } from "./months.ts";

const log = { rule_version: 1, rows: "meetings" } as const;
const reunions = { ...log, unit: "réunions", measure: { kind: "count" } } as const;
const online = sql<boolean>`counted.setting = 'online'`;
const trip = sql<boolean>`counted.setting = 'trip'`;
/** A commune, else a country, else the words typed: `Grande Synthe` and `Grande-Synthe` are one place. */
const placeKey = sql<string>`coalesce(place.commune_code, place.country_code, platform.fold(place.typed))`;

export const meetingIndicators: readonly Indicator[] = [
  {
    ...reunions,
    id: "meetings.count",
    label: "Réunions",
    definition:
      "Nombre de réunions tenues dans l’année par l’équipe, toutes lignes du journal d’activité comprises.",
  },
  {
    ...log,
    id: "meetings.hours",
    label: "Heures de réunion",
    definition: "Somme des durées notées au journal d’activité, préparation et trajets non compris.",
    unit: "heures",
    measure: { kind: "sum", of: "duration_minutes" },
  },
  {
    ...log,
    id: "meetings.participants",
    label: "Participations",
    definition:
      "Somme des participants de chaque réunion, hors équipe. Une personne venue à trois réunions compte trois fois.",
    unit: "participations",
    measure: { kind: "sum", of: "participants" },
  },
  {
    ...reunions,
    id: "meetings.online",
    label: "Réunions en ligne",
    definition: "Réunions tenues entièrement à distance : aucun lieu n’est noté.",
    where: online,
  },
  {
    ...log,
    id: "meetings.online_share",
    label: "Part des réunions en ligne",
    definition: "Réunions tenues entièrement à distance, rapportées à toutes les réunions de l’année.",
    unit: "%",
    measure: { kind: "share" },
    where: online,
  },
  {
    ...reunions,
    id: "meetings.in_offices",
    label: "Réunions dans les villes des bureaux",
    definition:
      "Réunions dont tous les lieux sont des communes où le réseau a un bureau ouvert à cette date.",
    where: sql`counted.setting = 'office'`,
  },
  {
    ...reunions,
    id: "meetings.trips",
    label: "Déplacements",
    definition: "Réunions dont un lieu au moins est hors des communes des bureaux du réseau.",
    unit: "déplacements",
    where: trip,
  },
  {
    ...log,
    id: "meetings.trips_per_month",
    label: "Déplacements par mois",
    definition: "Nombre de déplacements de l’année, divisé par douze mois.",
    unit: "par mois",
    measure: { kind: "per_month" },
    where: trip,
  },
  {
    ...reunions,
    id: "meetings.by_type",
    label: "Réunions par type",
    definition: "Nombre de réunions de chaque type du vocabulaire du réseau ; une réunion n’a qu’un type.",
    breakdown: { key: sql`counted.type_code`, label: sql`counted.type` },
  },
  {
    ...reunions,
    id: "meetings.by_month",
    label: "Réunions par mois",
    definition: "Nombre de réunions de chaque mois, d’après leur date.",
    breakdown: {
      key: sql`counted.month::text`,
      label: sql`counted.month::text`,
      lines: monthLines,
    },
  },
  {
    ...reunions,
    id: "meetings.by_place",
    label: "Réunions par lieu",
    definition:
      "Nombre de réunions tenues dans chaque commune, les graphies d’un même lieu réunies. Une réunion tenue en deux lieux compte dans chacun ; les réunions en ligne n’y sont pas.",
    where: sql`exists (select from activities.shared_meeting_places as place where place.meeting_id = counted.id)`,
    breakdown: {
      from: sql`join activities.shared_meeting_places as place on place.meeting_id = counted.id`,
      key: placeKey,
      label: sql`coalesce(place.commune, place.typed)`,
      note: sql`string_agg(distinct place.typed, ' · ')`,
      only: (key) =>
        sql`exists (select from activities.shared_meeting_places as place
                    where place.meeting_id = counted.id and ${placeKey} = ${key})`,
    },
  },
  {
    ...log,
    id: "meetings.top_attended",
    label: "Réunions les plus suivies",
    definition:
      "Les huit réunions de l’année qui ont réuni le plus de participants ; toutes celles à égalité avec la huitième y sont.",
    unit: "participants",
    measure: { kind: "sum", of: "participants" },
    where: sql`counted.attendance_rank <= 8 and counted.participants > 0`,
    breakdown: { key: sql`counted.id::text`, label: sql`counted.subject` },
  },
];
