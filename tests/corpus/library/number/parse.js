// parseInt, parseFloat, isNaN and isFinite.
import { show } from '../../shared/show.mjs';

const print = vmImport(1);

vmExport(1, () => {
  print(parseInt('42')); // expect: 42
  print(parseInt('  -42abc')); // expect: -42
  print(parseInt('+7')); // expect: 7
  print(parseInt('0x1F')); // expect: 31
  print(parseInt('-0x1f')); // expect: -31
  print(parseInt('0x1f', 16)); // expect: 31
  print(parseInt('0x1f', 10)); // expect: 0
  print(parseInt('11', 2)); // expect: 3
  print(parseInt('zz', 36)); // expect: 1295
  print(parseInt('8', 8) !== parseInt('8', 8)); // expect: true
  print(show(parseInt(''))); // expect: NaN
  print(show(parseInt('x'))); // expect: NaN
  print(show(parseInt('0x'))); // expect: NaN
  print(show(parseInt('-0'))); // expect: -0
  print(parseInt('123456789012345678901234567890')); // expect: 1.2345678901234568e+29
  print(parseInt('9007199254740993')); // expect: 9007199254740992
  print(parseInt('100000000000000000001', 16)); // expect: 1.2089258196146292e+24
  print(parseInt('1000000000000000000000000000000000000000000000000000011', 2)); // expect: 18014398509481988
  print(parseInt('vvvvvvvvvvvvvvvv', 32)); // expect: 1.2089258196146292e+24
  print(parseInt('33333333333333333333333333333', 4)); // expect: 288230376151711740
  print(parseInt('zzzzzzzzzzzzzzz', 36)); // expect: 2.2107391972073336e+23
  print(parseInt('2222222222222222222222222222222222222', 3)); // expect: 450283905890997400
  print(show(parseInt('1', 37)) + show(parseInt('1', 1))); // expect: NaNNaN
  print(parseInt('12', 0) + parseInt('12', undefined) + parseInt('12', '10') + parseInt('12', 4294967306)); // expect: 48
  print(parseInt(1e21)); // expect: 1
  print(parseInt(0.0000005)); // expect: 5
  print(parseInt(null, 36)); // expect: 1112745
  print(parseInt('\u00a0\n5')); // expect: 5
  print(parseFloat('3.14abc')); // expect: 3.14
  print(parseFloat('  -.5e-2x')); // expect: -0.005
  print(parseFloat('1e')); // expect: 1
  print(parseFloat('1e+')); // expect: 1
  print(parseFloat('1.')); // expect: 1
  print(parseFloat('.5.5')); // expect: 0.5
  print(show(parseFloat('.'))); // expect: NaN
  print(show(parseFloat('-'))); // expect: NaN
  print(show(parseFloat(''))); // expect: NaN
  print(show(parseFloat('Infinityx')) + show(parseFloat('-Infinity'))); // expect: Infinity-Infinity
  print(show(parseFloat('infinity'))); // expect: NaN
  print(parseFloat('0x10')); // expect: 0
  print(show(parseFloat('-0'))); // expect: -0
  print(parseFloat('1_000')); // expect: 1
  print(parseFloat('5e-324')); // expect: 5e-324
  print(parseFloat('1e400') === Infinity); // expect: true
  print(isNaN('x')); // expect: true
  print(isNaN('5')); // expect: false
  print(isNaN()); // expect: true
  print(isNaN(null)); // expect: false
  print(isFinite('5')); // expect: true
  print(isFinite('x')); // expect: false
  print(isFinite(Infinity)); // expect: false
  print(isFinite(null)); // expect: true
});
