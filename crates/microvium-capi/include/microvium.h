/* Microvium: runs snapshots of JavaScript programs on small devices.
 *
 * A firmware has three things of Microvium's: this header, `libmicrovium.a`, and in one source file
 * `MVM_DEFINE_CONFIG()` or one of its relatives (at the end of this file).
 *
 * Rules that hold for every function, and which it doesn't check:
 *
 * - A `vm` comes from `mvm_restore` and hasn't been freed. No pointer is null, except where it says that it may be.
 * - A VM is used by one thread at a time, never from an interrupt.
 * - A value is good until the next collection, which whatever makes a value or calls a function may cause. A handle
 *   keeps a value, and finds it again. These need no handle: what `mvm_resolveExports` gives, `undefined`, `null`,
 *   booleans, integers from -8192 to 8191, and the arguments of a host function while it runs.
 */
#ifndef MICROVIUM_H
#define MICROVIUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A virtual machine. */
typedef struct mvm_VM mvm_VM;
/* A value of the script. Its bits mean something to the engine alone. */
typedef uint16_t mvm_Value;
/* What a script exports a value under. */
typedef uint16_t mvm_VMExportID;
/* What a script imports a host function under. */
typedef uint16_t mvm_HostFunctionID;

/* A value that the host keeps. Its fields are the engine's; it must not be copied or moved while it is initialized. */
typedef struct mvm_Handle {
  mvm_Value _value;
  struct mvm_Handle *_next;
} mvm_Handle;

