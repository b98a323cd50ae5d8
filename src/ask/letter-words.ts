// Longer than other files: all strings of the writing of a letter stand here, so that a translator reads one page.

import type { Wrong } from "../letter/answers.js";
import type { Part } from "../letter/places.js";
import type { Remark } from "../letter/remarks.js";
import type { Role } from "../playbook/types.js";
import { counted } from "../render/counted.js";

/** Every string of the writing of a letter that is not in the playbook, in one language. */
export interface LetterTalk {
  readonly write: (name: string) => string;
  readonly goOn: (name: string) => string;
  /** Which letter was taken, since the text is about a problem. */
  readonly chosen: (name: string, issue: string | null) => string;
  readonly part: (number: number, of: number, title: string) => string;
  /** Said of a letter whose own words are only there in English; null where that is the language. */
  readonly english: string | null;
  readonly fixed: string;
  readonly answers: string;
  readonly proves: string;
  readonly refused: string;
  readonly filled: string;
  /** What a placeholder stands for, as a question. */
  readonly about: Readonly<Record<string, string>>;
  readonly anything: (name: string) => string;
  readonly free: (title: string) => string;
  readonly first: Readonly<Record<Role, string>>;
  readonly more: Readonly<Record<Role, (number: number) => string>>;
  readonly parts: Readonly<Record<Part, string>>;
  readonly partNames: Readonly<Record<Part, string>>;
  readonly noCause: string;
  readonly openCause: string;
  readonly how: string;
  /** What Enter alone does. */
  readonly leaves: string;
  readonly asks: string;
  readonly ends: string;
  /** Nothing was said to a section that has fixed wording. */
  readonly nothing: string;
  readonly enough: string;
  readonly blank: string;
  readonly something: string;
  readonly remarks: Readonly<Record<Remark, string>>;
  /** Why an answer is none, and what it is to look like. */
  readonly wrong: Readonly<Record<Wrong["why"], (found: string) => string>>;
  readonly keep: string;
  readonly again: string;

  readonly stands: string;
  /** Above what a review found. */
  readonly before: string;
  readonly complete: string;
  readonly open: (count: number) => string;
  readonly save: string;
  readonly change: string;
  readonly which: string;
  readonly showRefused: string;
  readonly nothingYet: string;
  readonly another: Readonly<Record<Role, string>>;
  readonly toAdvice: string;
  readonly file: string;
  readonly fileHow: string;
}

