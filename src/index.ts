/**
 * The library: load a playbook, read a text, decide. Everything but `loadPlaybook` runs without Node too; a browser
 * finds it as "seller-route/browser".
 *
 *     const playbook = await loadPlaybook();
 *     const reading = read("My listing was taken down, but I own the brand", playbook);
 *     const result = presentFully(advise(playbook, reading, {}), reading, playbook, { lang: "en" });
 */
import { openPlaybook } from "./playbook/snapshot.js";
import type { Playbook } from "./playbook/types.js";
import { files, home } from "./world.js";

export * from "./browser.js";
export { Refusal } from "./exit.js";

/**
 * The playbook in a folder of YAML files, checked and linked; without a folder, the one that ships with this package.
 * Reads below that folder and nowhere else. Throws a `Refusal` where it cannot be read or has errors: its message is
 * one sentence that names file, line and column, its `hint` says what to do.
 */
export function loadPlaybook(folder?: string): Promise<Playbook> {
  return openPlaybook({ files, ...home() }, folder);
}
