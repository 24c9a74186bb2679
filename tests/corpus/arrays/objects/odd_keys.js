// Keys in the source that are no indices are properties of an array.
const print = vmImport(1);
vmExport(1, () => {
  const list = [7];
  list[-1] = 'minus one';
  list[0.5] = 'half';
  list[undefined] = 'nothing';
  list[true] = 'yes';
  list['01'] = 'text';
  list['-0'] = 'minus nothing';
  print(list.length); // expect: 1
  print(`${list['-0']} ${list[-0]}`); // expect: minus nothing 7
  print(list[-1]); // expect: minus one
  print(list['0.5']); // expect: half
  print(list.undefined); // expect: nothing
  print(list.true); // expect: yes
  print(`${list['01']} ${list[1] === undefined}`); // expect: text true
});
