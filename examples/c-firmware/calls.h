/* The calls that the firmware makes: which exports, with which arguments. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Argument {
  enum { UNDEFINED, NULL_VALUE, BOOLEAN, INTEGER, NUMBER, STRING } type;
  union {
    bool boolean;
    int32_t integer;
    double number;
    const char *string;
  };
} Argument;

typedef struct Call {
  uint16_t id; /* of the export */
  uint8_t count;
  Argument arguments[4];
} Call;

extern const Call calls[];
extern const size_t call_count;
