/* A first-fit allocator over a fixed pool, which counts the bytes it was asked for. */
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifndef POOL_BYTES
#define POOL_BYTES 11776 /* of the micro:bit's 16 kB; the rest is for the C stack and statics */
#endif
extern uint64_t pool[POOL_BYTES / 8]; /* defined by who uses it, where it should lie */

void *allocate(size_t size);
void release(void *block);

/* What microvium.h takes instead of malloc and free; it is to be included after this. */
#define MVM_MALLOC(size) allocate(size)
#define MVM_FREE(block) release(block)

/* Bytes asked for and not yet given back: now, and at most so far. Headers aren't counted. */
extern size_t held_bytes, held_bytes_peak;
