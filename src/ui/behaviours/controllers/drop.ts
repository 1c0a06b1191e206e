import { Controller } from "@hotwired/stimulus";

/** Files dropped anywhere on the form fill its file field and are sent; the field itself stays the plain way. */
export default class extends Controller<HTMLFormElement> {
  override connect() {
    this.element.addEventListener("dragover", this.#over);
    this.element.addEventListener("dragleave", this.#leave);
    this.element.addEventListener("drop", this.#drop);
  }

  override disconnect() {
    this.element.removeEventListener("dragover", this.#over);
    this.element.removeEventListener("dragleave", this.#leave);
    this.element.removeEventListener("drop", this.#drop);
  }

  #over = (event: DragEvent) => {
    event.preventDefault();
    this.element.dataset.dropping = "true";
  };

  #leave = () => {
    delete this.element.dataset.dropping;
  };

  #drop = (event: DragEvent) => {
    event.preventDefault();
    this.#leave();
    const field = this.element.querySelector<HTMLInputElement>("input[type=file]");
    const files = event.dataTransfer?.files;
    if (!field || !files || files.length === 0) return;
    field.files = files;
    this.element.requestSubmit();
  };
}
