type Item = Readonly<Record<string, unknown>>;

/** Of a list: the keys of its items, and what is known of each before it is read. */
export interface Shelf {
  readonly keys: readonly string[];
  readonly items: readonly Item[];
}

/** A part that is made at once, or when it is asked for. */
export function once(owner: object, name: string, make: () => unknown, lazily: boolean): void {
  if (!lazily) {
    Object.assign(owner, { [name]: make() });
    return;
  }
  let made: unknown;
  const get = () => {
    made ??= make();
    return made;
  };
  Object.defineProperty(owner, name, { enumerable: true, get });
}

/** A list whose items are read when they are asked for. It takes no room for the others. */
export function onDemand<T>(length: number, read: (i: number) => T): T[] {
  const made = new Map<string, T>();
  const isPlace = (key: string | symbol): key is string =>
    typeof key === "string" && Number(key) < length && Number.isInteger(Number(key));
  return new Proxy([] as T[], {
    has: (all, key) => isPlace(key) || key in all,
    get(all, key) {
      if (key === "length") return length;
      if (!isPlace(key)) return Reflect.get(all, key);
      const known = made.get(key);
      if (known !== undefined) return known;
      const own = read(Number(key));
      made.set(key, own);
      return own;
    },
  });
}

/** Items that know what is needed to choose one, and read the rest when it is asked for. */
export function shelved({ keys, items }: Shelf, read: (i: number) => Item): Item[] {
  const whole: Item[] = [];
  const item = {};
  for (const key of keys)
    Object.defineProperty(item, key, {
      get(this: Item): unknown {
        const i = items.indexOf(this);
        whole[i] ??= read(i);
        return (whole[i] as Item)[key];
      },
    });
  for (const own of items) Object.setPrototypeOf(own, item);
  return items as Item[];
}
