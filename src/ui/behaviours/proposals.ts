import { Controller } from "@hotwired/stimulus";
import { type Choice, ListOfChoices } from "./list-of-choices.ts";

/**
 * Proposes names under a text field of one or several, for the one being typed: arrows choose, Enter takes, Escape closes.
 * The field stays plain text, and the server matches what it holds. A field that begins to be filled unchecks the box named
 * by `instead` (“En ligne”): who was somewhere too checks it again.
 */
export abstract class Proposals<Found> extends Controller<HTMLInputElement | HTMLTextAreaElement> {
  static override values = { url: String, instead: String };
  declare readonly urlValue: string;
  declare readonly insteadValue: string;
  #choices: ListOfChoices | undefined;
  #waiting = 0;
  #asked: AbortController | undefined;
  #wasEmpty = true;

  /** What parts two names in the field. */
  abstract readonly between: RegExp;
  /** The names to propose, from what the address answered. */
  abstract choicesOf(found: readonly Found[]): readonly Choice[];

  override connect() {
    this.#choices = new ListOfChoices(this.element, (name) => this.#take(name));
    this.#wasEmpty = this.element.value.trim() === "";
    this.element.addEventListener("input", this.#typed);
  }

  override disconnect() {
    clearTimeout(this.#waiting);
    this.#asked?.abort();
    this.#choices?.remove();
    this.element.removeEventListener("input", this.#typed);
  }

  #typed = () => {
    const empty = this.element.value.trim() === "";
    if (this.#wasEmpty && !empty && this.insteadValue) this.#uncheck();
    this.#wasEmpty = empty;
    this.#choices?.forget();
    clearTimeout(this.#waiting);
    this.#waiting = window.setTimeout(() => void this.#propose(), 120);
  };

  #uncheck() {
    const box = this.element.form?.elements.namedItem(this.insteadValue);
    if (box instanceof HTMLInputElement) box.checked = false;
  }

  /** The name under the caret: where it starts and where it ends in the field. */
  #part(): [start: number, end: number] {
    const { value, selectionStart } = this.element;
    const caret = selectionStart ?? value.length;
    const ends = [...value.matchAll(this.between)].map(
      (match) => [match.index, match.index + match[0].length] as const,
    );
    const start = ends.filter(([, end]) => end <= caret).at(-1)?.[1] ?? 0;
    return [start, ends.find(([index]) => index >= caret)?.[0] ?? value.length];
  }

  async #propose() {
    this.#asked?.abort();
    this.#asked = new AbortController();
    const typed = this.element.value.slice(...this.#part()).trim();
    if (typed.length < 2) return this.#choices?.show([]);
    try {
      const question = `${this.urlValue}?q=${encodeURIComponent(typed)}`;
      const answer = await fetch(question, { signal: this.#asked.signal });
      this.#choices?.show(answer.ok ? this.choicesOf(await answer.json()) : []);
    } catch {
      // a newer question took its place, or the network is away: the field still takes what is typed
    }
  }

  #take(name: string) {
    const [start, end] = this.#part();
    this.element.setRangeText(name, start, end, "end");
    this.element.focus();
  }
}
