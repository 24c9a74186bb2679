export const read = () => total;
export function bump() {
  total++;
}
