export function register(id, f) {
  vmExport(id, f);
}
