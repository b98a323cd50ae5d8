// Ends the process when the main thread has been at one input for too long: it cannot be asked then.
import { writeSync } from "node:fs";
import { cpuUsage, kill, pid } from "node:process";
import { isMainThread, Worker, workerData } from "node:worker_threads";

/** Processor time in milliseconds that one input may take before the run is ended; a busy machine makes none. */
const LONGEST = 60_000;

/** Processor time of the process so far, in milliseconds. */
export function used() {
  const { user, system } = cpuUsage();
  return (user + system) / 1000;
}

/** Call `begin` before every input, with the target's number and the input's. */
export function watchdog(names) {
  const shared = new SharedArrayBuffer(24);
  const [state, since] = [new Int32Array(shared, 0, 2), new Float64Array(shared, 16, 1)];
  since[0] = used();
  const worker = new Worker(new URL(import.meta.url), { workerData: { shared, names } });
  worker.unref();
  return {
    begin(target, number) {
      state[0] = target;
      state[1] = number;
      since[0] = used();
    },
  };
}

if (!isMainThread && workerData?.shared) {
  const { shared, names } = workerData;
  const [state, since] = [new Int32Array(shared, 0, 2), new Float64Array(shared, 16, 1)];
  setInterval(() => {
    if (used() - since[0] < LONGEST) return;
    writeSync(2, `\nA hang: ${names[state[0]]}, input ${state[1]}; run again with the same --seed\n`);
    kill(pid, "SIGKILL");
  }, 1000);
}