/* begin mvm_TeError: written by the library's tests from the engine's own list */
/* Why an operation failed. Up to 58 the numbers are those of Microvium's C engine. */
typedef enum mvm_TeError {
  MVM_E_SUCCESS = 0, /* No error. */
  MVM_E_UNEXPECTED = 1, /* An error of the engine itself. */
  MVM_E_MALLOC_FAIL = 2, /* The host's allocator had no memory. */
  MVM_E_ALLOCATION_TOO_LARGE = 3, /* A single value is larger than the engine's width allows. */
  MVM_E_INVALID_ADDRESS = 4, /* A reference points to no value. */
  MVM_E_COPY_ACROSS_BUCKET_BOUNDARY = 5, /* Not used by this engine. */
  MVM_E_FUNCTION_NOT_FOUND = 6, /* There is no such function. */
  MVM_E_INVALID_HANDLE = 7, /* The handle isn't one of this VM's. */
  MVM_E_STACK_OVERFLOW = 8, /* Calls are nested deeper than the stack limit allows. */
  MVM_E_UNRESOLVED_IMPORT = 9, /* The host doesn't provide a function that the snapshot imports. */
  MVM_E_ATTEMPT_TO_WRITE_TO_ROM = 10, /* A value in read-only memory was written. */
  MVM_E_INVALID_ARGUMENTS = 11, /* An argument isn't of the type or range that is asked for. */
  MVM_E_TYPE_ERROR = 12, /* A value isn't of a type the operation can work on. */
  MVM_E_TARGET_NOT_CALLABLE = 13, /* The value that the host called isn't a function. */
  MVM_E_HOST_ERROR = 14, /* A host function failed. */
  MVM_E_NOT_IMPLEMENTED = 15, /* The engine doesn't implement the operation. */
  MVM_E_HOST_RETURNED_INVALID_VALUE = 16, /* A host function returned something that is no value. */
  MVM_E_ASSERTION_FAILED = 17, /* An assertion of the engine failed. */
  MVM_E_INVALID_BYTECODE = 18, /* The image isn't one that this engine can run. */
  MVM_E_UNRESOLVED_EXPORT = 19, /* The snapshot has no export of this id. */
  MVM_E_RANGE_ERROR = 20, /* A number is out of the range the operation allows. */
  MVM_E_DETACHED_EPHEMERAL = 21, /* A function that exists only at build time was called. */
  MVM_E_TARGET_IS_NOT_A_VM_FUNCTION = 22, /* The value isn't a function of this VM. */
  MVM_E_FLOAT64 = 23, /* The number is no integer of 32 bits. */
  MVM_E_NAN = 24, /* The number is NaN. */
  MVM_E_NEG_ZERO = 25, /* The number is negative zero. */
  MVM_E_OPERATION_REQUIRES_FLOAT_SUPPORT = 26, /* The operation needs float arithmetic, which this engine was linked without. */
  MVM_E_BYTECODE_CRC_FAIL = 27, /* The image is damaged: its checksum doesn't match. */
  MVM_E_BYTECODE_REQUIRES_FLOAT_SUPPORT = 28, /* The image needs float arithmetic, which this engine was linked without. */
  MVM_E_PROTO_IS_READONLY = 29, /* The prototype can't be changed. */
  MVM_E_SNAPSHOT_TOO_LARGE = 30, /* The image needs more memory than the engine's limit. */
  MVM_E_MALLOC_MUST_RETURN_POINTER_TO_EVEN_BOUNDARY = 31, /* The host's allocator returned a misaligned block, or the image is misaligned. */
  MVM_E_ARRAY_TOO_LONG = 32, /* An array is longer than the engine's width allows. */
  MVM_E_OUT_OF_MEMORY = 33, /* The heap has reached its limit. */
  MVM_E_TOO_MANY_ARGUMENTS = 34, /* A call has more arguments than the engine allows. */
  MVM_E_REQUIRES_LATER_ENGINE = 35, /* The image needs a part that this engine doesn't have. */
  MVM_E_PORT_FILE_VERSION_MISMATCH = 36, /* The host's configuration is for another version. */
  MVM_E_PORT_FILE_MACRO_TEST_FAILURE = 37, /* The host's configuration is wrong. */
  MVM_E_EXPECTED_POINTER_SIZE_TO_BE_16_BIT = 38, /* Not used by this engine. */
  MVM_E_EXPECTED_POINTER_SIZE_NOT_TO_BE_16_BIT = 39, /* Not used by this engine. */
  MVM_E_TYPE_ERROR_TARGET_IS_NOT_CALLABLE = 40, /* The script called a value that isn't a function. */
  MVM_E_TDZ_ERROR = 41, /* A variable was used before its declaration was evaluated. */
  MVM_E_MALLOC_NOT_WITHIN_RAM_PAGE = 42, /* Not used by this engine. */
  MVM_E_INVALID_ARRAY_INDEX = 43, /* The value can't be an array index. */
  MVM_E_UNCAUGHT_EXCEPTION = 44, /* The script threw a value that it didn't catch. */
  MVM_E_FATAL_ERROR_MUST_KILL_VM = 45, /* The VM can't go on. */
  MVM_E_OBJECT_KEYS_ON_NON_OBJECT = 46, /* The keys of a value that isn't an object were asked for. */
  MVM_E_INVALID_UINT8_ARRAY_LENGTH = 47, /* The value can't be the length of a Uint8Array. */
  MVM_E_CAN_ONLY_ASSIGN_BYTES_TO_UINT8_ARRAY = 48, /* A value that is no byte was stored in a Uint8Array. */
  MVM_E_WRONG_BYTECODE_VERSION = 49, /* The image is of another version of the format, or no image at all. */
  MVM_E_USING_NEW_ON_NON_CLASS = 50, /* The script constructed with a value that isn't a constructor. */
  MVM_E_INSTRUCTION_COUNT_REACHED = 51, /* The instruction limit is reached. */
  MVM_E_REQUIRES_ACTIVE_VM = 52, /* The function can only be called while the VM runs. */
  MVM_E_ASYNC_START_ERROR = 53, /* A host function ends later, but the image never waits for what hosts return. */
  MVM_E_ASYNC_WITHOUT_AWAIT = 54, /* Not used by this engine. */
  MVM_E_TYPE_ERROR_AWAIT_NON_PROMISE = 55, /* Not used by this engine. */
  MVM_E_HEAP_CORRUPT = 56, /* The heap is damaged. */
  MVM_E_CLASS_PROTOTYPE_MUST_BE_NULL_OR_OBJECT = 57, /* A class extends a value that is neither a constructor nor null, or whose prototype is neither an object nor null. */
  MVM_E_UNINITIALIZED_GLOBAL = 58, /* A global variable doesn't exist. */
  MVM_E_CONST_ASSIGNMENT = 64, /* A constant was assigned. */
  MVM_E_MISSING_LIBRARY = 65, /* The operation needs a library part that the image doesn't hold. */
  MVM_E_PROPERTY_OF_NULLISH = 66, /* A property of undefined or null was used. */
  MVM_E_CLASS_WITHOUT_NEW = 67, /* A class was called without new. */
  MVM_E_READONLY_PROPERTY = 68, /* A property that can't be written was written. */
  MVM_E_NOT_ITERABLE = 69, /* A value that isn't iterable was taken apart or looped over. */
  MVM_E_REQUIRES_TYPED_ARRAYS = 70, /* Typed arrays besides plain Uint8Arrays are needed, which this engine was linked without. */
} mvm_TeError;
/* end mvm_TeError */

