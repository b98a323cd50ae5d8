import { describe, expect, test } from "vitest";
import { review, told } from "./shipped.js";

/** In each language: a cause, what was done, what is done from now on, and what is attached, worded as no rule expects. */
const SAID = {
  en: {
    cause: ["Root cause", "Between 5 and 9 October 2026 the handling time stood at one day."],
    did: "- On 20 October 2026 a second packer began.",
    does: "- The warehouse manager checks the list of orders daily.",
    attached: "Attached: invoices.",
    plain: ["Measures", "Our measures", "Steps", "Solution"],
    actions: ["Actions taken", "Actions", "Measures taken"],
    measures: [
      "Prevention",
      "Preventive measures",
      "Preventive actions",
      "Future actions",
      "Actions to prevent recurrence",
    ],
    both: ["Corrective and preventive actions", "Actions and prevention"],
  },
  de: {
    cause: ["Ursache", "Am 5. Oktober 2026 war die Bearbeitungszeit auf einen Tag eingestellt."],
    did: "- Am 20. Oktober 2026 hat ein zweiter Packer begonnen.",
    does: "- Die Lagerleiterin prüft täglich die Liste der Bestellungen.",
    attached: "Anlagen: Rechnungen.",
    plain: ["Maßnahmen", "Unsere Maßnahmen", "Schritte", "Abhilfe"],
    actions: ["Ergriffene Maßnahmen", "Sofortmaßnahmen"],
    measures: ["Vorbeugung", "Vorbeugende Maßnahmen", "Künftige Maßnahmen", "Maßnahmen zur Vorbeugung"],
    both: [],
  },
  fr: {
    cause: ["Cause", "Le 5 octobre 2026, le délai de traitement était fixé à un jour."],
    did: "- Le 20 octobre 2026, un second préparateur commença.",
    does: "- Le responsable vérifie chaque jour la liste des commandes.",
    attached: "Pièces jointes : factures.",
    plain: ["Mesures", "Nos mesures"],
    actions: ["Mesures prises", "Actions"],
    measures: ["Prévention", "Mesures préventives", "Actions préventives", "Actions futures"],
    both: [],
  },
  es: {
    cause: ["Causa", "El 5 de octubre de 2026 el tiempo de preparación estaba fijado en un día."],
    did: "- El 20 de octubre de 2026 empezó un segundo empaquetador.",
    does: "- La responsable del almacén revisa cada día la lista.",
    attached: "Adjuntamos las facturas.",
    plain: ["Medidas", "Acciones", "Nuestras acciones", "Correcciones"],
    actions: ["Medidas tomadas"],
    measures: ["Prevención", "Medidas preventivas", "Acciones futuras"],
    both: [],
  },
  it: {
    cause: ["Causa", "Il 5 ottobre 2026 il tempo di preparazione era fissato a un giorno."],
    did: "- Il 20 ottobre 2026 iniziò un secondo addetto.",
    does: "- La responsabile del magazzino controlla ogni giorno la lista.",
    attached: "Allegati: fatture.",
    plain: ["Azioni", "Misure", "Le nostre azioni", "Correzioni"],
    actions: ["Azioni intraprese"],
    measures: ["Prevenzione", "Misure preventive", "Azioni future"],
    both: [],
  },
  zh: {
    cause: ["原因", "2026年10月5日处理时间设为一天,一人打包。"],
    did: "- 2026年10月20日第二名打包员上岗。",
    does: "- 仓库主管每天检查订单清单。",
    attached: "附件:发票。",
    plain: ["措施", "行动", "步骤", "整改"],
    actions: ["已采取的措施"],
    measures: ["预防措施", "今后措施", "改进措施"],
    both: [],
  },
  ja: {
    cause: ["原因", "2026年10月5日、処理時間は一日であった。"],
    did: "- 2026年10月20日、二人目の梱包担当が勤務を開始。",
    does: "- 倉庫責任者が毎日リストを確認。",
    attached: "添付:請求書。",
    plain: ["対応", "改善"],
    actions: ["是正措置", "対策", "措置"],
    measures: ["再発防止策", "再発防止対策", "予防措置", "今後の対策"],
    both: ["対策と再発防止", "対策・再発防止"],
  },
} as const;

describe.each(Object.entries(SAID))("headings of one word: %s", (_, said) => {
  const { cause, did, does, attached, plain, actions, measures, both } = said;
  const [taken] = actions;
  const [prevention] = measures;
  /** What a letter of these sections lacks. */
  const lacks = (...sections: readonly (readonly [string, string])[]) => {
    const text = [cause, ...sections].map(([title, words]) => `## ${title}\n\n${words}\n\n`).join("");
    return told(review(text + attached)).filter((one) => one.endsWith("missing-part")).length;
  };

  test.each(plain)("%s are the actions where prevention is named, and prevention where actions are", (title) => {
    expect(lacks([title, did], [prevention, does])).toBe(0);
    expect(lacks([taken, did], [title, does])).toBe(0);
  });

  test.each(measures)("%s: that alone is not what was done", (title) => {
    expect(lacks([taken, did], [title, does])).toBe(0);
    expect(lacks([title, does])).toBe(1);
  });

  test.each(plain)("%s: that alone is not what is done from now on", (title) => {
    expect(lacks([title, did])).toBeGreaterThan(0);
  });

  test.each(actions)("%s are what was done, and nothing else", (title) => {
    expect(lacks([title, did], [prevention, does])).toBe(0);
    expect(lacks([title, did])).toBe(1);
  });

  test.each(both as readonly string[])("%s are both", (title) => {
    expect(lacks([title, `${did}\n${does}`])).toBe(0);
  });
});

test("under a plain heading alone both parts are known by what is said", () => {
  const letter = (words: string) =>
    told(review(`Ursache\n\nWeil ein Packer fehlte.\n\nMaßnahmen\n\n${words}\n\nAnlagen: Rechnungen.`));
  const did = "- Am 20. Oktober 2026 haben wir drei Angebote entfernt.";
  expect(letter(`${did}\n- Die Lagerleiterin prüft sie künftig täglich.`)).toEqual([]);
  expect(letter(did)).toEqual([expect.stringContaining("missing-part")]);
});
