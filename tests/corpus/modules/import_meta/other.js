export const early = get();
export const meta = import.meta;

function get() {
  return import.meta;
}

export function remember(value) {
  return (import.meta.value = value);
}
