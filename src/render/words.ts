// Longer than other files: all strings of the interface stand here, so that a translator reads one page.
import type { Degree } from "./degree.js";
import type { Entity, ShownChannel } from "./result.js";

type Kinds<K extends string> = Readonly<Record<K, string>>;

/** Every string of the interface that is not in the playbook, in one language. A missing one does not compile. */
export interface Interface {
  readonly lang: string;
  /** What stands at the left of a block of the advice. */
  readonly labels: Kinds<
    | "goTo"
    | "problem"
    | "careful"
    | "why"
    | "where"
    | "first"
    | "ready"
    | "never"
    | "clock"
    | "letter"
    | "fails"
    | "assumed"
    | "otherwise"
    | "also"
    | "notSure"
    | "noAdvice"
    | "question"
    | "found"
    | "use"
  >;
  readonly degrees: Kinds<Degree>;
  /** Before the team of an unsure result. */
  readonly bestGuess: string;
  readonly noGuess: string;
  readonly answerWith: string;
  readonly sayMore: string;
  readonly outOfScope: string;
  readonly purpose: string;
  readonly tryInstead: string;
  readonly kinds: Kinds<ShownChannel["kind"]>;
  readonly marks: Kinds<ShownChannel["status"]>;
  readonly noChannel: string;
  readonly noActive: string;
  readonly undated: string;
  readonly noLetter: string;
  readonly showsAll: string;
  readonly lastDoor: string;
  readonly rests: string;
  readonly separately: string;
  /** Headings of --explain. */
  readonly explain: { readonly text: string; readonly more: (count: number) => string };
  /** A time to answer that stands in the text itself, and the day that it ends. */
  readonly window: (value: string) => string;
  readonly footer: (version: string) => string;
  readonly entities: Kinds<Entity["kind"]>;
  readonly and: string;
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  readonly quote: (text: string) => string;
  readonly aside: (text: string) => string;
  readonly asOf: (date: string) => string;
  readonly due: (date: string) => string;
  readonly more: (count: number, where: string) => string;
  readonly needs: string;
  readonly wording: string;
  readonly sources: Kinds<"article" | "unpublished">;
  /** Labels of the lists: one team, one issue. */
  readonly lists: Kinds<
    | "does"
    | "doesNot"
    | "cares"
    | "reaches"
    | "never"
    | "reply"
    | "changed"
    | "active"
    | "legacy"
    | "unverified"
    | "sources"
    | "group"
    | "team"
    | "evidence"
    | "avoid"
    | "deadlines"
    | "outline"
  >;
  readonly onceOnly: string;
  readonly unconfirmed: string;
  readonly moreOnTeam: string;
  readonly moreOnIssue: string;
}

const en: Interface = {
  lang: "en",
  labels: {
    goTo: "Go to",
    problem: "Problem",
    careful: "Careful",
    why: "Why",
    where: "Where",
    first: "First",
    ready: "Have ready",
    never: "Never",
    clock: "Clock",
    letter: "Letter",
    fails: "If it fails",
    assumed: "Assumed",
    otherwise: "Otherwise",
    also: "Also",
    notSure: "Not sure",
    noAdvice: "No advice",
    question: "Question",
    found: "In the text",
    use: "What I do",
  },
  degrees: {
    settled: "settled by what you said",
    certain: "almost certain",
    very: "very likely",
    likely: "likely",
    leaning: "more likely than not",
    guess: "only a guess",
  },
  bestGuess: "Best guess",
  noGuess: "No team stands out yet.",
  answerWith: "Run it again with the flag of your answer, or run seller-route alone to be asked.",
  sayMore: "Say more: what happened, what Amazon wrote, and what you have tried. A pasted notice helps most.",
  outOfScope: "This does not read like a problem of an Amazon marketplace seller.",
  purpose:
    "seller-route tells Amazon sellers which team to turn to when a listing, an account, a payment or a complaint is in trouble, how to reach it, and what to write. It cannot help with orders you placed as a customer, or with other shops.",
  tryInstead:
    "If you do sell on Amazon: say what happened in your own words or paste the notice, or pick from `seller-route issues` and give it as --fact issue=NAME.",
  kinds: { "seller-central": "Seller Central", email: "E-mail", phone: "Phone", form: "Web form", post: "Post" },
  marks: { active: "in use", legacy: "old address, may be dead", unverified: "unconfirmed" },
  noChannel: "No way to reach this team is known. An address is never made up.",
  noActive: "No address in use today is known. These are leads:",
  undated: "undated source",
  noLetter: "None is needed.",
  showsAll: "shows it in full",
  lastDoor: "Nothing further is known. This is the last door.",
  rests: "not certain from what you said, so taken as most likely",
  separately: "A problem of its own: ask about it separately.",
  explain: { text: "What was read, with the words that decided", more: (count) => `and ${count} more` },
  window: (value) => `Your text gives ${value} to answer.`,
  footer: (version) => `Playbook ${version}. Not Amazon's, not legal advice. Nothing was sent anywhere.`,
  entities: {
    asin: "ASIN",
    order: "Order",
    case: "Case",
    complaint: "Complaint",
    email: "E-mail",
    date: "Date",
    window: "Time limit",
    marketplace: "Marketplace",
    amount: "Amount",
  },
  and: " and ",
  colon: ": ",
  comma: ", ",
  semicolon: "; ",
  quote: (text) => `“${text}”`,
  aside: (text) => ` (${text})`,
  asOf: (date) => `as of ${date}`,
  due: (date) => `By ${date}: `,
  more: (count, where) => `${count} more: see ${where}`,
  needs: "Evidence",
  wording: "Wording",
  sources: { article: "the source article on Amazon's internal teams", unpublished: "an unpublished note" },
  lists: {
    does: "Does",
    doesNot: "Does not",
    cares: "Cares about",
    reaches: "Reaches you",
    never: "Never",
    reply: "Reply time",
    changed: "Since then",
    active: "In use",
    legacy: "Old",
    unverified: "Unconfirmed",
    sources: "Sources",
    group: "Group",
    team: "Usual team",
    evidence: "Have ready",
    avoid: "Never",
    deadlines: "Clock",
    outline: "Letter",
  },
  onceOnly: "A door that opens once: only after the ordinary appeal was tried.",
  unconfirmed: "unconfirmed",
  moreOnTeam: "One in full: seller-route teams NAME",
  moreOnIssue: "One in full: seller-route issues NAME",
};

