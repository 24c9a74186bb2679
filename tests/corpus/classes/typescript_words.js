// Words that are modifiers in TypeScript are names: as keys, and of fields that end with their line.
const print = vmImport(1);

class Words {
  readonly
  x = 1
  private
  y = 2
  static declare
  static z = 3
  abstract
  override() {
    return 4;
  }
  public = 5;
  accessor
}

vmExport(1, () => {
  print(Object.keys(new Words()).join()); // expect: readonly,x,private,y,abstract,public,accessor
  print(Object.keys(Words).join()); // expect: declare,z
  print(new Words().override()); // expect: 4
});
