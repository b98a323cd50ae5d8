// Longer than other files: all strings of the interview stand here, so that a translator reads one page.
import { counted } from "../render/counted.js";

/** Every string of the interview that is not in the playbook, in one language. A missing one does not compile. */
export interface Talk {
  /** What happened: the first question. */
  readonly what: string;
  readonly whatHow: string;
  /** Key hints below a menu and above a text; each a key and what it does. */
  readonly keys: Readonly<
    Record<
      "move" | "choose" | "back" | "why" | "close" | "search" | "finish" | "leave",
      readonly [key: string, does: string]
    >
  >;
  readonly keyList: string;
  readonly keyEditor: (editor: string) => string;
  readonly linesAbove: (count: number) => string;
  readonly moreAbove: (count: number) => string;
  readonly moreBelow: (count: number) => string;
  readonly search: string;
  readonly nothingFound: string;
  /** Before the number that is typed in plain mode. */
  readonly number: (highest: number, back: boolean, why: boolean, search: boolean) => string;
  readonly notANumber: (typed: string, highest: number) => string;
  readonly found: (count: number) => string;
  /** Behind what Enter alone answers: it was answered before, or read. */
  readonly usual: string;
  readonly wasRead: string;
  readonly plainBack: string;
  /** What Enter alone does where there is an answer already. */
  readonly keeps: string;

  readonly understood: string;
  readonly understoodHow: string;
  /** Which other problems the text tells of. */
  readonly second: (problems: string) => string;
  readonly right: string;
  readonly rewrite: string;
  readonly notUnderstood: string;
  readonly notASeller: string;
  readonly inText: string;
  readonly careful: string;
  readonly yourText: string;
  readonly likely: string;
  readonly unknown: string;
  readonly why: string;
  readonly leadsTo: string;

  readonly whatNow: string;
  readonly outline: (name: string) => string;
  readonly save: string;
  /** Where all of a list is that the advice shows the beginning of. */
  readonly inFull: (save: string) => string;
  readonly whyThis: string;
  readonly change: string;
  readonly whichChange: string;
  readonly nothingToChange: string;
  readonly other: (problem: string) => string;
  readonly more: string;
  readonly another: string;
  readonly quit: string;
  readonly done: string;

  readonly fileName: string;
  readonly fileHow: string;
  readonly answersFile: string;
  readonly thereAlready: (file: string) => string;
  readonly cannotWrite: (file: string, why: string) => string;
  readonly written: (file: string) => string;
  readonly saved: (file: string) => string;

  readonly heading: (team: string) => string;
  readonly youSaid: string;
  readonly assumed: string;
  readonly otherwise: string;
  readonly nothingElse: string;

  readonly goOn: (command: string) => string;
  readonly startAgain: (command: string) => string;
  readonly keptHere: string;
  readonly notKept: string;
  readonly changed: (then: string, now: string) => string;
  /** Saved answers of which the playbook knows nothing. */
  readonly gone: (name: string) => string;
  readonly noText: (name: string) => string;
  readonly leftOpen: string;
  readonly editorFailed: (why: string) => string;
  readonly colon: string;
  readonly quote: (text: string) => string;
  readonly aside: (text: string) => string;
}