const en: LetterTalk = {
  write: (name) => `Write the letter (${name})`,
  goOn: (name) => `Go on with the letter (${name})`,
  chosen: (name, issue) => `Letter: ${name}${issue === null ? "" : `, since the text reads like: ${issue}`}`,
  part: (number, of, title) => `Part ${number} of ${of}: ${title}`,
  english: null,
  fixed: "Already in it",
  answers: "A good answer says",
  proves: "What proves it",
  refused: "Gets it refused",
  filled: "Filled in",
  about: {
    store: "What is your store called?",
    seller_name: "Who signs?",
    marketplace: "On which marketplace?",
    asin: "Which ASINs is it about?",
    brand: "Which brand?",
    order_id: "Which order?",
    case_id: "Which case number, if there is one?",
    complaint_id: "Which complaint ID?",
    notice_date: "Of which day is Amazon's notice?",
    rights_owner: "Who is the rights owner?",
    amount: "Which amount?",
    email: "Which e-mail address may they answer to?",
    phone: "Which phone number?",
    address: "Which postal address?",
    date: "Which date does the letter bear?",
  },
  anything: (name) => `What is to stand for {{${name}}}?`,
  free: (title) => `What do you write under “${title}”?`,
  first: {
    causes: "What is the root cause? One cause now; more can follow.",
    actions: "What have you done? One action now, as something done.",
    measures: "What prevents it from now on? One measure now.",
    evidence: "Which document do you attach? One now.",
  },
  more: {
    causes: (number) => `Cause ${number}?`,
    actions: (number) => `Action ${number}, done?`,
    measures: (number) => `Measure ${number}?`,
    evidence: (number) => `Document ${number}?`,
  },
  parts: {
    date: "On which day was it done?",
    cause: "Which cause is it against?",
    owner: "Who is responsible for it?",
    rhythm: "How often is it done?",
    shows: "What does it show, for which ASIN or cause?",
  },
  partNames: { date: "Date", cause: "Cause", owner: "Responsible", rhythm: "How often", shows: "Shows" },
  noCause: "None in particular",
  openCause: "Leave it open",
  how: "An empty line ends it.",
  leaves: "Enter alone: leave it open",
  asks: "Enter alone: leave a blank",
  ends: "Enter alone: that was all",
  nothing: "You wrote nothing here.",
  enough: "The fixed wording is enough",
  blank: "Leave a blank, to be filled in later",
  something: "Write something",
  remarks: {
    future:
      "This day is still to come. What counts is what is done; a plan of what will be done belongs to prevention.",
    "no-day": "I see no day in this. Give the date, as in 12 November 2026.",
    ahead: "This day is still to come. Keep it if the letter goes out on that day.",
    "no-order":
      "This does not look like order numbers. One has three, seven and seven digits, as in 302-1234567-1234567.",
    "no-complaint": "I see no complaint ID in this. On the notice it is a long number.",
    "no-asin": "I see no ASIN in this. An ASIN has ten letters and digits, as in B012345678.",
    promise:
      "This reads like a promise. What counts here is what is done; what is still to come belongs to prevention.",
    "no-rhythm": "This says no rhythm. “Every Monday” or “with each delivery” can be checked, “regularly” cannot.",
  },
  wrong: {
    "no-such-day": (found) => `The calendar has no such day: “${found}”. Write it as 12 November 2026 or 2026-11-12.`,
    "no-day": (found) => `I see no day in “${found}”. Write it as 12 November 2026 or 2026-11-12.`,
    "to-come": (found) => `“${found}” is still to come. Write the day that stands on the notice, as in 2026-11-12.`,
    "no-asin": (found) => `“${found}” is no ASIN. An ASIN has ten letters and digits, as in B012345678.`,
    "no-email": (found) => `I see no e-mail address in “${found}”. Write it as name@example.com.`,
  },
  keep: "Keep it as it is",
  again: "Write it again",

  stands: "This is your letter. What now?",
  before: "Look at this before you send it",
  complete: "Nothing is left open.",
  open: (count) => `${counted(count, "blank is", "blanks are")} left open. Look for […] and {{…}}.`,
  save: "Save the letter to a file",
  change: "Change a part, or fill in a blank",
  which: "Which part?",
  showRefused: "Show again what gets it refused",
  nothingYet: "open",
  another: {
    causes: "Another cause",
    actions: "Another action",
    measures: "Another measure",
    evidence: "Another document",
  },
  toAdvice: "Back to the advice",
  file: "letter.md",
  fileHow: "Ends in .docx for Word, .md for Markdown, .json for JSON, anything else for text.",
};

