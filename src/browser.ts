/**
 * The library where there is no Node: in a browser, a worker, at the edge. Read a text, advise, decide, present; the
 * playbook comes as JSON, written once by `asJson` and read by `fromJson`. Needs nothing but ECMAScript itself.
 *
 *     const playbook = fromJson(await (await fetch("/playbook.json")).text());
 *     const reading = read(text, playbook);
 *     const result = presentFully(advise(playbook, reading, {}), reading, playbook, { lang: "en" });
 */
export { type Advice, advise, type Rules } from "./core/advise.js";
export { type Decision, decide } from "./core/decide.js";
export type { Diagram, Outcome } from "./core/diagram.js";
export { type Candidate, type Explained, explain } from "./core/explain.js";
export type { Facts } from "./core/facts.js";
export { type Entity, type Evidence, NOTHING_READ, type Reading, type Sign } from "./core/reading.js";
export { asJson, fromJson } from "./playbook/portable.js";
export type { Playbook } from "./playbook/types.js";
export { readAsked as read } from "./reading/asked.js";
export type { Knowledge } from "./reading/read.js";
export { redact } from "./reading/redact.js";
export { present, type Telling } from "./render/present.js";
export { presentFully, type Wanted } from "./render/present-fully.js";
export type { Result } from "./render/result.js";
