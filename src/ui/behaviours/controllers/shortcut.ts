import { Controller } from "@hotwired/stimulus";

/** One key, outside the fields, reaches this element (`data-shortcut-key-value`): a search is focused, a menu opens. */
export default class extends Controller<HTMLElement> {
  static override values = { key: { type: String, default: "/" } };
  declare keyValue: string;

  override connect() {
    document.addEventListener("keydown", this.#pressed);
  }

  override disconnect() {
    document.removeEventListener("keydown", this.#pressed);
  }

  #pressed = (event: KeyboardEvent) => {
    if (event.key !== this.keyValue || event.ctrlKey || event.metaKey || event.altKey) return;
    if (
      event.target instanceof HTMLElement &&
      event.target.closest("input, select, textarea, [contenteditable]")
    )
      return;
    event.preventDefault();
    if (this.element instanceof HTMLDetailsElement) this.element.open = true;
    this.element.querySelector<HTMLElement>("input, a")?.focus();
  };
}
