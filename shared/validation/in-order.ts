/** Hands on what arrives in any order in the order of the list: each as soon as all before it have come. */
export function inOrder<Key, Item>(
  order: Key[],
  handOn: (item: Item) => void,
): (key: Key, item: Item) => void {
  const waiting = new Map<Key, Item>();
  const left = [...order];
  return (key, item) => {
    waiting.set(key, item);
    for (let next = left[0]; next !== undefined; next = left[0]) {
      const ready = waiting.get(next);
      if (ready === undefined) return;
      left.shift();
      handOn(ready);
    }
  };
}
