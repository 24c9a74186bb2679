/* microvium IMAGE: restores on Microvium's C engine, calls export 1, prints its result and CPU milliseconds. */
#include "microvium.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

__attribute__((aligned(0x10000))) uint64_t pool[POOL_BYTES / 8];
static uint8_t image[0x10000];

static void check(mvm_TeError error, const char *what) {
  if (error == MVM_E_SUCCESS) return;
  fprintf(stderr, "%s: error %d\n", what, error);
  exit(1);
}

static double cpu_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  if (!file) {
    fprintf(stderr, "usage: microvium IMAGE\n");
    return 1;
  }
  size_t size = fread(image, 1, sizeof image, file);
  fclose(file);
  mvm_VM *vm;
  mvm_Value run, result;
  const mvm_VMExportID id = 1;
  check(mvm_restore(&vm, image, size, NULL, NULL), "restore");
  check(mvm_resolveExports(vm, &id, &run, 1), "resolve");
  double start = cpu_ms();
  check(mvm_call(vm, run, &result, NULL, 0), "call");
  double spent = cpu_ms() - start;
  printf("%d %.3f\n", mvm_toInt32(vm, result), spent);
  mvm_free(vm);
}
