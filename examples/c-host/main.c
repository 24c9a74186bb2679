/* c-host IMAGE ID...: restores a snapshot on the desktop and calls these of its exports, in one VM. Of each call it
 * prints what the script prints by import 1, and the result if there is one.
 *
 * To build it, in the project's folder:
 *
 *     cargo rustc --release --package microvium-capi --lib --crate-type staticlib
 *     cc -I crates/microvium-capi/include examples/c-host/main.c target/release/libmicrovium.a -o c-host
 */
#include <microvium.h>
#include <stdio.h>
#include <stdlib.h>

MVM_DEFINE_CONFIG_ALL();

/* What is printed of a value. An object has no text that C could ask for. */
static const char *text_of(mvm_VM *vm, mvm_Value value) {
  const char *text = mvm_toStringUtf8(vm, value, NULL);
  return text ? text : "[object]";
}

/* Import 1: prints a line. */
static mvm_TeError print_line(mvm_VM *vm, mvm_HostFunctionID id, mvm_Value *result, mvm_Value *args, uint8_t count) {
  (void)id, (void)result;
  puts(count ? text_of(vm, args[0]) : "");
  return MVM_E_SUCCESS;
}

static mvm_TeError resolve_import(mvm_HostFunctionID id, void *context, mvm_TfHostFunction *out) {
  (void)context;
  if (id != 1) return MVM_E_UNRESOLVED_IMPORT;
  *out = print_line;
  return MVM_E_SUCCESS;
}

static int fail(const char *what, mvm_TeError error) {
  fprintf(stderr, "%s: error %d of mvm_TeError in microvium.h\n", what, error);
  return EXIT_FAILURE;
}

/* The snapshot must outlive the VM, which runs it where it lies. */
static void *read_file(const char *path, size_t *size) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  static _Alignas(4) unsigned char bytes[0x10000];
  *size = fread(bytes, 1, sizeof bytes, file);
  fclose(file);
  return bytes;
}

int main(int argc, char **argv) {
  if (argc < 2) {
    fprintf(stderr, "usage: c-host IMAGE ID...\n");
    return EXIT_FAILURE;
  }
  size_t size;
  const void *image = read_file(argv[1], &size);
  if (!image) {
    perror(argv[1]);
    return EXIT_FAILURE;
  }
  mvm_VM *vm;
  mvm_TeError error = mvm_restore(&vm, image, size, NULL, resolve_import);
  if (error != MVM_E_SUCCESS) return fail(argv[1], error);
  for (int i = 2; i < argc; i++) {
    const mvm_VMExportID id = (mvm_VMExportID)atoi(argv[i]);
    mvm_Value function, result;
    error = mvm_resolveExports(vm, &id, &function, 1);
    if (error == MVM_E_SUCCESS) error = mvm_call(vm, function, &result, NULL, 0);
    if (error != MVM_E_SUCCESS) return fail(argv[i], error);
    if (mvm_typeOf(vm, result) != VM_T_UNDEFINED) {
      printf("export %d returned %s\n", id, text_of(vm, result));
    }
  }
  mvm_free(vm);
  return EXIT_SUCCESS;
}
