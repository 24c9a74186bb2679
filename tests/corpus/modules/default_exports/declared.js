let calls = 0;
export default function declared() {
  return ++calls;
}
