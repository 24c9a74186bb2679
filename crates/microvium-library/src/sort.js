// Sorting (ECMAScript 23.1.3.30.1): stable, in n log n comparisons, undefined last.

function isBefore(a, b, comparator) {
  if (comparator !== undefined) return comparator(a, b) < 0;
  return `${a}` < `${b}`;
}

// The list sorted; it may be the list itself, which is used for the work.
export function sortList(list, comparator) {
  let from = [];
  for (let i = 0; i < list.length; i++) {
    if (list[i] !== undefined) from[from.length] = list[i];
  }
  const length = from.length;
  const missing = list.length - length;
  let to = list;
  for (let width = 1; width < length; width *= 2) {
    for (let start = 0; start < length; start += 2 * width) {
      const middle = start + width < length ? start + width : length;
      const end = middle + width < length ? middle + width : length;
      let left = start;
      let right = middle;
      for (let i = start; i < end; i++) {
        const takeRight =
          left >= middle || (right < end && isBefore(from[right], from[left], comparator));
        to[i] = takeRight ? from[right++] : from[left++];
      }
    }
    const sorted = to;
    to = from;
    from = sorted;
  }
  from.length = length;
  for (let i = 0; i < missing; i++) from[length + i] = undefined;
  return from;
}
