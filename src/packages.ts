/** What few runs need of packages, for the program in one file: that one loads them here. */
export const load: Readonly<Record<string, () => Promise<unknown>>> = {
  yaml: () => import("yaml"),
  "ajv/dist/2020.js": () => import("ajv/dist/2020.js"),
  docx: () => import("docx"),
  fflate: () => import("fflate"),
  "ical-generator": () => import("ical-generator"),
  "./mail.js": () => import("./input/mail.js"),
  "./html.js": () => import("./input/html.js"),
};
