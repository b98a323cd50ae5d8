import type { Severity } from "../playbook/finding.js";
import { counted } from "./counted.js";

/** What stands around findings, in one language. */
export interface FindingWords {
  readonly severity: Readonly<Record<Severity, string>>;
  readonly hint: string;
  readonly see: string;
  readonly count: (counts: Readonly<Record<Severity, number>>) => string;
}

/** The strings of `review`, in one language; those of its rules stand in the playbook. */
export interface ReviewWords extends FindingWords {
  readonly readAs: (name: string, id: string) => string;
  readonly guessed: (name: string, id: string) => string;
  /** The letter of an issue that was named, and the others that it may take. */
  readonly usual: (name: string, id: string, issue: string, others: string) => string;
  readonly guessedOf: (name: string, id: string, issue: string, others: string) => string;
  readonly unknown: string;
  /** Where the draft was read out of a mail, a page or a Word document. */
  readonly unwrapped: string;
  readonly refusal: (name: string) => string;
  readonly compared: (percent: number, name: string) => string;
  readonly nothing: string;
  readonly more: (count: number) => string;
}

const en: ReviewWords = {
  severity: { error: "error", warning: "warning", info: "info" },
  hint: "hint:",
  see: "see:",
  readAs: (name, id) => `Reviewed as: ${name} (${id})`,
  guessed: (name, id) =>
    `Reviewed as: ${name} (${id}), by its headings and words. Another letter? Say --outline or --issue.`,
  usual: (name, id, issue, others) =>
    `Reviewed as: ${name} (${id}), the usual letter for ${issue}. Another one? Say --outline: ${others}.`,
  guessedOf: (name, id, issue, others) =>
    `Reviewed as: ${name} (${id}), of the letters for ${issue} by its headings and words. Another one? Say --outline: ${others}.`,
  unknown:
    "It is not clear which letter this is, so only what holds for every letter was looked at. Say --outline or --issue.",
  unwrapped: "Lines and columns are those of the text that a reader sees, not those of the file.",
  refusal: (name) =>
    `${name} reads like Amazon's answer, not like a letter of yours, so nothing was compared. --previous takes the letter that was refused.`,
  compared: (percent, name) => `${percent} % of it stands in ${name}.`,
  nothing: "Nothing found",
  count: ({ error, warning, info }) =>
    [
      error > 0 ? counted(error, "error") : "",
      warning > 0 ? counted(warning, "warning") : "",
      info > 0 ? `${info} info` : "",
    ]
      .filter(Boolean)
      .join(", "),
  more: (count) => `${count} more to know: --info shows it.`,
};

const zh: ReviewWords = {
  severity: { error: "错误", warning: "注意", info: "提示" },
  hint: "建议：",
  see: "参见：",
  readAs: (name, id) => `按这种信函检查：${name}（${id}）`,
  guessed: (name, id) => `根据小标题和内容，按这种信函检查：${name}（${id}）。如不对，请用 --outline 或 --issue 指定。`,
  usual: (name, id, issue, others) =>
    `按这种信函检查：${name}（${id}），即 ${issue} 通常用的信函。如是另一种，请用 --outline 指定：${others}。`,
  guessedOf: (name, id, issue, others) =>
    `在 ${issue} 的信函中，根据小标题和内容，按这种检查：${name}（${id}）。如是另一种，请用 --outline 指定：${others}。`,
  unknown: "看不出这是哪种信函，只检查了所有信函通用的规则。请用 --outline 或 --issue 指定。",
  unwrapped: "行号和列号指读者看到的正文，而不是文件本身。",
  refusal: (name) => `${name} 像是亚马逊的回复，而不是您写的信，因此没有比较。--previous 应当是被拒的那封信。`,
  compared: (percent, name) => `其中 ${percent}% 与 ${name} 相同。`,
  nothing: "没有发现问题",
  count: ({ error, warning, info }) =>
    [error > 0 ? `${error} 个错误` : "", warning > 0 ? `${warning} 处注意` : "", info > 0 ? `${info} 条提示` : ""]
      .filter(Boolean)
      .join("，"),
  more: (count) => `另有 ${count} 条提示，用 --info 查看。`,
};

/** The strings in a language; English where it is not translated. */
export const reviewWords = (lang: string): ReviewWords => (lang.split("-")[0] === "zh" ? zh : en);