const en: Talk = {
  what: "What has happened?",
  whatHow: "Say it in your own words or paste Amazon's message. An empty line ends it.",
  keys: {
    move: ["↑↓", "move"],
    choose: ["Enter", "choose"],
    back: ["Esc", "back"],
    why: ["?", "why this is asked"],
    close: ["?", "close"],
    search: ["Type", "to search"],
    finish: ["Ctrl-D", "finish"],
    leave: ["Ctrl-C", "leave"],
  },
  keyList: "Enter alone: choose from a list",
  keyEditor: (editor) => `Ctrl-E: write it in ${editor}`,
  linesAbove: (count) => `… ${counted(count, "line")} above`,
  moreAbove: (count) => `↑ ${count} more`,
  moreBelow: (count) => `↓ ${count} more`,
  search: "Search: ",
  nothingFound: "Nothing here has these words. Try another word, or delete what you typed.",
  number: (highest, back, why, search) =>
    `${["Number (1 to ", highest, ")", search ? ", or words to search for" : "", back ? ", b to go back" : "", why ? ", ? for why" : ""].join("")}: `,
  notANumber: (typed, highest) => `"${typed}" is none of these. Type a number from 1 to ${highest}.`,
  found: (count) =>
    `${counted(count, "problem has", "problems have")} these words. Type a number, other words, or "all" for the whole list.`,
  usual: "(your last answer)",
  wasRead: "(as I read it)",
  plainBack: "Type b to go back.",
  keeps: "Enter alone keeps it, - takes it away",

  understood: "Is this right?",
  understoodHow: "This is what I understood. Choose a line to correct it.",
  second: (problems) => `Your text also speaks of: ${problems}. The one below comes first, that one after its advice.`,
  right: "Yes, go on",
  rewrite: "Write it again",
  notUnderstood: "I am not sure what kind of problem this is. Choose it from the list.",
  notASeller: "I am not sure that this is a problem of an Amazon seller. If it is, choose it from the list.",
  inText: "In the text",
  careful: "Careful",
  yourText: "You wrote",
  likely: "Likeliest by what you wrote",
  unknown: "I don't know",
  why: "Why this is asked",
  leadsTo: "What hangs on it",

  whatNow: "What now?",
  outline: (name) => `Show what to write, in full (${name})`,
  save: "Save this advice to a file",
  inFull: (save) => `${save}, as .md`,
  whyThis: "Why this team?",
  change: "Change an answer",
  whichChange: "Which answer?",
  nothingToChange: "There is no answer yet that could be changed.",
  other: (problem) => `Your text also speaks of: ${problem}`,
  more: "Say more about it",
  another: "Another problem",
  quit: "Save my answers and go on another day",
  done: "Done",

  fileName: "File name",
  fileHow: "Ends in .docx for Word, .ics for a calendar, .md for Markdown, .json for JSON, anything else for text.",
  answersFile: "seller-route-answers.yaml",
  thereAlready: (file) => `${file} is already there. Choose another name.`,
  cannotWrite: (file, why) => `Cannot write ${file}: ${why}.`,
  written: (file) => `Written to ${file}`,
  saved: (file) => `Answers saved. Go on with: seller-route --resume ${file}`,

  heading: (team) => `Why ${team}`,
  youSaid: "It rests on",
  assumed: "Taken as most likely, since you did not say",
  otherwise: "It would be another team if you had said",
  nothingElse: "No single answer would change the team.",

  goOn: (command) => `Go on with: ${command}`,
  startAgain: (command) => `Nothing was answered yet. Start again with: ${command}`,
  notKept: "What you answered could not be kept anywhere.",
  keptHere: "What you answered is in a file that only you can read. Delete it if you do not go on.",
  changed: (then, now) =>
    `The playbook has changed since these answers were saved${then === now ? "" : ` (${then}, now ${now})`}.`,
  leftOpen: "left open",
  gone: (name) => `not in the playbook, and asked again where it matters: ${name}`,
  noText: (name) => `not in the form of an answer, and asked again where it matters: ${name}`,
  editorFailed: (why) => `The editor did not work: ${why}.`,
  colon: ": ",
  quote: (text) => `“${text}”`,
  aside: (text) => ` (${text})`,
};

