#include "allocator.h"
#include <stdbool.h>
#include <stdint.h>

/* Blocks lie one after another and fill the pool. */
typedef struct Block {
  uint16_t payload; /* bytes from this header's end to the next header; a multiple of 8 */
  uint16_t asked;   /* bytes the owner asked for */
  uint32_t in_use;  /* a whole word, so that payloads are 8-aligned */
} Block;

size_t held_bytes, held_bytes_peak;

static Block *first(void) { return (Block *)pool; }
static Block *end(void) { return (Block *)(pool + POOL_BYTES / 8); }
static Block *next(Block *block) { return (Block *)((char *)(block + 1) + block->payload); }

void *allocate(size_t size) {
  if (size == 0 || size > POOL_BYTES) return 0;
  size_t payload = (size + 7) & ~(size_t)7;
  if (!first()->payload) first()->payload = POOL_BYTES - sizeof(Block);
  for (Block *block = first(); block < end(); block = next(block)) {
    if (block->in_use) continue;
    while (next(block) < end() && !next(block)->in_use) block->payload += sizeof(Block) + next(block)->payload;
    if (block->payload < payload) continue;
    if (block->payload - payload >= sizeof(Block) + 8) {
      size_t rest = block->payload - payload - sizeof(Block);
      block->payload = payload;
      next(block)->payload = rest;
      next(block)->in_use = false;
    }
    block->in_use = true;
    block->asked = size;
    held_bytes += size;
    if (held_bytes > held_bytes_peak) held_bytes_peak = held_bytes;
    return block + 1;
  }
  return 0;
}

void release(void *pointer) {
  if (!pointer) return;
  Block *block = (Block *)pointer - 1;
  held_bytes -= block->asked;
  block->in_use = false;
}
