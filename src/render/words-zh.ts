import type { Interface } from "./words.js";

/** The interface in Chinese: asked for, since one-shot in English does without the file. */
export const zh = (): Interface => chinese;

const chinese: Interface = {
  lang: "zh",
  labels: {
    goTo: "联系团队",
    problem: "问题",
    careful: "当心",
    why: "理由",
    previous: "拒信",
    missing: "缺少",
    again: "不要再发",
    now: "现在",
    where: "渠道",
    first: "先做",
    ready: "准备材料",
    never: "切忌",
    clock: "期限",
    letter: "信函",
    fails: "若不成功",
    ladder: "阶梯",
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
  suspect:
    "这件事不需要找亚马逊的团队。消息是否来自亚马逊，这里无法判断，但它有以下迹象：什么都不要提供，请自己登录卖家平台查看。",
  previous: {
    "no-refusal": "--previous 的内容不像拒信，因此没有采用。",
    "no-appeal": "这类问题没有申诉，被拒后怎样改进没有已知的办法。还能做的见“若不成功”。",
  },
  unread: (languages) =>
    `这段文字似乎不是本工具能读的语言。${languages === null ? "" : `能读的有：${languages}。`}请换其中一种再说一遍，或者单独运行 seller-route，由它来提问。`,
  purpose:
    "seller-route 帮助亚马逊卖家在商品、账户、款项或投诉出问题时，找到该联系的团队、联系渠道和信函写法。买家订单问题和其他平台的问题不在范围之内。",
  tryInstead:
    "如果您确实在亚马逊销售：请用自己的话说明经过，或贴上通知原文；也可以从 `seller-route issues` 中选一项，用 --fact issue=名称 指定。",
  kinds: { "seller-central": "卖家平台", email: "邮箱", phone: "电话", form: "网页表单", post: "邮寄" },
  marks: { active: "在用", legacy: "旧地址，可能已失效", unverified: "未经证实" },
  noChannel: "没有已知的联系渠道。本工具不会编造地址。",
  noActive: "没有已知在用的地址，以下仅为线索：",
  undated: "来源未注明日期",
  noLetter: "现在无需写信。",
  showsAll: "可查看全文",
  lastDoor: "亚马逊内部没有已知的下一步。",
  rests: "从您的说明中尚不能确定，暂按最可能的情况处理",
  shut: "，须您明确说明：",
  separately: "这是另一个问题，请单独查询。",
  explain: {
    text: "读到的内容（起决定作用的词已标出）",
    half: "文中说了两个问题：只有关于这一个的内容算数。",
    more: (count) => `另有 ${count} 处`,
  },
  window: (value, from) =>
    from === null
      ? `您的文字里给出的答复期限：${inChinese(value)}。这里按今天收到通知计算；如果不是今天，请从通知日期算起。`
      : `您的文字里给出的答复期限：${inChinese(value)}，从 ${from} 算起。`,
  lastDay: (day, other) =>
    other === undefined
      ? `您的文字里写明的最后期限：${day}。`
      : `您的文字里写明的最后期限可能是 ${day} 或 ${other}，请核实是哪一天。`,
  english: "以上有些内容只有英文，还没有中文。",
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
  dayOfMonth: (month, day) => `${month}月${day}日`,
  when: "，条件：",
  colon: "：",
  comma: "，",
  semicolon: "；",
  quote: (text) => `“${text}”`,
  aside: (text) => `（${text}）`,
  asOf: (date) => `信息截至 ${date}`,
  due: (date, passed) => (passed ? `${date} 之前（已过期）：` : `${date} 之前：`),
  counted: (date, from) => (from === undefined ? `从今天算起：${date}` : `从 ${from} 算起：${date}`),
  sent: (date) => `如果今天交，就是 ${date}。`,
  doors: { here: "您在这里", used: "已用过", once: "只开一次" },
  calendar: {
    answer: (problem) => `答复亚马逊的最后一天：${problem}`,
    silent: (problem) => `新计划还没有答复？去询问：${problem}`,
    next: (team) => `还没有答复？下一步：${team}`,
    came: (date) => `从 ${date} 算起。如果通知是在另一天收到的，请移动此日程。`,
    of: (title, number) => `${title}（${number}）`,
    from: (date) => `从 ${date} 算起。如果您是在另一天写给亚马逊的，请移动此日程。`,
  },
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

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/ business days?$/, "个工作日"],
  [/ days?$/, "天"],
  [/ hours?$/, "小时"],
  [/ weeks?$/, "周"],
  [/ months?$/, "个月"],
];

/** A time to answer: 17天. */
function inChinese(time: string): string {
  const [unit, name] = UNITS.find(([one]) => one.test(time)) ?? ["", ""];
  return time.replace(unit, name);
}
