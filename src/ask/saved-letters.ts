import { daysIn, type Wrong, written, wrongIn } from "../letter/answers.js";
import { askAt, type Letter, replay, type Step } from "../letter/interview.js";
import { type Lost, restored } from "../letter/kept.js";
import { nameOf, type Said } from "../letter/places.js";
import { type Remark, remarkOn } from "../letter/remarks.js";
import type { Playbook } from "../playbook/types.js";

/** What is to be said of something in a file with saved answers, and the way to it. */
export type Fault = { readonly path: readonly (string | number)[] } & (
  | { readonly why: "gone" | "form"; readonly name: string }
  | { readonly why: "wrong"; readonly wrong: Wrong }
  | { readonly why: "remark"; readonly remark: Remark }
);

/** The letters that were begun, and what of them are no answers, or look like none. */
export function lettersIn(
  found: unknown,
  playbook: Pick<Playbook, "outlines" | "marketplaces">,
  today: () => string,
): { readonly known: Readonly<Record<string, Letter>>; readonly faults: readonly Fault[] } {
  const known: Record<string, Letter> = {};
  const faults: Fault[] = [];
  for (const [id, one] of Object.entries(found ?? {})) {
    const outline = playbook.outlines.find((one) => one.id === id);
    const path = ["letters", id];
    if (!outline) {
      faults.push({ why: "gone", name: id, path });
      continue;
    }
    const { letter, lost } = restored(outline, {}, one);
    faults.push(...lost.map((one) => ({ ...one, name: nameIn(id, one), path: [...path, ...one.path] })));
    const steps = letter.steps.flatMap((step): Step[] => {
      const { said, fault } = judged(letter, step, playbook, today);
      if (fault) faults.push({ ...fault, path: [...path, ...pathOf(step.key)] });
      return said === undefined ? [] : [{ ...step, said }];
    });
    // What is wrong was answered all the same: it is offered, to be mended.
    known[id] = replay(letter, steps);
  }
  return { known, faults };
}

const nameIn = (id: string, { name }: Lost): string => (name === "" ? id : `${id}: ${name}`);

type Judgement = { readonly why: "wrong"; readonly wrong: Wrong } | { readonly why: "remark"; readonly remark: Remark };

/** An answer as the questions would have taken it, and what they would have said to it. */
function judged(
  letter: Letter,
  { key, said }: Step,
  { marketplaces }: Pick<Playbook, "marketplaces">,
  today: () => string,
): { readonly said?: Said; readonly fault?: Judgement } {
  if (said === null || said === "") return { said };
  const ask = askAt(letter, key);
  if (nameOf(key) === null && ask.part !== "date") return { said };
  const now = today();
  const wrong = wrongIn(ask, said, now);
  if (wrong) return { fault: { why: "wrong", wrong } };
  const remark = remarkOn(ask, said, { today: now, days: daysIn(said) });
  return { said: written(ask, said, marketplaces), ...(remark && { fault: { why: "remark", remark } }) };
}

/** Where the answer to a question stands in what is kept of a letter. */
function pathOf(key: string): (string | number)[] {
  const name = nameOf(key);
  if (name !== null) return ["placeholders", name];
  const [id, number, part] = key.split(".");
  return [
    "sections",
    id as string,
    ...(number === undefined ? [] : [Number(number) - 1]),
    ...(part === undefined ? [] : [part]),
  ];
}
