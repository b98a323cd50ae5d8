// Loads our own TypeScript for scripts, as tests see it: no build is needed first.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer } from "vite";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** A loader of modules by their path below the root; `close` ends it. */
export async function sources() {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    appType: "custom",
    server: { middlewareMode: true, hmr: false, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
  });
  return { load: (path) => server.ssrLoadModule(`/${path}`), close: () => server.close() };
}
