/* Talking to the machine that debugs or emulates this one, as Arm's semihosting defines it. */
#pragma once
#include <stddef.h>

/* Writes to the host's standard output. */
void print_bytes(const char *bytes, size_t size);
void print(const char *text);
void print_unsigned(unsigned value);

/* Ends the emulator with this exit status. */
__attribute__((noreturn)) void finish(int status);
