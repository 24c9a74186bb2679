export default function f() {
  return 'old';
}
export function change() {
  f = () => 'new';
}