/* begin mvm_TeType: written by the library's tests from the engine's own list */
/* What a value is. */
typedef enum mvm_TeType {
  VM_T_UNDEFINED = 0, /* undefined. */
  VM_T_NULL = 1, /* null. */
  VM_T_BOOLEAN = 2, /* true or false. */
  VM_T_NUMBER = 3, /* A number. */
  VM_T_STRING = 4, /* A string. */
  VM_T_FUNCTION = 5, /* A function that is no class, of the script or of the host. */
  VM_T_OBJECT = 6, /* An object of none of the other types. */
  VM_T_ARRAY = 7, /* An array. */
  VM_T_UINT8_ARRAY = 8, /* A Uint8Array. */
  VM_T_CLASS = 9, /* A class. */
  VM_T_SYMBOL = 10, /* A symbol. */
  VM_T_BIG_INT = 11, /* A big integer. */
} mvm_TeType;
/* end mvm_TeType */

/* A function that scripts call. It may write a result, which is `undefined` before, and returns MVM_E_SUCCESS; with
 * MVM_E_UNCAUGHT_EXCEPTION it throws the result, with another error that error. It may call the VM. */
typedef mvm_TeError (*mvm_TfHostFunction)(mvm_VM *vm, mvm_HostFunctionID id, mvm_Value *result, mvm_Value *args,
                                          uint8_t argCount);

/* Finds the host function for an id. An error ends the restoring. */
typedef mvm_TeError (*mvm_TfResolveImport)(mvm_HostFunctionID id, void *context, mvm_TfHostFunction *out_function);

/* A VM's life */

/* Makes a VM of the `size` bytes of a snapshot, which must lie at an address divisible by 4, unchanged until the VM is
 * freed. `context` is the host's own pointer. After an error `*out_vm` is null, and nothing is left allocated.
 *
 * A damaged snapshot is refused. One that was forged, so that its checksum is right, is refused with MVM_E_INVALID_BYTECODE
 * or can't reach memory outside of its VM, if the configuration names MVM_PART_VERIFIER; without it, snapshots have to
 * come from where the firmware comes from. The verifier asks the allocator for a byte for each eight of the snapshot and
 * gives them back. */
mvm_TeError mvm_restore(mvm_VM **out_vm, const void *snapshot, size_t size, void *context,
                        mvm_TfResolveImport resolveImport);

/* Gives all memory of a VM back. `vm` may be null. Not to be called by a host function. */
void mvm_free(mvm_VM *vm);

/* The pointer that `mvm_restore` was given. */
void *mvm_getContext(mvm_VM *vm);

/* Exports and calls */

/* Finds the values that were exported under `count` ids. What isn't there becomes `undefined`, and the error is
 * MVM_E_UNRESOLVED_EXPORT. */
mvm_TeError mvm_resolveExports(mvm_VM *vm, const mvm_VMExportID *ids, mvm_Value *results, uint8_t count);

/* Calls a function; a class constructs. `out_result` may be null, and `args` if there are none. If the script throws a
 * value and doesn't catch it, that is the result, and the error is MVM_E_UNCAUGHT_EXCEPTION. */
mvm_TeError mvm_call(mvm_VM *vm, mvm_Value function, mvm_Value *out_result, mvm_Value *args, uint8_t argCount);

/* Begins what a host function ends later. `out_result` becomes a promise, which the host function gives as its result. What
 * is returned is the function that settles it, for a handle to hold: to be called once, with whether that went well, a
 * boolean, and the value or the reason. Then, at the end of that call, the script goes on. A snapshot whose code never waits for
 * what host functions give, by `await`, `then` or its like, has no promises for them: both are `undefined`. */
mvm_Value mvm_asyncStart(mvm_VM *vm, mvm_Value *out_result);

/* Where in the snapshot the VM is while it calls a host function, in bytes; 0 if it isn't running. */
uint16_t mvm_getCurrentAddress(mvm_VM *vm);

/* Handles */

