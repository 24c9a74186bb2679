/* The snapshot, in flash: the engine runs it where it lies. IMAGE is given on the assembler's command line. */
  .section .rodata.image, "a", %progbits
  .balign 4
  .global image_start, image_end
image_start:
  .incbin IMAGE
image_end:
