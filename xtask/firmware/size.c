/* The smallest firmware that uses the engine: it restores an image, resolves an export and calls it. */
#include "allocator.h"
#include <microvium.h>

CONFIG;

uint64_t pool[POOL_BYTES / 8];
extern const char image_start[], image_end[];

static mvm_TeError host_function(mvm_VM *vm, mvm_HostFunctionID id, mvm_Value *result, mvm_Value *args, uint8_t count) {
  (void)vm, (void)id, (void)result, (void)args, (void)count;
  return MVM_E_SUCCESS;
}

static mvm_TeError resolve(mvm_HostFunctionID id, void *context, mvm_TfHostFunction *out) {
  (void)id, (void)context;
  *out = host_function;
  return MVM_E_SUCCESS;
}

int main(void) {
  mvm_VM *vm;
  mvm_Value function, result;
  const mvm_VMExportID id = 1;
  mvm_TeError error = mvm_restore(&vm, image_start, (size_t)(image_end - image_start), 0, resolve);
  if (error == MVM_E_SUCCESS) error = mvm_resolveExports(vm, &id, &function, 1);
  if (error == MVM_E_SUCCESS) error = mvm_call(vm, function, &result, 0, 0);
  return error;
}

void finish(int status) {
  (void)status;
  for (;;) {
  }
}