/* Makes a handle of `undefined`. */
void mvm_initializeHandle(mvm_VM *vm, mvm_Handle *handle);
/* Makes a handle of the same value as another. */
void mvm_cloneHandle(mvm_VM *vm, mvm_Handle *target, const mvm_Handle *source);
/* Ends a handle. Returns MVM_E_INVALID_HANDLE if it isn't one of this VM's. */
mvm_TeError mvm_releaseHandle(mvm_VM *vm, mvm_Handle *handle);
/* The value of a handle. */
static inline mvm_Value mvm_handleGet(const mvm_Handle *handle) { return handle->_value; }
/* Where the value of a handle is, for functions that write a result. */
static inline mvm_Value *mvm_handleAt(mvm_Handle *handle) { return &handle->_value; }
/* Gives a handle another value. */
static inline void mvm_handleSet(mvm_Handle *handle, mvm_Value value) { handle->_value = value; }

/* Values */

extern const mvm_Value mvm_undefined, mvm_null;

mvm_TeType mvm_typeOf(mvm_VM *vm, mvm_Value value);
/* Whether `if (value)` would be taken. */
bool mvm_toBool(mvm_VM *vm, mvm_Value value);
bool mvm_isNaN(mvm_Value value);
/* a === b */
bool mvm_equal(mvm_VM *vm, mvm_Value a, mvm_Value b);
/* value | 0; 0 for an object. */
int32_t mvm_toInt32(mvm_VM *vm, mvm_Value value);
/* Number(value); NaN for an object. */
double mvm_toFloat64(mvm_VM *vm, mvm_Value value);
/* String(value), as UTF-8 with a NUL behind it, good until the next collection. Null for an object, or if there is no
 * memory. `out_size`, which may be null, gets the bytes before the NUL. */
const char *mvm_toStringUtf8(mvm_VM *vm, mvm_Value value, size_t *out_size);
/* The size in bytes of what is a string; 0 if it is none. */
size_t mvm_stringSizeUtf8(mvm_VM *vm, mvm_Value value);

/* These make values. If there is no memory, the result is `undefined`. */
mvm_Value mvm_newBoolean(bool value);
mvm_Value mvm_newInt32(mvm_VM *vm, int32_t value);
mvm_Value mvm_newNumber(mvm_VM *vm, double value);
/* `text` is UTF-8, and doesn't lie in the VM's own memory. It may be null if `size` is 0. */
mvm_Value mvm_newString(mvm_VM *vm, const char *text, size_t size);
/* A Uint8Array of these bytes, which don't lie in the VM's own memory. `data` may be null if `size` is 0. */
mvm_Value mvm_uint8ArrayFromBytes(mvm_VM *vm, const uint8_t *data, size_t size);

/* Where the bytes of a Uint8Array are, to be read and written until the next collection. What lies in the snapshot is
 * copied to the heap first, which may itself collect. MVM_E_TYPE_ERROR if it is none. */
mvm_TeError mvm_uint8ArrayToBytes(mvm_VM *vm, mvm_Value array, uint8_t **out_data, size_t *out_size);
/* The same to be read only: the bytes stay where they are, and nothing is collected. Null if it is no Uint8Array.
 * `out_size` may be null. */
const uint8_t *mvm_uint8ArrayView(mvm_VM *vm, mvm_Value array, size_t *out_size);

/* Memory */

/* Collects what isn't used any more. With `squeeze` the heap becomes as small as what is left. */
void mvm_runGC(mvm_VM *vm, bool squeeze);

/* Bytes of memory by use, at this moment: nothing is tracked for it. */
typedef struct mvm_TsMemoryStats {
  size_t totalSize;                    /* all that the VM holds of the host's allocator */
  size_t fragmentCount;                /* how many blocks that is */
  size_t coreSize;                     /* the VM itself */
  size_t importTableSize;              /* the functions of its imports */
  size_t globalVariablesSize;          /* variables and links, part of the heap in use */
  size_t registersSize;                /* what stack segments hold besides the stack */
  size_t stackHeight;                  /* the stack in use */
  size_t stackAllocatedCapacity;       /* the stack's segments */
  size_t stackHighWaterMark;           /* an upper bound of the stack used by what runs now: its segments */
  size_t virtualHeapUsed;              /* the heap in use */
  size_t virtualHeapHighWaterMark;     /* an upper bound of the heap used since the last collection: its block */
  size_t virtualHeapAllocatedCapacity; /* the heap's block */
} mvm_TsMemoryStats;

void mvm_getMemoryStats(mvm_VM *vm, mvm_TsMemoryStats *out_stats);

/* Limits */

