const READ = /\.ya?ml$|^schema\/[^/]+\.json$/i;
/** Hidden files, packages, and in the shipped playbook what `init` writes. */
const PASSED_OVER = /(^|\/)(\.|node_modules\/)|^template\//;

/** Whether a file in a playbook's folder belongs to the playbook. */
export const isPart = (name: string): boolean => READ.test(name) && !PASSED_OVER.test(name);

/** Path of a file in a folder, as short as it goes. */
export function inFolder(folder: string, name: string): string {
  const short = folder.replace(/^(\.[/\\]+)+(?=.)/, "").replace(/(?<=.)[/\\]+$/, "");
  if (short === "." || short === "./") return name;
  return short.endsWith("/") ? `${short}${name}` : `${short}/${name}`;
}
