import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Loaded, loadPlaybook } from "../../src/playbook/load.js";
import type { Playbook } from "../../src/playbook/types.js";
import { FOLDER, type Folder, memory } from "./memory.js";

export { FOLDER, type Folder, memory };

const at = (schema: string, up = "") => `# yaml-language-server: $schema=${up}schema/${schema}.schema.json\n`;
const FROM = `sources: [article]\nas_of: "2026"\n`;
const team = (name: string, order: number, executive = false) => `${at("team", "../")}name: { en: ${name} }
summary: { en: The ${name} team. }
does: [{ en: It answers. }]
does_not: []
cares: []
reaches_you: []
never: []
reply: [{ en: Unknown., unverified: true }]
changed: []
executive: ${executive}
order: ${order}
${FROM}`;

const schemas = fileURLToPath(new URL("../../data/schema/", import.meta.url));

/** The smallest playbook that has one of everything, the shipped schemas with it. */
export const minimal: Folder = {
  "playbook.yaml": `${at("playbook")}version: "1"
languages: [en, zh]
thresholds: { advise: 0.5, margin: 0.1, scope: 0.6, understood: 0.7 }
strengths: { certain: 7, decisive: 4, clear: 3, strong: 2.5, fair: 1.5, weak: 0.5, faint: 0.2, against: -2 }
hosts: [amazon.com]
marketplaces:
  - { id: us, name: { en: United States }, hosts: [amazon.com], regions: [] }
  - { id: de, name: { en: Germany }, hosts: [amazon.de], regions: [eu] }
groups:
  - { id: ip, name: { en: Intellectual property }, includes: [] }
  - { id: listing, name: { en: Listings }, includes: [] }
  - { id: all, name: { en: Everything }, includes: [ip, listing] }
cautions: []
`,
  "teams/notice.yaml": team("Notice", 20),
  "teams/support.yaml": team("Support", 10),
  "teams/executive.yaml": team("Executive", 30, true),
  "channels.yaml": `${at("channels")}channels:
  - id: help
    teams: [support]
    kind: seller-central
    value: Help > Contact us
    marketplaces: [us, eu]
    status: active
    sources: [article]
    as_of: undated
`,
  "facts.yaml": `${at("facts")}facts:
  - id: issue
    name: { en: The problem }
    question: { en: "What has happened?" }
    help: { en: Look it up. }
    why: { en: It decides. }
  - id: claim
    name: { en: The claim }
    question: { en: "Is the claim right?" }
    help: { en: Look it up. }
    why: { en: It decides. }
    applies: { issue: { group: ip } }
    values:
      - { id: right, label: { en: "Yes" }, prior: 0.6 }
      - { id: disputed, label: { en: "No" }, prior: 0.4 }
  - id: appeal
    name: { en: The appeal }
    question: { en: "Did you appeal?" }
    help: { en: Look it up. }
    why: { en: It decides. }
    values:
      - { id: none, label: { en: "No" }, prior: 0.8 }
      - { id: rejected, label: { en: Refused }, prior: 0.2 }
`,
  "issues/trademark.yaml": `${at("issue", "../")}group: ip
name: { en: Trademark complaint }
summary: { en: Somebody says that I use their brand. }
prior: 2
outline: dispute
evidence: [{ en: Invoices. }]
avoid: []
deadlines: [{ en: Answer soon., days: 10, business: true }]
channels: []
${FROM}`,
  "issues/upload.yaml": `${at("issue", "../")}group: listing
name: { en: Upload error }
summary: { en: My upload fails. }
outline: null
evidence: []
avoid: []
deadlines: []
${FROM}`,
  "outlines/dispute.yaml": `${at("outline", "../")}name: { en: Dispute }
purpose: { en: Write it when the claim is wrong. }
sections:
  - id: opening
    title: { en: Opening }
    prompts: [{ en: "Which listing?" }]
    needs: []
    text: { en: "Dear team, this is about {{asin}}." }
avoid: []
${FROM}`,
  "routes.yaml": `${at("routes")}routes:
  - id: refused
    when: { appeal: rejected, claim: { not: right } }
    team: executive
    because: { en: The ordinary appeal was refused. }
    next: null
    sources: [article]
    as_of: undated
  - id: brand
    when: { issue: trademark }
    team: notice
    because: { en: Rights are theirs. }
    first: [{ en: Write to the owner. }]
    channels: [help]
    next: { team: executive, after: { en: A refusal. }, because: { en: Nobody else is left. } }
    sources: [article]
    as_of: undated
  - id: rest
    when: {}
    team: support
    because: { en: They help with the rest. }
    outline: null
    next: null
    sources: [article]
    as_of: undated
`,
  "lexicon.yaml": `${at("lexicon")}groups:
  brand: { en: [brand, trade mark], zh: [品牌] }
negators: { en: [not] }
`,
  "signals/issue/trademark.yaml": `${at("signals", "../../")}signals:
  en:
    decisive: [trademark complaint]
    fair: ["@brand ~ complain*"]
`,
  "signals/issue/upload.yaml": `${at("signals", "../../")}signals:
  en: { strong: [upload fails] }
`,
  "signals/claim.yaml": `${at("signals", "../")}values:
  disputed: { en: { strong: [false claim] } }
`,
  "signals/scope.yaml": `${at("signals", "../")}values:
  other: { en: { strong: [recipe] } }
`,
  "cases/basic.yaml": `${at("cases", "../")}cases:
  - id: brand
    text: I got a trademark complaint
    expect: { team: notice, issue: trademark }
  - id: facts
    facts: { issue: upload, appeal: none }
    expect: { team: support, outline: null }
`,
  ...Object.fromEntries(
    readdirSync(schemas).map((name) => [`schema/${name}`, readFileSync(`${schemas}${name}`, "utf8")]),
  ),
};

/** The fixture with other texts in some files; null leaves a file out. */
export function changed(changes: Readonly<Record<string, string | null>>): Folder {
  const all = Object.entries({ ...minimal, ...changes });
  return Object.fromEntries(all.filter((pair): pair is [string, string] => pair[1] !== null));
}

/** One file of the fixture with the first `from` in it made `to`. */
export function edited(name: string, from: string, to: string): Folder {
  const text = minimal[name] as string;
  if (!text.includes(from)) throw new Error(`${name} holds no ${from}`);
  return changed({ [name]: text.replace(from, () => to) });
}

/** The files of a folder by their paths. */
export const under = (folder: string, files: Folder): Folder =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]));

/** Loads a folder from memory. */
export const load = (folder: Folder): Promise<Loaded> => loadPlaybook(FOLDER, memory(folder));

/** The fixture, loaded. */
export async function loaded(folder: Folder = minimal): Promise<Playbook> {
  const result = await load(folder);
  if (!("playbook" in result))
    throw new Error(result.findings.map((one) => `${one.file}:${one.line} ${one.message}`).join("\n"));
  return result.playbook;
}
