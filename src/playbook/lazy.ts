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
  const made = new Map<number, T>();
  /** The place that a key names; -1 where it names none. */
  const placeOf = (key: string | symbol): number => {
    const place = typeof key === "string" ? Number(key) : -1;
    return place < length && Number.isInteger(place) ? place : -1;
  };
  return new Proxy([] as T[], {
    has: (all, key) => placeOf(key) >= 0 || key in all,
    get(all, key) {
      if (key === "length") return length;
      const place = placeOf(key);
      if (place < 0) return Reflect.get(all, key);
      const known = made.get(place);
      if (known !== undefined) return known;
      const own = read(place);
      made.set(place, own);
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