const zh: LetterTalk = {
  write: (name) => `写信函（${name}）`,
  goOn: (name) => `继续写信函（${name}）`,
  chosen: (name, issue) => `信函：${name}${issue === null ? "" : `。文字看起来是关于：${issue}`}`,
  part: (number, of, title) => `第 ${number} 部分，共 ${of} 部分：${title}`,
  english: "这封信函的正文只有英文，还没有中文；请用英文填写。",
  fixed: "已有内容",
  answers: "好的回答会说明",
  proves: "用什么证明",
  refused: "会被驳回的写法",
  filled: "已填入",
  about: {
    store: "您的店铺名称是什么？",
    seller_name: "由谁署名？",
    marketplace: "哪个站点？",
    asin: "涉及哪些 ASIN？",
    brand: "哪个品牌？",
    order_id: "哪个订单？",
    case_id: "case 编号是多少（如果有）？",
    complaint_id: "投诉编号是多少？",
    notice_date: "亚马逊的通知是哪一天的？",
    rights_owner: "权利人是谁？",
    amount: "金额是多少？",
    email: "对方可以回复到哪个邮箱？",
    phone: "电话号码是多少？",
    address: "通讯地址是什么？",
    date: "信函的日期是哪一天？",
  },
  anything: (name) => `{{${name}}} 处填什么？`,
  free: (title) => `“${title}”部分您写什么？`,
  first: {
    causes: "根本原因是什么？先写一个，之后可以再加。",
    actions: "您已经做了什么？先写一项，写已完成的事。",
    measures: "今后如何防止？先写一项措施。",
    evidence: "附上哪份文件？先写一份。",
  },
  more: {
    causes: (number) => `第 ${number} 个原因？`,
    actions: (number) => `第 ${number} 项已完成的行动？`,
    measures: (number) => `第 ${number} 项措施？`,
    evidence: (number) => `第 ${number} 份文件？`,
  },
  parts: {
    date: "哪一天完成的？",
    cause: "针对哪个原因？",
    owner: "由谁负责？",
    rhythm: "多久做一次？",
    shows: "它证明什么，对应哪个 ASIN 或原因？",
  },
  partNames: { date: "日期", cause: "原因", owner: "负责人", rhythm: "频率", shows: "证明内容" },
  noCause: "不针对某一个原因",
  openCause: "先留空",
  how: "输入空行结束。",
  leaves: "直接回车：先留空",
  asks: "直接回车：留出空白",
  ends: "直接回车：就这些",
  nothing: "这里您什么都没写。",
  enough: "已有内容就够了",
  blank: "留出空白，以后再填",
  something: "写点内容",
  remarks: {
    future: "这一天还没到。这里看重的是已经做完的事；打算做的事请写到预防措施里。",
    "no-day": "这里看不到日期。请写明日期，如 2026年11月12日。",
    ahead: "这一天还没到。如果信函就在那天发出，请保留。",
    "no-order": "这不像订单编号。订单编号由三位、七位、七位数字组成，如 302-1234567-1234567。",
    "no-complaint": "这里看不到投诉编号。通知上的投诉编号是一长串数字。",
    "no-asin": "这里看不到 ASIN。ASIN 由十个字母和数字组成，如 B012345678。",
    promise: "这读起来像承诺。这里看重的是已经做完的事；还没做的请写到预防措施里。",
    "no-rhythm": "这里没有说明频率。“每周一”“每批到货”可以核实，“定期”不行。",
  },
  wrong: {
    "no-such-day": (found) => `日历上没有“${found}”这一天。请写成 2026年11月12日 或 2026-11-12。`,
    "no-day": (found) => `“${found}”里看不到日期。请写成 2026年11月12日 或 2026-11-12。`,
    "to-come": (found) => `“${found}”还没到。请写通知上的日期，如 2026-11-12。`,
    "no-asin": (found) => `“${found}”不是 ASIN。ASIN 由十个字母和数字组成，如 B012345678。`,
    "no-email": (found) => `“${found}”里看不到邮箱地址。请写成 name@example.com。`,
  },
  keep: "就这样保留",
  again: "重新写",

  stands: "这是您的信函。接下来做什么？",
  before: "发送前请看这些",
  complete: "没有空白了。",
  open: (count) => `还有 ${count} 处空白，用 […] 和 {{…}} 标出。`,
  save: "把信函保存到文件",
  change: "修改某一部分，或填写空白",
  which: "哪一部分？",
  showRefused: "再看一遍会被驳回的写法",
  nothingYet: "空白",
  another: { causes: "再加一个原因", actions: "再加一项行动", measures: "再加一项措施", evidence: "再加一份文件" },
  toAdvice: "回到建议",
  file: "letter.md",
  fileHow: "以 .docx 结尾为 Word 文档，.md 为 Markdown，.json 为 JSON，其他为文本。",
};

/** The writing of a letter in a language; English where it is not translated. */
export function letterTalk(lang: string): LetterTalk {
  return lang.split("-")[0] === "zh" ? zh : en;
}
