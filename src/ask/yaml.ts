/** The yaml library, loaded when it is needed. It is CommonJS, which a bundler gives as a default export alone. */
export async function openYaml(): Promise<typeof import("yaml")> {
  const module: typeof import("yaml") & { readonly default?: typeof import("yaml") } = await import("yaml");
  return module.default ?? module;
}
