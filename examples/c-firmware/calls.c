#include "calls.h"

const Call calls[] = {{.id = 1}};
const size_t call_count = sizeof calls / sizeof *calls;
