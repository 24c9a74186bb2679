// A module reached on two ways runs once and has one state.
import { left } from './left';
import { right } from './right';
import { state } from './shared/state';
const print = vmImport(1);

function run() {
  print(state.runs); // expect: 1
  print(left()); // expect: 1
  print(right()); // expect: 2
  print(left()); // expect: 3
  print(state.n); // expect: 3
}

vmExport(1, run);
