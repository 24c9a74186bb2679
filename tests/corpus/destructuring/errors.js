// What can't be taken apart is a TypeError, before anything is assigned.
const print = vmImport(1);

const attempt = (action) => {
  try {
    action();
    print('done');
  } catch (error) {
    print(`${error instanceof TypeError} ${error instanceof ReferenceError}`);
  }
};

vmExport(1, () => {
  for (const nothing of [undefined, null]) {
    attempt(() => { const { a } = nothing; }); // (both) a property of it
    attempt(() => { const {} = nothing; });
    attempt(() => { const { [print('never')]: b } = nothing; });
    attempt(() => { const [] = nothing; });
    attempt(() => { ({} = nothing); });
    attempt(() => (({ a }) => a)(nothing));
  }
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: true false
  // expect: true false
  attempt(() => { const {} = 1; }); // expect: done
  attempt(() => { const { a } = true; }); // expect: done
  attempt(() => { const [a] = 1; }); // expect: true false
  attempt(() => { const [a] = {}; }); // expect: true false
  attempt(() => { const [a] = () => 1; }); // expect: true false
  attempt(() => { const [] = {}; }); // expect: true false
  attempt(() => { let a; [a] = { length: 1, 0: 2 }; }); // expect: true false
  attempt(() => { const [[a]] = [1]; }); // expect: true false
  attempt(() => { const [...a] = 5; }); // expect: true false
  attempt(() => { for (const a of 5); }); // expect: true false
  attempt(() => { for (const a of {}); }); // expect: true false
  attempt(() => [...null]); // expect: true false
  attempt(() => print(...undefined)); // expect: true false

  // Dead zones within a pattern.
  attempt(() => { const [a = b, b] = []; }); // expect: false true
  attempt(() => { const { a = a } = {}; }); // expect: false true
  attempt(() => { const { [c]: c } = {}; }); // expect: false true
  attempt(() => { for (const a of [a]); }); // expect: false true
  attempt(() => { late = 1; let { late } = {}; }); // expect: false true
  attempt(() => { const { fixed } = {}; [fixed] = [1]; }); // expect: true false
  attempt(() => { const { a, b = a } = { a: 1 }; }); // expect: done
});
