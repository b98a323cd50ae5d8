/**
 * The library: load a playbook, read a text, decide. Everything but `loadPlaybook` is free of Node.
 *
 *     const loaded = await loadPlaybook("data", files);
 *     if ("playbook" in loaded) console.log(advise(loaded.playbook, read(text, loaded.playbook.automaton), {}));
 */
export { type Advice, advise } from "./core/advise.js";
export { type Decision, decide } from "./core/decide.js";
export type { Facts } from "./core/facts.js";
export { NOTHING_READ, type Reading } from "./core/reading.js";
export type { Finding } from "./playbook/finding.js";
export { type Loaded, loadPlaybook } from "./playbook/load.js";
export { pack, unpack } from "./playbook/snapshot.js";
export type { Playbook } from "./playbook/types.js";
export { read } from "./reading/read.js";
export { present, presentFully } from "./render/present.js";
export type { Result } from "./render/result.js";
export { type Files, files } from "./world.js";
