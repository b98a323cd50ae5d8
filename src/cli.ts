export { main } from "./main.js";
export { compiled } from "./playbook/snapshot.js";
export { systemWorld } from "./world.js";