/* Lets the VM make `count` more steps, then every further one throws MVM_E_INSTRUCTION_COUNT_REACHED. A step is a call
 * or a jump backwards, without which no script can run for ever. Calls are counted whatever makes them: `mvm_call`, `new`,
 * a getter or setter, a conversion of an object. What a step takes is limited by the memory. A negative count is no limit,
 * as after `mvm_restore`. Without MVM_PART_COUNTING it does nothing. */
void mvm_stopAfterNInstructions(mvm_VM *vm, int32_t count);
/* The steps that are left; negative if there is no limit. */
int32_t mvm_getInstructionCountRemaining(mvm_VM *vm);

/* Configuration: what the engine needs of the firmware, and what it may leave out */

/* The optional parts of the engine. One that no configuration names isn't linked. A snapshot that can't do without a
 * part is refused by an engine that lacks it. */
typedef struct mvm_Float mvm_Float;
typedef struct mvm_FloatText mvm_FloatText;
typedef struct mvm_Power mvm_Power;
typedef struct mvm_Counting mvm_Counting;
typedef struct mvm_Library mvm_Library;
typedef struct mvm_TypedArrays mvm_TypedArrays;
typedef struct mvm_Weak mvm_Weak;
typedef struct mvm_Verifier mvm_Verifier;
extern const mvm_Float mvm_float;
extern const mvm_FloatText mvm_floatText;
extern const mvm_Power mvm_power;
extern const mvm_Counting mvm_counting;
extern const mvm_Library mvm_library;
extern const mvm_TypedArrays mvm_typedArrays;
extern const mvm_Weak mvm_weak;
extern const mvm_Verifier mvm_verifier;
#define MVM_PART_FLOAT (&mvm_float)          /* arithmetic on numbers that are no 32-bit integers */
#define MVM_PART_FLOAT_TEXT (&mvm_floatText) /* printing and parsing them */
#define MVM_PART_POWER (&mvm_power)          /* the operator **, besides MVM_PART_FLOAT */
#define MVM_PART_COUNTING (&mvm_counting)    /* mvm_stopAfterNInstructions */
#define MVM_PART_LIBRARY (&mvm_library)      /* what the library and rarer operators stand on */
#define MVM_PART_TYPED_ARRAYS (&mvm_typedArrays) /* DataView, and typed arrays but plain Uint8Arrays: with LIBRARY */
#define MVM_PART_WEAK (&mvm_weak)            /* WeakMap, WeakSet and WeakRef: with LIBRARY */
#define MVM_PART_VERIFIER (&mvm_verifier)    /* checking snapshots before they run: see mvm_restore */

/* The one configuration of a firmware, a constant that it defines. */
typedef struct mvm_Config {
  void *(*allocate)(size_t size); /* a block aligned for pointers, or null */
  void (*release)(void *block, size_t size);
  uint32_t maxHeap;                /* bytes that the heap may grow to, at most 65534 */
  uint32_t heapSlack;              /* bytes free after a collection, besides half of what is in use */
  uint32_t stackSegment;           /* words of 16 bits that the stack grows by */
  uint32_t maxStack;               /* words that it may grow to */
  const mvm_Float *floats;         /* MVM_PART_FLOAT or null */
  const mvm_FloatText *floatText;  /* MVM_PART_FLOAT_TEXT or null */
  const mvm_Power *power;          /* MVM_PART_POWER or null */
  const mvm_Counting *counting;    /* MVM_PART_COUNTING or null */
  const mvm_Library *library;      /* MVM_PART_LIBRARY or null */
  const mvm_TypedArrays *typedArrays; /* MVM_PART_TYPED_ARRAYS or null */
  const mvm_Weak *weak;            /* MVM_PART_WEAK or null */
  const mvm_Verifier *verifier;    /* MVM_PART_VERIFIER or null */
} mvm_Config;

extern const mvm_Config mvm_config;

#ifdef __cplusplus
}
#define MVM_CONSTANT extern "C" const
#else
#define MVM_CONSTANT const
#endif

/* What the macros below take, unless the firmware has defined it before it includes this header: the names are those of
 * Microvium's port file, see docs/c-interface.md. Sizes are in bytes. */
#ifndef MVM_MALLOC
#include <stdlib.h>
#define MVM_MALLOC(size) malloc(size)
#define MVM_FREE(block) free(block)
#endif
#ifndef MVM_MAX_HEAP_SIZE
#define MVM_MAX_HEAP_SIZE 65534
#endif
#ifndef MVM_HEAP_SLACK
#define MVM_HEAP_SLACK 64
#endif
#ifndef MVM_STACK_SEGMENT
#define MVM_STACK_SEGMENT 96
#endif
#ifndef MVM_STACK_SIZE
#define MVM_STACK_SIZE 1024
#endif

