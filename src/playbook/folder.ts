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

/** A path as seen from a folder, as short as it goes. */
export function joined(folder: string, path: string): string {
  const absolute = /^([/\\]|[a-z]:[/\\])/i.test(path);
  const whole = absolute ? path : `${folder}/${path}`;
  const steps: string[] = [];
  for (const step of whole.split(/[/\\]/)) {
    if (step === "" || step === ".") continue;
    if (step === ".." && steps.length > 0 && steps.at(-1) !== "..") steps.pop();
    else steps.push(step);
  }
  return (whole.startsWith("/") ? "/" : "") + steps.join("/") || ".";
}
