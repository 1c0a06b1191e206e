/** A line of the list: what is read, and what goes in the field. */
export interface Choice {
  value: string;
  label: string;
}

let lists = 0;

/**
 * A list under a text field, moved in by arrows while the field keeps the focus (ARIA, “listbox” and
 * `aria-activedescendant`). Works on an `input` and on a `textarea`, where a `datalist` does not.
 */
export class ListOfChoices {
  readonly #field: HTMLInputElement | HTMLTextAreaElement;
  readonly #take: (value: string) => void;
  readonly #list = document.createElement("ul");
  readonly #said = document.createElement("p");
  #choices: readonly Choice[] = [];
  #active = -1;

  constructor(field: HTMLInputElement | HTMLTextAreaElement, take: (value: string) => void) {
    this.#field = field;
    this.#take = take;
    this.#list.id = `choix-${++lists}`;
    this.#list.className = "choices";
    this.#list.role = "listbox";
    this.#list.ariaLabel = "Propositions";
    this.#list.hidden = true;
    this.#said.className = "sr-only";
    this.#said.role = "status";
    field.after(this.#list, this.#said);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.#list.id);
    field.addEventListener("keydown", this.#pressed);
    field.addEventListener("blur", this.#close);
    this.#list.addEventListener("pointerdown", this.#pointed);
  }

  remove() {
    this.#field.removeEventListener("keydown", this.#pressed);
    this.#field.removeEventListener("blur", this.#close);
    this.#field.removeAttribute("aria-activedescendant");
    this.#list.remove();
    this.#said.remove();
  }

  show(choices: readonly Choice[]) {
    this.#choices = document.activeElement === this.#field ? choices : [];
    this.#list.replaceChildren(
      ...this.#choices.map(({ label }, index) => {
        const line = document.createElement("li");
        line.id = `${this.#list.id}-${index}`;
        line.role = "option";
        line.textContent = label;
        return line;
      }),
    );
    this.#list.hidden = this.#choices.length === 0;
    const count = this.#choices.length;
    this.#said.textContent =
      count > 0 ? `${count} proposition${count > 1 ? "s" : ""}, flèches pour choisir` : "";
    this.#activate(-1);
  }

  /** The text has changed: nothing of the list is chosen any more, until the next `show`. */
  forget() {
    this.#activate(-1);
  }

  #close = () => this.show([]);

  #activate(index: number) {
    this.#active = index;
    for (const [position, line] of [...this.#list.children].entries()) {
      line.ariaSelected = String(position === index);
      if (position === index) line.scrollIntoView({ block: "nearest" });
    }
    if (index < 0) this.#field.removeAttribute("aria-activedescendant");
    else this.#field.setAttribute("aria-activedescendant", `${this.#list.id}-${index}`);
  }

  #pick(index: number) {
    const choice = this.#choices[index];
    if (choice) this.#take(choice.value);
    this.show([]);
  }

  #pressed = (event: Event) => {
    if (!(event instanceof KeyboardEvent) || this.#choices.length === 0) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      const count = this.#choices.length;
      this.#activate(this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count);
    } else if (event.key === "Escape") this.show([]);
    else if (event.key === "Enter" && this.#active >= 0) this.#pick(this.#active);
    else return;
    event.preventDefault();
  };

  /** Before the field loses the focus. */
  #pointed = (event: Event) => {
    event.preventDefault();
    const line = event.target instanceof Element ? event.target.closest("li") : null;
    if (line) this.#pick([...this.#list.children].indexOf(line));
  };
}
