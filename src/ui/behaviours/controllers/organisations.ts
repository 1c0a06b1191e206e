import { Proposals } from "../proposals.ts";

/** Proposes the organisations of the directory in a field that takes one a line. */
export default class extends Proposals<{ name: string }> {
  readonly between = /[\n;]\s*/g;

  choicesOf(organisations: readonly { name: string }[]) {
    return organisations.map(({ name }) => ({ value: name, label: name }));
  }
}