const zh: Talk = {
  what: "发生了什么？",
  whatHow: "请用自己的话说明，或粘贴亚马逊的完整通知。输入空行结束。",
  keys: {
    move: ["↑↓", "移动"],
    choose: ["回车", "选择"],
    back: ["Esc", "返回"],
    why: ["?", "为什么问"],
    close: ["?", "关闭"],
    search: ["直接输入", "搜索"],
    finish: ["Ctrl-D", "结束"],
    leave: ["Ctrl-C", "退出"],
  },
  keyList: "直接回车：从列表选择",
  keyEditor: (editor) => `Ctrl-E：用 ${editor} 编辑`,
  linesAbove: (count) => `…上面还有 ${count} 行`,
  moreAbove: (count) => `↑ 还有 ${count} 项`,
  moreBelow: (count) => `↓ 还有 ${count} 项`,
  search: "搜索：",
  nothingFound: "没有匹配的问题。请换个词，或删除输入的内容。",
  number: (highest, back, why, search) =>
    `${["编号（1 到 ", highest, "）", search ? "，或输入要搜索的词" : "", back ? "，b 返回" : "", why ? "，? 查看为什么问" : ""].join("")}：`,
  notANumber: (typed, highest) => `没有“${typed}”这一项。请输入 1 到 ${highest} 之间的编号。`,
  found: (count) => `有 ${count} 个问题匹配。请输入编号或其他词，输入 all 显示完整列表。`,
  usual: "（您上次的回答）",
  wasRead: "（从原文读到）",
  plainBack: "输入 b 返回。",
  keeps: "直接回车保留，输入 - 清空",

  understood: "对吗？",
  understoodHow: "我是这样理解的。如有不对，请选中那一行更正。",
  second: (problems) => `您的文字还提到：${problems}。先处理下面这个问题；另一个等给出建议后再问。`,
  right: "对，继续",
  rewrite: "重新填写",
  notUnderstood: "还不能确定是哪类问题，请从列表中选择。",
  notASeller: "还不能确定这是亚马逊卖家遇到的问题。如果是，请从列表中选择。",
  inText: "原文信息",
  careful: "当心",
  yourText: "您写道",
  likely: "根据您所写，最可能是",
  unknown: "不知道",
  why: "为什么问这个",
  leadsTo: "答案决定什么",

  whatNow: "接下来做什么？",
  outline: (name) => `查看信函怎么写（${name}）`,
  save: "把建议保存到文件",
  inFull: (save) => `${save}（.md 文件）`,
  whyThis: "为什么是这个团队？",
  change: "修改回答",
  whichChange: "修改哪一项？",
  nothingToChange: "还没有可以修改的回答。",
  other: (problem) => `您还提到了：${problem}`,
  more: "说得更详细些",
  another: "另一个问题",
  quit: "保存回答，改天继续",
  done: "完成",

  fileName: "文件名",
  fileHow: "以 .docx 结尾为 Word 文档，.ics 为日历，.md 为 Markdown，.json 为 JSON，其他为文本。",
  answersFile: "seller-route-answers.yaml",
  thereAlready: (file) => `${file} 已存在，请换个文件名。`,
  cannotWrite: (file, why) => `无法写入 ${file}：${why}。`,
  written: (file) => `已写入 ${file}`,
  saved: (file) => `回答已保存。继续请运行：seller-route --resume ${file}`,

  heading: (team) => `为什么是${team}`,
  youSaid: "依据",
  assumed: "您没有说明，暂按最可能的情况处理",
  otherwise: "如果您的回答不同，团队也会不同",
  nothingElse: "改变任何一个回答都不会换团队。",

  goOn: (command) => `继续请运行：${command}`,
  startAgain: (command) => `还没有任何回答。重新开始请运行：${command}`,
  notKept: "您的回答无处可以保存。",
  keptHere: "您的回答保存在一个只有您能读取的文件里。如果不再继续，请删除它。",
  changed: (then, now) => `保存回答之后规则库有变化${then === now ? "" : `（原为 ${then}，现为 ${now}）`}。`,
  leftOpen: "留空",
  gone: (name) => `规则库中没有，需要时会重新询问：${name}`,
  noText: (name) => `写法不是回答的形式，需要时会重新询问：${name}`,
  editorFailed: (why) => `编辑器无法使用：${why}。`,
  colon: "：",
  quote: (text) => `“${text}”`,
  aside: (text) => `（${text}）`,
};

/** The interview in a language ("zh-CN" finds "zh"); English where it is not translated. */
export function talk(lang: string): Talk {
  return lang.split("-")[0] === "zh" ? zh : en;
}
