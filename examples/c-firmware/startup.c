/* From reset to main: the vector table, `.data` and `.bss`. */
#include <stdint.h>

extern uint32_t stack_top, data_start, data_end, bss_start, bss_end;
extern const uint32_t data_image;

int main(void);
void finish(int status);

void reset(void) {
  const uint32_t *from = &data_image;
  for (volatile uint32_t *to = &data_start; to < &data_end;) *to++ = *from++;
  /* volatile: else the compiler makes it a call of memset, which a firmware without a C library lacks. */
  for (volatile uint32_t *to = &bss_start; to < &bss_end;) *to++ = 0;
  finish(main());
}

/* The status that says the processor gave up; a script can't cause it. */
static void fault(void) { finish(99); }

__attribute__((section(".vectors"), used))
static const void *const vectors[4] = {&stack_top, reset, fault, fault};
