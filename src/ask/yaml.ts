/** The yaml library, loaded when it is needed. It is CommonJS, which a bundler gives as a default export alone. */
export async function openYaml(): Promise<typeof import("yaml")> {
  const module: typeof import("yaml") & { readonly default?: typeof import("yaml") } = await import("yaml");
  return module.default ?? module;
}

/** What YAML makes of an answer, in words. A map may bear the name of what makes words of it: { toString: 1 }. */
export const inWords = (value: unknown): string =>
  typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
