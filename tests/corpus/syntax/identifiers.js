// Names: Unicode, escapes, and words that are reserved in some places only.
const print = vmImport(1);

const $ = 1, _ = 2, $_1 = 3, été = 4, 变量 = 5, \u0061bc = 6, ünï\u{63}ode = 7, 𠮷 = 8;
const get = 'g', set = 's', of = 'o', async = 'a', from = 'f', as = 'as', target = 't', constructor = 'c', undefinedly = 'u';

function run() {
  print($ + _ + $_1 + été + 变量 + abc + ünïcode + 𠮷); // expect: 36
  print(get + set + of + async + from + as + target + constructor + undefinedly); // expect: gsoafastcu
  const o = { class: 1, new: 2, typeof: 3, let: 4, static: 5, yield: 6, await: 7, null: 8, true: 9 };
  print(o.class + o.new + o.typeof + o.let + o.static + o.yield + o.await + o.null + o.true); // expect: 45
  const veryLongNameThatNobodyWouldEverTypeTwiceButWhichIsPerfectlyLegalAllTheSameInEveryEngine = 'long';
  print(veryLongNameThatNobodyWouldEverTypeTwiceButWhichIsPerfectlyLegalAllTheSameInEveryEngine); // expect: long
  print(o.cl\u0061ss); // expect: 1
}

vmExport(1, run);
