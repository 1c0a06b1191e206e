import type { JobDefinition } from "#platform/jobs/index.ts";
import { forgetLeftCalendars, readDueCalendars } from "./commands.calendar.ts";
import { forgetGuests, remindOfTomorrow } from "./commands.reminders.ts";

export const appointmentJobs: readonly JobDefinition[] = [
  {
    name: "support.appointment_reminders",
    label: "Rappeler les rendez-vous de demain",
    cron: "*/20 9-19 * * *",
    run: async (services) => {
      await remindOfTomorrow(services, new Date());
    },
  },
  {
    name: "support.calendars",
    label: "Lire les agendas de l’équipe",
    cron: "*/10 6-22 * * *",
    retries: 0,
    run: async (services) => {
      await readDueCalendars(services, new Date());
    },
  },
  {
    name: "support.appointment_cleaning",
    label:
      "Effacer qui est venu aux rendez-vous d’il y a plus d’un an, et les agendas de qui a quitté l’équipe",
    cron: "40 3 * * *",
    run: async ({ db }) => {
      await forgetGuests(db, new Date());
      await forgetLeftCalendars(db);
    },
  },
];
