/* Stands for the engine in the firmware whose size is taken off: what remains is the engine's. */
#include <microvium.h>

mvm_TeError mvm_restore(mvm_VM **out, const void *image, size_t size, void *context, mvm_TfResolveImport resolve) {
  (void)out, (void)image, (void)size, (void)context, (void)resolve;
  return MVM_E_SUCCESS;
}

mvm_TeError mvm_resolveExports(mvm_VM *vm, const mvm_VMExportID *ids, mvm_Value *results, uint8_t count) {
  (void)vm, (void)ids, (void)results, (void)count;
  return MVM_E_SUCCESS;
}

mvm_TeError mvm_call(mvm_VM *vm, mvm_Value function, mvm_Value *result, mvm_Value *args, uint8_t count) {
  (void)vm, (void)function, (void)result, (void)args, (void)count;
  return MVM_E_SUCCESS;
}
