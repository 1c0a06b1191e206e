import { Proposals } from "../proposals.ts";

interface Place {
  name: string;
  department: string;
  alias: string | null;
  /** The commune so that no other can be meant. */
  written: string;
}

/** Proposes communes in a field of places, parted by lines, commas, semicolons or “et”. */
export default class extends Proposals<Place> {
  readonly between = /[\n,;]\s*|\s+et\s+/gi;

  choicesOf(places: readonly Place[]) {
    return places.map(({ name, department, alias, written }) => ({
      value: written,
      label: alias ? `${name} (${department}), ${alias}` : `${name} (${department})`,
    }));
  }
}
