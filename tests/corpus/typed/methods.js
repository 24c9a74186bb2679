// The methods of all typed arrays.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);
const captured = new Int16Array([5, -3, 200, 7]);

vmExport(1, () => {
  const check = (source) => {
    const array = source.slice();
    print(array.constructor.name + ' ' + array.map((x) => x * 2).join() + ' ' + array.filter((x) => x > 6).join());
    print([array.at(-1), array.indexOf(200), array.lastIndexOf(7), array.includes(5), array.includes(6), array.indexOf(5, 1)].join());
    print([array.find((x) => x > 5), array.findIndex((x) => x > 5), array.findLast((x) => x > 5), array.findLastIndex((x) => x > 300)].join());
    print([array.every((x) => x < 201), array.some((x) => x < 0), array.reduce((a, x) => a + x), array.reduceRight((a, x) => a + ' ' + x, '')].join());
    print([array.toSorted(), array.toReversed(), array.with(1, 9), array.slice(1, -1), array.subarray(2)].join(' '));
    print([array.sort((a, b) => b - a).join(), array.reverse().join(), array.fill(1, 1, 3).join(), array.copyWithin(0, 3).join()].join(' '));
    array.set([7, 8], 1);
    array.set(array.subarray(1, 3), 2);
    array.set('4');
    print(array.join('-') + ' ' + array.toString() + ' ' + array.toLocaleString());
    print([...array].join() + ' ' + [...array.entries()].join(' ') + ' ' + [...array.keys()].join());
    print([() => array.set([1], 4), () => array.set([1], -1), () => array.with(4, 0), () => array.sort(1), () => array.map(1), () => array.set(null)].map(nameOf).join());
    print([array.byteLength, array.byteOffset, array.length].join() + ' ' + [array.hasOwnProperty('length'), 'length' in array].join());
  };
  check(captured);
  // expect: Int16Array 10,-6,400,14 200,7
  // expect: 7,2,3,true,false,-1
  // expect: 200,2,7,-1
  // expect: true,true,209, 7 200 -3 5
  // expect: -3,5,7,200 7,200,-3,5 5,9,200,7 -3,200 200,7
  // expect: 200,7,5,-3 -3,5,7,200 -3,1,1,200 200,1,1,200
  // expect: 4-7-7-8 4,7,7,8 4,7,7,8
  // expect: 4,7,7,8 0,4 1,7 2,7 3,8 0,1,2,3
  // expect: RangeError,RangeError,RangeError,TypeError,TypeError,TypeError
  // expect: 8,0,4 false,true
  check(new Uint8Array([5, 253, 200, 7]));
  // expect: Uint8Array 10,250,144,14 253,200,7
  // expect: 7,2,3,true,false,-1
  // expect: 253,1,7,-1
  // expect: false,false,465, 7 200 253 5
  // expect: 5,7,200,253 7,200,253,5 5,9,200,7 253,200 200,7
  // expect: 253,200,7,5 5,7,200,253 5,1,1,253 253,1,1,253
  // expect: 4-7-7-8 4,7,7,8 4,7,7,8
  // expect: 4,7,7,8 0,4 1,7 2,7 3,8 0,1,2,3
  // expect: RangeError,RangeError,RangeError,TypeError,TypeError,TypeError
  // expect: 4,0,4 false,true
});
