// Defects to be seeded in the shipped playbook: how a file is broken, and where the finding must stand.

/** Replaces the first `from`; there must be one. */
const swap = (from, to) => (text) => {
  if (!text.includes(from)) throw new Error(`no ${from} in it`);
  return text.replace(from, () => to);
};
/** Replaces the first `from` behind `after`. */
const swapAfter = (after, from, to) => (text) => {
  const start = text.indexOf(after);
  const at = text.indexOf(from, start);
  if (start < 0 || at < 0) throw new Error(`no ${from} behind ${after}`);
  return text.slice(0, at) + to + text.slice(at + from.length);
};
const append = (more) => (text) => `${text.trimEnd()}\n${more}`;
/** The line that `mark` stands in, the first or the last of them. */
const line = (mark) => (text) => lineOf(text, text.indexOf(mark), mark);
const lastLine = (mark) => (text) => lineOf(text, text.lastIndexOf(mark), mark);
const lineAfter = (after, mark) => (text) => lineOf(text, text.indexOf(mark, text.indexOf(after)), mark);
function lineOf(text, at, mark) {
  if (at < 0) throw new Error(`no ${mark} in it`);
  return text.slice(0, at).split("\n").length;
}
/** One route of the table, as it stands. */
const routeText = (text, id) => {
  const start = text.indexOf(`  - id: ${id}\n`);
  const next = text.slice(start + 1).search(/\n {2}(- id:|#)/);
  return next < 0 ? text.slice(start) : text.slice(start, start + next + 2);
};
const dropRoute = (id) => (text) => swap(routeText(text, id), "")(text);
const moveFirst = (id) => (text) => swap("routes:\n", `routes:\n${routeText(text, id)}`)(dropRoute(id)(text));

const route = (id, when, team, more = "") => `  - id: ${id}
    when: ${when}
    team: ${team}
    because: { en: A seeded route., zh: 测试。 }
    next: null
    sources: [article]
    as_of: "2026"
${more}`;
const beforeFirst = (made) => swap("routes:\n", `routes:\n${made}`);

const [ROUTES, FACTS, BOOK, CHANNELS, LEXICON] = ["routes", "facts", "playbook", "channels", "lexicon"].map(
  (name) => `${name}.yaml`,
);
const ODR = "issues/order-defect-rate.yaml";
const TEAM = "teams/notice.yaml";
const LETTER = "outlines/ip-dispute.yaml";
const SIGNALS = "signals/issue/ip-trademark.yaml";

export const seeds = [
  // The form of files.
  { name: "a file is missing", file: "lexicon.yaml", gone: true, code: "SR101" },
  { name: "a file under no known name", file: "rules.yaml", fresh: true, edit: () => "a: 1\n", code: "SR102" },
  {
    name: "a file with capitals in its name",
    file: "issues/Tax.yaml",
    fresh: true,
    edit: () => "a: 1\n",
    code: "SR102",
  },
  {
    name: "a colon without quotes",
    file: TEAM,
    edit: swap("summary: {", "summary: bad: worse {"),
    code: "SR104",
    line: line("summary: bad"),
  },
  {
    name: "an anchor",
    file: ROUTES,
    edit: swap("team: notice\n", "team: &team notice\n"),
    code: "SR105",
    line: line("&team"),
  },
  {
    name: "a key twice",
    file: TEAM,
    edit: append("executive: true\n"),
    code: "SR106",
    line: lastLine("executive: true"),
  },
  {
    name: "a wrong first line",
    file: TEAM,
    edit: swap("team.schema.json", "issue.schema.json"),
    code: "SR107",
    line: () => 1,
  },
  {
    name: "an unknown key",
    file: ROUTES,
    edit: swapAfter("id: desperate", "because:", "becuase:"),
    code: ["SR111"],
    line: line("becuase"),
  },
  {
    name: "a missing key",
    file: FACTS,
    edit: swapAfter("id: aim", "    question:", "    # question:"),
    code: "SR112",
    line: line("id: aim"),
  },
  {
    name: "a wrong type",
    file: FACTS,
    edit: swap("prior: 0.62", "prior: often"),
    code: "SR113",
    line: line("prior: often"),
  },
  {
    name: "a number where text belongs",
    file: ROUTES,
    edit: swap('as_of: "2026"', "as_of: 2026"),
    code: "SR113",
    line: line("as_of: 2026\n"),
  },
  {
    name: "a value that is not on the list",
    file: CHANNELS,
    edit: swap("status: active", "status: actve"),
    code: "SR114",
    line: line("actve"),
  },
  {
    name: "an id with capitals",
    file: ROUTES,
    edit: swap("- id: desperate", "- id: Desperate"),
    code: "SR115",
    line: line("Desperate"),
  },
  {
    name: "a negative prior",
    file: FACTS,
    edit: swap("prior: 0.62", "prior: -0.62"),
    code: "SR115",
    line: line("-0.62"),
  },
  {
    name: "a source without https",
    file: ODR,
    edit: swapAfter("\nsources:", "https://", "http://"),
    code: "SR115",
    line: lineAfter("\nsources:", "http://"),
  },
  {
    name: "an empty text",
    file: TEAM,
    edit: swap('en: "Notice team"', 'en: " "'),
    code: ["SR115"],
    line: line("name:"),
  },

  // Names.
  {
    name: "a team that is not there",
    file: ROUTES,
    edit: swapAfter("id: policy", "team: product-quality", "team: product-qualty"),
    code: "SR201",
    line: line("product-qualty"),
  },
  {
    name: "a next rung that is not there",
    file: ROUTES,
    edit: swapAfter("id: patent-claim", "team: notice-dispute", "team: notice-disptue"),
    code: "SR201",
    line: line("disptue"),
  },
  {
    name: "an outline that is not there",
    file: ROUTES,
    edit: swap("outline: counter-notice", "outline: counter-notices"),
    code: "SR201",
    line: line("counter-notices"),
  },
  {
    name: "a channel that is not there",
    file: ROUTES,
    edit: swap("seller-challenge]", "seller-chalenge]"),
    code: "SR201",
    line: line("chalenge"),
  },
  {
    name: "a group that is not there",
    file: ODR,
    edit: swap("group: account", "group: acount"),
    code: "SR201",
    line: line("acount"),
  },
  {
    name: "an issue's outline that is not there",
    file: ODR,
    edit: (text) => text.replace(/outline: [a-z-]+/, "outline: poa-nothing"),
    code: "SR201",
    line: line("poa-nothing"),
  },
  {
    name: "a fact that is not there",
    file: ROUTES,
    edit: swap("urgency: pressing", "urgncy: pressing"),
    code: "SR201",
    line: line("urgncy"),
  },
  {
    name: "a value that is not there",
    file: ROUTES,
    edit: swap("urgency: pressing", "urgency: presing"),
    code: "SR201",
    line: line("presing }"),
  },
  {
    name: "a group in a condition that is not there",
    file: ROUTES,
    edit: swap("issue: { group: listing }", "issue: { group: listings }"),
    code: "SR201",
    line: line("group: listings"),
  },
  {
    name: "a marketplace that is not there",
    file: CHANNELS,
    edit: swap("marketplaces: [us]", "marketplaces: [usa]"),
    code: "SR201",
    line: line("[usa]"),
  },
  {
    name: "a team of a channel that is not there",
    file: CHANNELS,
    edit: swap("teams: [catalog]", "teams: [catalogue]"),
    code: "SR201",
    line: line("[catalogue]"),
  },
  {
    name: "a blank that nothing fills",
    file: LETTER,
    edit: swap("{{complaint_id}}", "{{complaint_idd}}"),
    code: "SR201",
    line: line("complaint_idd"),
  },
  {
    name: "signals of an issue that is not there",
    file: "signals/issue/nothing.yaml",
    fresh: true,
    edit: () =>
      "# yaml-language-server: $schema=../../schema/signals.schema.json\nsignals:\n  en: { strong: [seeded zebra] }\n",
    code: "SR201",
  },
  {
    name: "a route twice",
    file: ROUTES,
    edit: (text) => append(`${routeText(text, "listing").trimEnd()}\n`)(text),
    code: "SR202",
    line: lastLine("- id: listing\n"),
  },
  {
    name: "a channel twice",
    file: CHANNELS,
    edit: swap("- id: case-log", "- id: contact-us"),
    code: "SR202",
    line: lastLine("- id: contact-us\n"),
  },
  {
    name: "a section twice",
    file: LETTER,
    edit: swap("- id: product", "- id: opening"),
    code: "SR202",
    line: lastLine("- id: opening"),
  },
  {
    name: "a fact that names a later one",
    file: FACTS,
    edit: swap("applies: { appeal: sent }", "applies: { urgency: pressing }"),
    code: "SR203",
    line: line("applies: { urgency: pressing }"),
  },
  {
    name: "a condition that contradicts itself",
    file: ROUTES,
    edit: swap("when: { issue: ip-patent }", "when: { issue: ip-patent, any: [{ issue: fees }] }"),
    code: "SR204",
    line: line("any: [{ issue: fees }]"),
  },
  {
    name: "an issue without signals",
    file: "signals/issue/tax.yaml",
    gone: true,
    code: "SR205",
    at: "issues/tax.yaml",
  },
  {
    name: "a phrase with an open bracket",
    file: SIGNALS,
    edit: append('      - "(seeded zebra"\n'),
    code: "SR206",
    line: lastLine("(seeded zebra"),
    tail: true,
  },
  {
    name: "a phrase with an unknown word group",
    file: SIGNALS,
    edit: append('      - "@zebras complaint"\n'),
    code: "SR206",
    line: lastLine("@zebras"),
    tail: true,
  },
  {
    name: "a phrase twice",
    file: SIGNALS,
    edit: append("      - seeded zebra\n      - seeded zebra\n"),
    code: "SR207",
    line: lastLine("seeded zebra"),
    tail: true,
  },
  {
    name: "a language that is not listed",
    file: TEAM,
    edit: swap("name: { en:", "name: { fr: Avis, en:"),
    code: "SR208",
    line: line("fr: Avis"),
  },
  {
    name: "a channel that nobody is shown",
    file: CHANNELS,
    edit: swap("teams: [catalog]", "teams: []"),
    code: "SR210",
    line: line("- id: catalog-case"),
  },
  {
    name: "a letter that nothing names",
    file: "outlines/seeded.yaml",
    fresh: true,
    also: null,
    edit: () => letter(),
    code: "SR210",
    line: line("name:"),
  },
  {
    name: "a group with nothing in it",
    file: BOOK,
    edit: swap("groups:\n", "groups:\n  - { id: zebras, name: { en: Zebras, zh: 斑马 }, includes: [] }\n"),
    code: "SR210",
    line: line("id: zebras"),
  },
  {
    name: "a letter that routes override everywhere",
    file: ROUTES,
    edit: swapAfter("id: selling\n", "    because:", "    outline: support-question\n    because:"),
    at: "outlines/brand-abuse-report.yaml",
    code: "SR211",
    line: line("sections:"),
  },
  {
    name: "an empty section",
    file: LETTER,
    edit: swap("sections:\n", "sections:\n  - { id: hollow, title: { en: Hollow }, prompts: [], needs: [] }\n"),
    code: "SR212",
    line: line("id: hollow"),
  },
  {
    name: "a missing translation of a route",
    file: ROUTES,
    edit: (text) => text.replace(/(id: false-claim[\s\S]*?because:\n[^\n]*\n) {6}zh: [^\n]*\n/, "$1"),
    code: "SR213",
    line: line("en: The complaint is wrong"),
  },
  {
    name: "a missing translation of an answer",
    file: FACTS,
    edit: swapAfter("id: urgency", ', zh: "不能，生意要撑不下去了"', ""),
    code: "SR213",
    line: line("The business is at stake".replace("The", "No, the")),
  },

  // Cases.
  {
    name: "a case with another team",
    file: "cases/seeded.yaml",
    fresh: true,
    edit: () => cases("facts: { issue: tax }", "{ team: catalog }"),
    code: "SR301",
    line: line("expect:"),
  },
  {
    name: "a case with another letter",
    file: "cases/seeded.yaml",
    fresh: true,
    edit: () => cases("facts: { issue: tax }", "{ outline: poa-ip }"),
    code: "SR301",
    line: line("expect:"),
  },
  {
    name: "a case with a team that is not there",
    file: "cases/seeded.yaml",
    fresh: true,
    edit: () => cases("facts: { issue: tax }", "{ team: selling-support }"),
    code: "SR302",
    line: line("expect:"),
  },
  {
    name: "a case twice",
    file: "cases/seeded.yaml",
    fresh: true,
    edit: () =>
      cases("facts: { issue: tax }", "{}") + cases("facts: { issue: fees }", "{}").split("\n").slice(2).join("\n"),
    code: "SR303",
    line: lastLine("id: seeded"),
  },
  {
    name: "a case without text and facts",
    file: "cases/seeded.yaml",
    fresh: true,
    edit: () => cases("lang: en", "{ team: catalog }"),
    code: "SR304",
    line: line("id: seeded"),
  },

  // The decision.
  { name: "a gap: a route is gone", file: ROUTES, edit: dropRoute("listing"), code: "SR401" },
  {
    name: "a gap: a route is too narrow",
    file: ROUTES,
    edit: swapAfter("id: selling\n", "when: { issue: { group: selling } }", "when: { issue: [fees, reserve] }"),
    code: "SR401",
    line: line("when: { issue: [fees, reserve] }"),
  },
  {
    name: "a gap: an issue in a group of its own",
    file: "issues/general-question.yaml",
    edit: swap("group: selling", "group: zebras"),
    also: async (text) => ({
      [BOOK]: swap(
        "groups:\n",
        "groups:\n  - { id: zebras, name: { en: Zebras, zh: 斑马 }, includes: [] }\n",
      )(await text(BOOK)),
    }),
    at: ROUTES,
    code: "SR401",
  },
  {
    name: "a dead route: facts that never go together",
    file: ROUTES,
    edit: beforeFirst(route("dead", "{ appeal: none, waiting: over-14-days }", "catalog")),
    code: "SR402",
    line: lineAfter("id: dead", "when:"),
  },
  {
    name: "a dead route: a claim about a listing",
    file: ROUTES,
    edit: beforeFirst(route("dead", "{ issue: { group: listing }, claim: disputed }", "catalog")),
    code: "SR402",
    line: lineAfter("id: dead", "when:"),
  },
  {
    name: "a shadowed route at the end",
    file: ROUTES,
    edit: append(route("late", "{ issue: tax }", "catalog")),
    code: "SR403",
    line: line("id: late"),
  },
  {
    name: "a shadowed route: the general one first",
    file: ROUTES,
    edit: moveFirst("true-claim"),
    code: "SR403",
    line: line("id: patent-claim"),
  },
  {
    name: "a shadowed route: two earlier ones together",
    file: ROUTES,
    edit: append(route("late", "{ issue: [tax, upload-error] }", "catalog")),
    code: "SR403",
    line: line("id: late"),
  },
  {
    name: "a route that can go",
    file: ROUTES,
    edit: (text) =>
      beforeFirst(
        routeText(text, "listing")
          .replace("id: listing", "id: same")
          .replace("group: listing", "group: listing")
          .replace("when: { issue: { group: listing } }", "when: { issue: upload-error }"),
      )(text),
    code: "SR404",
    line: line("id: same"),
  },
  {
    name: "an alternative that never decides",
    file: ROUTES,
    edit: swap(
      "when: { issue: ip-patent }",
      'when: { any: [{ issue: ip-patent }, { issue: ip-patent, claim: "true" }] }',
    ),
    code: "SR405",
    line: line("any: [{ issue: ip-patent }"),
  },
  {
    name: "a value that never wins",
    file: ROUTES,
    edit: swapAfter(
      "id: decision-disputed",
      "appeal: [rejected-repeatedly, final]",
      "appeal: [none, rejected-repeatedly, final]",
    ),
    code: "SR406",
    line: line("appeal: [none, rejected-repeatedly, final]"),
  },
  {
    name: "a fact that never matters",
    file: FACTS,
    edit: append(
      '  - id: mood\n    name: { en: Mood, zh: 心情 }\n    question: { en: "How are you?", zh: "您好吗?" }\n    help: { en: Look in the mirror., zh: 照镜子。 }\n    why: { en: It is of no matter., zh: 无关紧要。 }\n    values:\n      - { id: good, label: { en: Good, zh: 好 }, prior: 1 }\n      - { id: bad, label: { en: Bad, zh: 坏 }, prior: 1 }\n',
    ),
    code: "SR407",
    line: line("id: mood"),
  },
  {
    name: "a value that never matters",
    file: FACTS,
    edit: swapAfter(
      "id: closed-for",
      "      - { id: over-60-days",
      "      - { id: over-90-days, label: { en: 90 days or more, zh: 满90天 }, prior: 0.2 }\n      - { id: over-60-days",
    ),
    code: "SR408",
    line: line("id: over-90-days"),
  },
  {
    name: "values that are not alike",
    file: FACTS,
    edit: swapAfter("id: closed-for", "prior: 0.6 }", "prior: 0.6, alike: over-60-days }"),
    code: "SR409",
    line: line("alike: over-60-days"),
  },
  {
    name: "a team that nothing leads to",
    file: ROUTES,
    edit: swapAfter("id: listing\n", "team: catalog", "team: seller-support"),
    at: "teams/catalog.yaml",
    code: "SR410",
    line: line("name:"),
  },
  {
    name: "a ladder with a loop of two",
    file: ROUTES,
    edit: swapAfter("id: mend-dispute", "team: executive-seller-relations", "team: notice"),
    code: "SR411",
    line: lineAfter("id: mend-dispute", "team: notice\n      after"),
  },
  {
    name: "a ladder to itself",
    file: ROUTES,
    edit: swapAfter("id: product\n", "team: executive-seller-relations", "team: product-quality"),
    code: "SR411",
    line: lineAfter("id: product\n", "team: product-quality\n      after"),
  },
  {
    name: "a ladder with a loop of three",
    file: ROUTES,
    edit: swapAfter("id: decision-disputed", "team: jeff-escalation", "team: notice"),
    code: "SR411",
    line: lineAfter("id: decision-disputed", "team: notice\n"),
  },
  {
    name: "the executive door with nothing tried",
    file: ROUTES,
    edit: swapAfter("id: policy\n", "team: product-quality", "team: executive-seller-relations"),
    code: "SR412",
    line: line("id: policy\n"),
  },
  {
    name: "the last resort for an appeal just sent",
    file: ROUTES,
    edit: swap("when: { appeal: sent, waiting: over-14-days }", "when: { appeal: [none, sent] }"),
    code: "SR412",
    line: line("id: long-silence"),
  },
  { name: "an executive review twice", file: ROUTES, edit: dropRoute("used-product"), code: "SR413" },
  {
    name: "no channel in a marketplace",
    file: CHANNELS,
    edit: swapAfter("id: catalog-case", "marketplaces: []", "marketplaces: [us]"),
    at: ROUTES,
    code: "SR414",
    line: line("id: listing\n"),
  },
  {
    name: "only a legacy channel",
    file: CHANNELS,
    edit: swapAfter("id: catalog-case", "status: active", "status: legacy"),
    at: ROUTES,
    code: "SR414",
    line: line("id: listing\n"),
  },
  {
    name: "a fact that never applies",
    file: FACTS,
    edit: swap("applies: { issue: { group: funds } }", "applies: { issue: tax, claim: disputed }"),
    code: ["SR416", "SR402"],
    line: line("applies: { issue: tax"),
  },

  // The interview.
  { name: "a long interview", file: BOOK, edit: append("  questions: 4\n"), at: FACTS, code: "SR501" },

  // Signals.
  {
    name: "a phrase for two issues",
    file: SIGNALS,
    edit: append("      - seeded zebra\n"),
    also: async (text) => ({
      "signals/issue/ip-patent.yaml": append("      - seeded zebra\n")(await text("signals/issue/ip-patent.yaml")),
    }),
    code: "SR601",
    line: lastLine("seeded zebra"),
    tail: true,
  },
  {
    name: "a phrase that a shorter one covers",
    file: SIGNALS,
    edit: append("      - seeded zebra\n      - my seeded zebra stripes\n"),
    code: "SR602",
    line: lastLine("my seeded zebra stripes"),
    tail: true,
  },
  {
    name: "a phrase that a stem covers",
    file: SIGNALS,
    edit: append('      - seeded zebra*\n      - "seeded (zebras|zebrafish)"\n'),
    code: "SR602",
    line: lastLine("zebrafish"),
    tail: true,
  },
  {
    name: "a phrase in letters that are not read",
    file: SIGNALS,
    edit: append("      - зебра\n"),
    code: "SR603",
    line: lastLine("зебра"),
    tail: true,
  },
  {
    name: "a phrase with a full stop in it",
    file: SIGNALS,
    edit: append("      - seeded zebra. stripes\n"),
    code: "SR603",
    line: lastLine("seeded zebra. stripes"),
    tail: true,
  },
  {
    name: "a word group that nothing uses",
    file: LEXICON,
    edit: swap("groups:\n", "groups:\n  zebras:\n    en: [zebra, zebras]\n"),
    code: "SR605",
    line: line("zebras:"),
  },
  {
    name: "a phrase for and against",
    file: SIGNALS,
    edit: append("      - seeded zebra\n    against:\n      - seeded zebra\n"),
    code: ["SR606", "SR207"],
    line: lastLine("seeded zebra"),
    tail: true,
  },

  // Sources, age, addresses.
  {
    name: "a statement with no source to look up",
    file: TEAM,
    edit: swap("does:\n", 'does:\n  - { en: It hums., sources: [unpublished], as_of: "2026" }\n'),
    code: "SR701",
    line: line("It hums."),
  },
  {
    name: "a stale statement",
    file: TEAM,
    edit: swap("does:\n", 'does:\n  - { en: It hums., sources: [article], as_of: "2011-05" }\n'),
    code: "SR702",
    line: line("It hums."),
  },
  {
    name: "a date in the future",
    file: TEAM,
    edit: swap("does:\n", 'does:\n  - { en: It hums., sources: [article], as_of: "2062" }\n'),
    code: "SR703",
    line: line("It hums."),
  },
  {
    name: "a stranger's e-mail address",
    file: CHANNELS,
    edit: swap("seller-performance@amazon.com", "seller-performance@amazon-appeals.com"),
    code: "SR704",
    line: line("amazon-appeals.com"),
  },
  {
    name: "a look-alike host",
    file: CHANNELS,
    edit: swap("sellercentral.amazon.com/cu/contact-us (form", "sellercentral.amazon.com.help-desk.io/cu (form"),
    code: "SR704",
    line: line("help-desk.io"),
  },
  {
    name: "a link that goes by another's name",
    file: ODR,
    edit: swap("evidence:\n", 'evidence:\n  - { en: "See https://amazon.com@evil.example/appeal" }\n'),
    code: "SR704",
    line: line("evil.example"),
  },
  {
    name: "a letter of another alphabet in a host",
    file: TEAM,
    edit: swap("does:\n", "does:\n  - { en: Write to notice@аmazon.com. }\n"),
    code: "SR704",
    line: line("notice@"),
  },
  {
    name: "a stranger's messenger",
    file: TEAM,
    edit: swap("does:\n", "does:\n  - { en: It answers on WhatsApp. }\n"),
    code: "SR704",
    line: line("WhatsApp"),
  },
  {
    name: "a stranger's telephone",
    file: CHANNELS,
    edit: swap('"Performance > Account Health > Call me now"', '"+1 (206) 555-0143"'),
    code: "SR704",
    line: line("555-0143"),
  },
  {
    name: "a false host among Amazon's",
    file: BOOK,
    edit: swap(
      "hosts: [sellercentral-europe.amazon.com,",
      "hosts: [amazon-seller-help.com, sellercentral-europe.amazon.com,",
    ),
    code: "SR705",
    line: line("amazon-seller-help.com"),
  },
  {
    name: "a false host of a marketplace",
    file: BOOK,
    edit: swap("amazon.de, sellercentral.amazon.de", "amazon.de, sellercentral-amazon.de"),
    code: "SR705",
    line: line("sellercentral-amazon.de"),
  },

  // Language.
  {
    name: "a sentence too long",
    file: TEAM,
    edit: swap("does:\n", `does:\n  - { en: ${"It hums and hums and hums ".repeat(8)}on. }\n`),
    code: "SR801",
    line: line("It hums and"),
  },
  {
    name: "a long Chinese sentence",
    file: ROUTES,
    edit: (text) => text.replace(/(id: listing\n[\s\S]*?zh: )/, `$1${"这是一个很长很长的句子".repeat(8)}`),
    code: "SR801",
    line: lineAfter("id: listing\n", "zh:"),
  },
  {
    name: "an abbreviation that nothing explains",
    file: TEAM,
    edit: swap("does:\n", "does:\n  - { en: It reads every QXZ. }\n"),
    code: "SR802",
    line: line("QXZ"),
  },
  {
    name: "two answers with one label",
    file: FACTS,
    edit: swapAfter("id: urgency", "No, the business is at stake", "Yes, though I would rather not"),
    code: "SR803",
    line: lineAfter("id: urgency", "id: pressing"),
  },
  {
    name: "two issues with one name",
    file: "issues/tax.yaml",
    edit: (text) => text,
    also: async (text) => ({
      "issues/fees.yaml": (await text("issues/fees.yaml")).replace(
        /^name:.*$/m,
        (await text("issues/tax.yaml")).match(/^name:.*$/m)[0],
      ),
    }),
    code: "SR803",
    line: line("name:"),
  },
  {
    name: "blame in a letter",
    file: LETTER,
    edit: swap("    prompts:\n", '    prompts:\n      - { en: "Why is Amazon to blame? It is your fault." }\n'),
    code: "SR804",
    line: line("your fault"),
  },
  {
    name: "a threat in a letter",
    file: LETTER,
    edit: swap("Dear Notice-Dispute team,", "Dear Notice-Dispute team, we will sue."),
    code: "SR804",
    line: line("we will sue"),
  },
];

// Signals are put behind the last phrase of a file that ends in a list.
for (const seed of seeds) {
  if (!seed.tail) continue;
  const lines = (text) => text.replace(/\n {4}against:[\s\S]*$/, "\n");
  const edit = seed.edit;
  seed.edit = (text) => edit(lines(text));
}

function letter() {
  return `# yaml-language-server: $schema=../schema/outline.schema.json
name: { en: Seeded letter }
purpose: { en: Nobody writes it. }
sections:
  - { id: one, title: { en: One }, prompts: [{ en: "What happened?" }], needs: [] }
avoid: []
sources: [article]
as_of: "2026"
`;
}

function cases(input, expect) {
  return `# yaml-language-server: $schema=../schema/cases.schema.json\ncases:\n  - id: seeded\n    ${input}\n    expect: ${expect}\n`;
}
