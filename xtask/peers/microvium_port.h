/* Microvium's example port, at its fastest: one RAM page at an address the linker knows, no optional checks. */
#pragma once
#include "microvium_port_example.h"
#include "../../examples/c-firmware/allocator.h"

#undef MVM_STACK_SIZE
#define MVM_STACK_SIZE 1024
#undef MVM_MAX_HEAP_SIZE
#define MVM_MAX_HEAP_SIZE 24000
#undef MVM_SAFE_MODE
#define MVM_SAFE_MODE 0
#undef MVM_DONT_TRUST_BYTECODE
#define MVM_DONT_TRUST_BYTECODE 0
#undef MVM_INCLUDE_SNAPSHOT_CAPABILITY
#define MVM_INCLUDE_SNAPSHOT_CAPABILITY 0
#undef MVM_INCLUDE_DEBUG_CAPABILITY
#define MVM_INCLUDE_DEBUG_CAPABILITY 0
#undef MVM_GAS_COUNTER
#undef MVM_USE_SINGLE_RAM_PAGE
#define MVM_USE_SINGLE_RAM_PAGE 1
/* A pointer is stored as the lower 16 bits of its address. */
#define MVM_RAM_PAGE_ADDR ((uintptr_t)pool)
#undef MVM_CONTEXTUAL_MALLOC
#define MVM_CONTEXTUAL_MALLOC(size, context) allocate(size)
#undef MVM_CONTEXTUAL_FREE
#define MVM_CONTEXTUAL_FREE(block, context) release(block)
