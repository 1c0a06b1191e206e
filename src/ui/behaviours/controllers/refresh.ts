import { Controller } from "@hotwired/stimulus";
import { visit } from "@hotwired/turbo";

/** A page about work under way is drawn again every two seconds, while it is looked at and nothing is being typed. */
export default class extends Controller<HTMLElement> {
  #clock = 0;

  override connect() {
    this.#clock = window.setInterval(() => {
      const busy = document.activeElement?.matches("input, select, textarea") ?? false;
      if (document.visibilityState === "visible" && !busy) visit(window.location.href, { action: "replace" });
    }, 2000);
  }

  override disconnect() {
    clearInterval(this.#clock);
  }
}