/* Defines the configuration with these parts, each a part or null. */
#define MVM_DEFINE_CONFIG_WITH(float_part, float_text_part, power_part, counting_part, library_part, typed_part,       \
                               weak_part, verifier_part)                                                               \
  static void *mvm_allocate(size_t size) { return MVM_MALLOC(size); }                                                  \
  static void mvm_release(void *block, size_t size) {                                                                  \
    (void)size;                                                                                                        \
    MVM_FREE(block);                                                                                                   \
  }                                                                                                                    \
  MVM_CONSTANT mvm_Config mvm_config = {mvm_allocate,        mvm_release,          MVM_MAX_HEAP_SIZE, MVM_HEAP_SLACK,  \
                                        (MVM_STACK_SEGMENT) / 2, (MVM_STACK_SIZE) / 2, float_part,                     \
                                        float_text_part,     power_part,           counting_part,     library_part,    \
                                        typed_part,          weak_part,            verifier_part}

/* Everything but the operator **, which is larger than all other arithmetic together, typed arrays besides plain
 * Uint8Arrays, weak collections, and the verifier: for a firmware whose snapshots come from where it comes from itself. */
#define MVM_DEFINE_CONFIG_FULL() \
  MVM_DEFINE_CONFIG_WITH(MVM_PART_FLOAT, MVM_PART_FLOAT_TEXT, NULL, MVM_PART_COUNTING, MVM_PART_LIBRARY, NULL, NULL, NULL)
/* The same with the verifier. */
#define MVM_DEFINE_CONFIG_SAFE() \
  MVM_DEFINE_CONFIG_WITH(MVM_PART_FLOAT, MVM_PART_FLOAT_TEXT, NULL, MVM_PART_COUNTING, MVM_PART_LIBRARY, NULL, NULL,   \
                         MVM_PART_VERIFIER)
/* Everything the engine has. */
#define MVM_DEFINE_CONFIG_ALL() \
  MVM_DEFINE_CONFIG_WITH(MVM_PART_FLOAT, MVM_PART_FLOAT_TEXT, MVM_PART_POWER, MVM_PART_COUNTING, MVM_PART_LIBRARY,     \
                         MVM_PART_TYPED_ARRAYS, MVM_PART_WEAK, MVM_PART_VERIFIER)
/* Floats, printed and parsed too, and counting, but nothing of the library's: for scripts of operators and statements. */
#define MVM_DEFINE_CONFIG_FLOAT() \
  MVM_DEFINE_CONFIG_WITH(MVM_PART_FLOAT, MVM_PART_FLOAT_TEXT, NULL, MVM_PART_COUNTING, NULL, NULL, NULL, NULL)
/* Integers of 32 bits, and nothing optional. */
#define MVM_DEFINE_CONFIG_INT() MVM_DEFINE_CONFIG_WITH(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)

/* What a port file asks for. */
#if !defined(MVM_SUPPORT_FLOAT) || MVM_SUPPORT_FLOAT
#define MVM_PORT_FLOAT MVM_PART_FLOAT
#define MVM_PORT_FLOAT_TEXT MVM_PART_FLOAT_TEXT
#define MVM_PORT_POWER MVM_PART_POWER
#else
#define MVM_PORT_FLOAT NULL
#define MVM_PORT_FLOAT_TEXT NULL
#define MVM_PORT_POWER NULL
#endif
#ifdef MVM_GAS_COUNTER
#define MVM_PORT_COUNTING MVM_PART_COUNTING
#else
#define MVM_PORT_COUNTING NULL
#endif
#if !defined(MVM_DONT_TRUST_BYTECODE) || MVM_DONT_TRUST_BYTECODE
#define MVM_PORT_VERIFIER MVM_PART_VERIFIER
#else
#define MVM_PORT_VERIFIER NULL
#endif
#define MVM_DEFINE_CONFIG()                                                                                            \
  MVM_DEFINE_CONFIG_WITH(MVM_PORT_FLOAT, MVM_PORT_FLOAT_TEXT, MVM_PORT_POWER, MVM_PORT_COUNTING, MVM_PART_LIBRARY,     \
                         MVM_PART_TYPED_ARRAYS, MVM_PART_WEAK, MVM_PORT_VERIFIER)

#endif
