import { Controller } from "@hotwired/stimulus";

/**
 * Quicker checking of rows: a box at the head of the column checks them all, shift and click check those between, and the
 * form says how many are checked.
 */
export default class extends Controller<HTMLFormElement> {
  #last: HTMLInputElement | undefined;
  #all: HTMLInputElement | undefined;
  #label: string | undefined;

  override connect() {
    const table = this.#boxes()[0]?.closest("table");
    if (!table) return;
    table.addEventListener("click", this.#clicked);
    const head = table.querySelector("thead th");
    if (!head || head.querySelector("input")) return;
    const all = document.createElement("input");
    all.type = "checkbox";
    all.className = "checkbox";
    all.ariaLabel = "Tout cocher sur cette page";
    all.addEventListener("change", () => {
      for (const box of this.#boxes()) box.checked = all.checked;
      this.#say();
    });
    head.replaceChildren(all);
    this.#all = all;
  }

  override disconnect() {
    this.#boxes()[0]?.closest("table")?.removeEventListener("click", this.#clicked);
  }

  #boxes() {
    return [...document.querySelectorAll<HTMLInputElement>(`input[name=choix][form="${this.element.id}"]`)];
  }

  #clicked = (event: Event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.name !== "choix") return;
    const boxes = this.#boxes();
    if (event instanceof MouseEvent && event.shiftKey && this.#last) {
      const [from = 0, to = 0] = [boxes.indexOf(this.#last), boxes.indexOf(box)].sort((a, b) => a - b);
      for (const between of boxes.slice(from, to + 1)) between.checked = box.checked;
    }
    this.#last = box;
    this.#say();
  };

  #say() {
    const boxes = this.#boxes();
    const checked = boxes.filter((box) => box.checked).length;
    const label = this.element.querySelector("label[for=champ-portee-0]");
    if (label) {
      this.#label ??= label.textContent ?? "";
      label.textContent = checked > 0 ? `${this.#label} : ${checked}` : this.#label;
    }
    if (this.#all) {
      this.#all.checked = checked === boxes.length;
      this.#all.indeterminate = checked > 0 && checked < boxes.length;
    }
  }
}
