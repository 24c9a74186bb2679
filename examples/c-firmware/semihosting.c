#include "semihosting.h"
#include <stdint.h>

enum { SYS_OPEN = 0x01, SYS_WRITE = 0x05, SYS_EXIT_EXTENDED = 0x20 };
enum { MODE_WRITE = 4, STOPPED_BY_EXIT = 0x20026 };

static int ask_host(int operation, uintptr_t *block) {
  register int r0 __asm__("r0") = operation;
  register uintptr_t *r1 __asm__("r1") = block;
  __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
  return r0;
}

void print_bytes(const char *bytes, size_t size) {
  static int handle = 0; /* the host never gives 0 for an open file */
  if (!handle) {
    uintptr_t open[3] = {(uintptr_t)":tt", MODE_WRITE, 3};
    handle = ask_host(SYS_OPEN, open);
  }
  uintptr_t write[3] = {(uintptr_t)handle, (uintptr_t)bytes, size};
  ask_host(SYS_WRITE, write);
}

void print(const char *text) {
  size_t size = 0;
  while (text[size]) size++;
  print_bytes(text, size);
}

void print_unsigned(unsigned value) {
  /* The Cortex-M0 can't divide: count how often each power of ten fits. */
  static const unsigned powers[] = {1000000000, 100000000, 10000000, 1000000, 100000, 10000, 1000, 100, 10, 1};
  char digits[10];
  size_t count = 0;
  for (size_t i = 0; i < sizeof powers / sizeof *powers; i++) {
    char digit = '0';
    for (; value >= powers[i]; value -= powers[i]) digit++;
    if (count || digit != '0' || powers[i] == 1) digits[count++] = digit;
  }
  print_bytes(digits, count);
}

void finish(int status) {
  uintptr_t exit[2] = {STOPPED_BY_EXIT, (uintptr_t)status};
  for (;;) ask_host(SYS_EXIT_EXTENDED, exit);
}
