import { Controller } from "@hotwired/stimulus";

/** Ctrl (or Cmd) and Enter send the form from any of its fields, those of several lines too. */
export default class extends Controller<HTMLFormElement> {
  override connect() {
    this.element.addEventListener("keydown", this.#pressed);
  }

  override disconnect() {
    this.element.removeEventListener("keydown", this.#pressed);
  }

  #pressed = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.element.requestSubmit(this.element.querySelector<HTMLButtonElement>("button[type=submit]"));
  };
}
