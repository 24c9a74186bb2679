/* A firmware that restores the snapshot in its flash, calls what the snapshot exports and prints what comes of it. */
#include "allocator.h"
#include <microvium.h>
#include "calls.h"
#include "semihosting.h"

#ifndef CONFIG
#define CONFIG MVM_DEFINE_CONFIG_FULL()
#endif
CONFIG;

uint64_t pool[POOL_BYTES / 8];
extern const char image_start[], image_end[];

static void print_quoted(const char *text, size_t size) {
  print("\"");
  for (size_t i = 0; i < size; i++) {
    if (text[i] == '"' || text[i] == '\\') print("\\");
    print_bytes(&text[i], 1);
  }
  print("\"");
}

/* As JSON has it, but for objects, of which it only says that they are. */
static void print_json(mvm_VM *vm, mvm_Value value) {
  /* Before the text is made: that may collect, and then the value is no more. */
  mvm_TeType type = mvm_typeOf(vm, value);
  size_t size;
  const char *text = mvm_toStringUtf8(vm, value, &size);
  if (!text) {
    print(type == VM_T_ARRAY ? "[array]" : type == VM_T_FUNCTION || type == VM_T_CLASS ? "[function]" : "[object]");
  } else if (type == VM_T_STRING) {
    print_quoted(text, size);
  } else if (type == VM_T_NUMBER && (text[0] == 'N' || text[0] == 'I' || text[1] == 'I')) {
    print("null"); /* NaN and the infinities */
  } else {
    print_bytes(text, size);
  }
}

/* A string as it is, anything else as JSON. */
static void print_value(mvm_VM *vm, mvm_Value value) {
  if (mvm_typeOf(vm, value) != VM_T_STRING) {
    print_json(vm, value);
    return;
  }
  size_t size;
  const char *text = mvm_toStringUtf8(vm, value, &size);
  print_bytes(text, size);
}

/* Import 1: prints a line. */
static mvm_TeError print_line(mvm_VM *vm, mvm_HostFunctionID id, mvm_Value *result, mvm_Value *args, uint8_t count) {
  (void)id, (void)result;
  if (count) print_value(vm, args[0]);
  print("\n");
  return MVM_E_SUCCESS;
}

static mvm_TeError resolve_import(mvm_HostFunctionID id, void *context, mvm_TfHostFunction *out) {
  (void)context;
  if (id != 1) return MVM_E_UNRESOLVED_IMPORT;
  *out = print_line;
  return MVM_E_SUCCESS;
}

static mvm_Value new_value(mvm_VM *vm, const Argument *argument) {
  switch (argument->type) {
  case NULL_VALUE: return mvm_null;
  case BOOLEAN: return mvm_newBoolean(argument->boolean);
  case INTEGER: return mvm_newInt32(vm, argument->integer);
  case NUMBER: return mvm_newNumber(vm, argument->number);
  case STRING: {
    size_t size = 0;
    while (argument->string[size]) size++;
    return mvm_newString(vm, argument->string, size);
  }
  default: return mvm_undefined;
  }
}

static mvm_TeError make_call(mvm_VM *vm, const Call *call, mvm_Value *result) {
  mvm_Value function, arguments[sizeof call->arguments / sizeof *call->arguments];
  mvm_Handle handles[sizeof call->arguments / sizeof *call->arguments];
  /* Making one argument may move those made before it; a handle follows them. */
  for (uint8_t i = 0; i < call->count; i++) {
    mvm_initializeHandle(vm, &handles[i]);
    mvm_handleSet(&handles[i], new_value(vm, &call->arguments[i]));
  }
  for (uint8_t i = 0; i < call->count; i++) {
    arguments[i] = mvm_handleGet(&handles[i]);
    mvm_releaseHandle(vm, &handles[i]);
  }
  mvm_TeError error = mvm_resolveExports(vm, &call->id, &function, 1);
  if (error != MVM_E_SUCCESS) return error;
  return mvm_call(vm, function, result, arguments, call->count);
}

static void print_memory(const char *when, size_t bytes) {
  print("memory ");
  print(when);
  print(" ");
  print_unsigned(bytes);
  print("\n");
}

int main(void) {
  mvm_VM *vm;
  mvm_TeError error = mvm_restore(&vm, image_start, (size_t)(image_end - image_start), 0, resolve_import);
  if (error != MVM_E_SUCCESS) {
    print("restore: error ");
    print_unsigned(error);
    print("\n");
    return 1;
  }
  print_memory("idle", held_bytes);
  for (size_t i = 0; i < call_count && error == MVM_E_SUCCESS; i++) {
    mvm_Value result;
    error = make_call(vm, &calls[i], &result);
    if (error == MVM_E_UNCAUGHT_EXCEPTION) {
      print("Uncaught ");
      print_value(vm, result);
      print("\n");
    } else if (error != MVM_E_SUCCESS) {
      print("Uncaught error ");
      print_unsigned(error);
      print("\n");
    } else if (mvm_typeOf(vm, result) != VM_T_UNDEFINED) {
      print("=> ");
      print_json(vm, result);
      print("\n");
    }
  }
  print_memory("peak", held_bytes_peak);
  mvm_free(vm);
  return error == MVM_E_SUCCESS ? 0 : 1;
}
