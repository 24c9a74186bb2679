// The methods that make HTML of a text (ECMAScript B.2.2).
import { kind } from '../../shared/kind.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print('x'.anchor('a"b"c')); // expect: <a name="a&quot;b&quot;c">x</a>
  print('x'.big()); // expect: <big>x</big>
  print('x'.blink()); // expect: <blink>x</blink>
  print('x'.bold()); // expect: <b>x</b>
  print('x'.fixed()); // expect: <tt>x</tt>
  print('x'.fontcolor('red')); // expect: <font color="red">x</font>
  print('x'.fontsize(7)); // expect: <font size="7">x</font>
  print('x'.italics()); // expect: <i>x</i>
  print('x'.link('"')); // expect: <a href="&quot;">x</a>
  print('x'.small()); // expect: <small>x</small>
  print('x'.strike()); // expect: <strike>x</strike>
  print('x'.sub()); // expect: <sub>x</sub>
  print('x'.sup('y')); // expect: <sup>x</sup>
  print(''.anchor()); // expect: <a name="undefined"></a>
  print(String.prototype.bold.call(1)); // expect: <b>1</b>
  print(kind(() => String.prototype.link.call(null, ''))); // expect: TypeError
  print(kind(() => 'x'.link(Symbol()))); // expect: TypeError
  print([''.anchor, ''.fontsize, ''.sup].map((it) => it.name + it.length).join()); // expect: anchor1,fontsize1,sup0

  // The text is converted before the value.
  const order = [];
  const spy = (name) => ({ toString: () => order.push(name) });
  String.prototype.link.call(spy('text'), spy('value'));
  print(order.join()); // expect: text,value
});