const zh: Interface = {
  lang: "zh",
  labels: {
    goTo: "联系团队",
    problem: "问题",
    careful: "当心",
    why: "理由",
    where: "渠道",
    first: "先做",
    ready: "准备材料",
    never: "切忌",
    clock: "期限",
    letter: "信函",
    fails: "若不成功",
    assumed: "推定",
    otherwise: "其他可能",
    also: "另外",
    notSure: "尚不确定",
    noAdvice: "无法建议",
    question: "关键问题",
    found: "原文信息",
    use: "本工具",
  },
  degrees: {
    settled: "根据您提供的情况可以确定",
    certain: "几乎可以确定",
    very: "很有可能",
    likely: "较有可能",
    leaning: "略有倾向",
    guess: "仅为猜测",
  },
  bestGuess: "最可能的团队",
  noGuess: "目前看不出该找哪个团队。",
  answerWith: "请加上与您的答案对应的参数再运行一次，或直接运行 seller-route，由它逐一提问。",
  sayMore: "请说得更详细些：发生了什么，亚马逊怎么说，您已经试过什么。贴上通知原文最有帮助。",
  outOfScope: "这看起来不是亚马逊卖家遇到的问题。",
  purpose:
    "seller-route 帮助亚马逊卖家在商品、账户、款项或投诉出问题时，找到该联系的团队、联系渠道和信函写法。买家订单问题和其他平台的问题不在范围之内。",
  tryInstead:
    "如果您确实在亚马逊销售：请用自己的话说明经过，或贴上通知原文；也可以从 `seller-route issues` 中选一项，用 --fact issue=名称 指定。",
  kinds: { "seller-central": "卖家平台", email: "邮箱", phone: "电话", form: "网页表单", post: "邮寄" },
  marks: { active: "在用", legacy: "旧地址，可能已失效", unverified: "未经证实" },
  noChannel: "没有已知的联系渠道。本工具不会编造地址。",
  noActive: "没有已知在用的地址，以下仅为线索：",
  undated: "来源未注明日期",
  noLetter: "无需写信。",
  showsAll: "可查看全文",
  lastDoor: "没有已知的下一步，这是最后一个渠道。",
  rests: "从您的说明中尚不能确定，暂按最可能的情况处理",
  separately: "这是另一个问题，请单独查询。",
  explain: { text: "读到的内容（起决定作用的词已标出）", more: (count) => `另有 ${count} 处` },
  window: (value) => `您的文字里给出的答复期限：${value}。`,
  footer: (version) => `规则库 ${version}。本工具与亚马逊无关，不构成法律意见，也不会向外发送任何内容。`,
  entities: {
    asin: "ASIN",
    order: "订单号",
    case: "问题日志编号",
    complaint: "投诉编号",
    email: "邮箱",
    date: "日期",
    window: "时限",
    marketplace: "站点",
    amount: "金额",
  },
  and: "，且",
  colon: "：",
  comma: "，",
  semicolon: "；",
  quote: (text) => `“${text}”`,
  aside: (text) => `（${text}）`,
  asOf: (date) => `信息截至 ${date}`,
  due: (date) => `${date} 之前：`,
  more: (count, where) => `另有 ${count} 项，见 ${where}`,
  needs: "证据",
  wording: "措辞",
  sources: { article: "介绍亚马逊内部团队的原文章", unpublished: "未公开的笔记" },
  lists: {
    does: "负责",
    doesNot: "不负责",
    cares: "看重",
    reaches: "联系您的方式",
    never: "切忌",
    reply: "回复时间",
    changed: "后来的变化",
    active: "在用渠道",
    legacy: "旧渠道",
    unverified: "未经证实",
    sources: "来源",
    group: "类别",
    team: "通常的团队",
    evidence: "准备材料",
    avoid: "切忌",
    deadlines: "期限",
    outline: "信函",
  },
  onceOnly: "机会只有一次：须先走过普通申诉。",
  unconfirmed: "未经证实",
  moreOnTeam: "查看其中一个的详情：seller-route teams 名称",
  moreOnIssue: "查看其中一个的详情：seller-route issues 名称",
};

/** The interface in a language ("zh-CN" finds "zh"); English where it is not translated. */
export function words(lang: string): Interface {
  return lang.split("-")[0] === "zh" ? zh : en;
}
