import type { Role } from "../../playbook/types.js";
import type { Draft, Section, Sentence, Unit } from "./draft.js";
import { marked, numbersIn } from "./draft.js";
import type { Span } from "./places.js";

/** One cause, action or measure: an item with all that is indented below it, or a paragraph. */
export interface Step extends Span {
  readonly kind: "item" | "paragraph";
  readonly units: readonly Unit[];
  /** What introduces it: the section's heading, one inside the section, a paragraph that ends in a colon. */
  readonly leads: readonly Span[];
  readonly label?: string;
  /** Numbers of causes that it names, or that the heading above it names. */
  readonly causes: readonly string[];
}

/** What a section lists: its items, or its paragraphs where it has none. */
export interface Listed {
  readonly section: Section;
  readonly items: boolean;
  readonly steps: readonly Step[];
}

/** The lists of all sections that are a part of this role alone. */
export function listsOf(draft: Draft, role: Role, partsOf: (role: Role) => ReadonlySet<string>): Listed[] {
  const [own, other] = [partsOf(role), new Set<string>()];
  for (const one of ["causes", "actions", "measures"] as const)
    if (one !== role) for (const id of partsOf(one)) other.add(id);
  return draft.sections
    .filter(({ parts }) => [...parts].some((id) => own.has(id)) && ![...parts].some((id) => other.has(id)))
    .map((section) => listOf(draft.text, section));
}

function listOf(text: string, section: Section): Listed {
  const items = section.units.some(({ kind }) => kind === "item");
  const top = section.units.reduce(
    (least, { kind, indent }) => (kind === "item" ? Math.min(least, indent) : least),
    Number.POSITIVE_INFINITY,
  );
  const steps: (Omit<Step, "end"> & { end: number; units: Unit[]; causes: string[] })[] = [];
  let lead: Unit | null = null;
  let intro: Unit | null = null;
  for (const unit of section.units) {
    if (unit.kind === "title") {
      [lead, intro] = [unit, null];
      continue;
    }
    const isStep = items ? unit.kind === "item" && unit.indent <= top + 1 : true;
    const before = steps.at(-1);
    if (!isStep && unit.kind === "item" && before) {
      before.units.push(unit);
      before.end = unit.end;
      for (const number of numbers(text, [unit])) before.causes.push(number);
    } else if (isStep) {
      const leads = [section.title, lead, intro].filter((one) => one !== null);
      const named = numbers(text, [unit, ...(lead ? [lead] : []), ...(intro ? [intro] : [])]);
      steps.push({
        kind: items ? "item" : "paragraph",
        start: unit.start,
        end: unit.end,
        units: [unit],
        leads,
        causes: named,
        ...(unit.label !== undefined && { label: unit.label }),
      });
    } else intro = /[:：]\s*$/.test(text.slice(Math.max(unit.start, unit.end - 8), unit.end)) ? unit : intro;
  }
  return { section, items, steps };
}

const numbers = (text: string, units: readonly Unit[]): string[] =>
  units.flatMap(({ sentences }) => sentences.flatMap((one) => numbersIn(text, one, one.found)));

export const sentencesOfStep = ({ units }: Step): readonly Sentence[] => units.flatMap(({ sentences }) => sentences);

/** Whether a mark stands anywhere in a step. */
export const has = (step: Step, name: string): boolean => sentencesOfStep(step).some((one) => marked(one, name));

/** Whether a step only points to a document, has no words to speak of, or has a blank, which is told by itself. */
export function isAside(step: Step, text: string): boolean {
  const [first] = sentencesOfStep(step);
  const words = text.slice(step.start, Math.min(step.end, step.start + MOST));
  if (first === undefined || /^[^\p{L}]*$/u.test(words) || /\[\s*(…|\.\.\.)/.test(words)) return true;
  return first.found.some((one) => one.use === "mark" && one.name === "aside" && one.start <= first.start + 3);
}

/** Of a longer step only the beginning is looked through. */
const MOST = 4000;
