/** A calendar of last week, such as Outlook or Nextcloud exports it: what it proposes to the log. */
const meetings = [
  [
    3,
    "Comité de pilotage du projet Mali",
    "Mairie, place Augustin Laurent, 59000 Lille",
    ["Jeanne Martin:jeanne.martin@mairie.exemple", "Paul Durand:paul.durand@mairie.exemple"],
  ],
  [4, "Point avec la MEL", "Réunion Microsoft Teams", ["Nadia Leroy:nadia@metropole.exemple"]],
  [5, "Accompagnement du comité de jumelage", "Salle des fêtes", []],
  [6, "Formation : monter un micro-projet", "Amiens", ["Codjo Agbo:codjo@exemple.bj"]],
];

const dayBefore = (days) =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "");

function calendarOfTheWeek() {
  const events = meetings.map(([days, subject, place, guests], index) =>
    [
      "BEGIN:VEVENT",
      `UID:guide-${index}`,
      `SUMMARY:${subject}`,
      `DTSTART;TZID=Europe/Paris:${dayBefore(days)}T1${index}0000`,
      "DURATION:PT1H30M",
      `LOCATION:${place.replaceAll(",", "\\,")}`,
      ...guests.map((guest) => {
        const [name, email] = guest.split(":");
        return `ATTENDEE;CN=${name};PARTSTAT=ACCEPTED:mailto:${email}`;
      }),
      "END:VEVENT",
    ].join("\r\n"),
  );
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...events, "END:VCALENDAR"].join("\r\n");
}

export async function giveCalendar(page) {
  const file = { name: "agenda.ics", mimeType: "text/calendar", buffer: Buffer.from(calendarOfTheWeek()) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("button", { name: "Lire ce fichier" }).click();
  await page.getByRole("button", { name: "Noter toutes celles qui sont cochées" }).waitFor();
}
