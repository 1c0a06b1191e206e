import { Controller } from "@hotwired/stimulus";

const gestures: Readonly<Record<string, string>> = {
  ArrowUp: "monter",
  ArrowDown: "descendre",
  Delete: "retirer",
};

/** Alt and an arrow move the line that has the focus, Alt and Delete take it away: they press its own buttons. */
export default class extends Controller<HTMLFormElement> {
  override connect() {
    this.element.addEventListener("keydown", this.#pressed);
  }

  override disconnect() {
    this.element.removeEventListener("keydown", this.#pressed);
  }

  #pressed = (event: KeyboardEvent) => {
    const gesture = event.altKey ? gestures[event.key] : undefined;
    const line = event.target instanceof Element ? event.target.closest("li[id]") : null;
    const button = line?.querySelector<HTMLButtonElement>(`button[value="${gesture}:${line.id}"]`);
    if (!gesture || !button) return;
    event.preventDefault();
    button.click();
  };
}
