import { Application, type ControllerConstructor } from "@hotwired/stimulus";
import { config } from "@hotwired/turbo";
import "./disclosures.ts";
import "./same-page.ts";

/** The back office's script: pages change without reloading, and each file of `controllers/` is a behaviour of its name. */
config.drive.progressBarDelay = 2 ** 31 - 1; // our own bar is in the style sheet: Turbo's needs an inline style

const application = Application.start();
const files = import.meta.glob<{ default: ControllerConstructor }>("./controllers/*.ts", { eager: true });
for (const [file, { default: controller }] of Object.entries(files))
  application.register(file.replace(/^.*\/|\.ts$/g, ""), controller);
