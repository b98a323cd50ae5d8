/** What a playbook holds besides plain JSON: tables of numbers, by the name that their kind is stored under. */
export const TABLES = { Int32Array, Int16Array, Uint32Array, Uint16Array, Uint8Array, Float64Array } as const;
export type Kind = keyof typeof TABLES;
export type Table = InstanceType<(typeof TABLES)[Kind]>;
