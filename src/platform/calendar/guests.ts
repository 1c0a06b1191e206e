import type ICAL from "ical.js";
import type { Guest } from "./occurrence.ts";

const answers: Readonly<Record<string, Guest["answer"]>> = {
  ACCEPTED: "accepted",
  DECLINED: "declined",
  TENTATIVE: "tentative",
};

const emailOf = (value: unknown) => {
  const [, email = ""] = /^mailto:\s*(.+)$/i.exec(String(value)) ?? [];
  return email.trim().toLowerCase();
};

/** Who is invited and who invites, each once. */
export function guestsOf(line: ICAL.Component): Guest[] {
  const guests = line.getAllProperties("attendee").map((property) => guestOf(property, false));
  const host = line.getFirstProperty("organizer");
  if (host) {
    const organiser = guestOf(host, true);
    const also = guests.find(({ email }) => email !== "" && email === organiser.email);
    if (also) also.organises = true;
    else guests.push({ ...organiser, answer: "accepted" });
  }
  const seen = new Set<string>();
  return guests.filter(({ email, name }) => {
    const key = email || name.toLowerCase();
    if (key === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function guestOf(property: ICAL.Property, organises: boolean): Guest {
  const said = (name: string) => [property.getParameter(name) ?? ""].flat()[0] ?? "";
  const email = emailOf(property.getFirstValue()) || emailOf(`mailto:${said("email")}`);
  const name = said("cn")
    .trim()
    .replace(/^["']|["']$/g, "");
  return {
    name: name.toLowerCase() === email ? "" : name.slice(0, 200),
    email: email.slice(0, 300),
    answer: answers[said("partstat").toUpperCase()] ?? "none",
    organises,
    thing: /^(ROOM|RESOURCE)$/i.test(said("cutype")),
  };
}
