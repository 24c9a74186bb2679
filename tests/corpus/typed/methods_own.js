// What %TypedArray%.prototype has: names, lengths, and the check of `this`.
import { nameOf } from '../shared/name_of.mjs';
const print = vmImport(1);
const TypedArray = Object.getPrototypeOf(Int8Array);
const methods = TypedArray.prototype;
const own = Object.getOwnPropertyNames(methods).sort();
const getter = (key) => Object.getOwnPropertyDescriptor(methods, key).get;
const getters = ['buffer', 'byteLength', 'byteOffset', 'length'];
const functions = own.filter((key) => !getters.includes(key) && key !== 'constructor');
const lengths = functions.map((key) => methods[key].length);
const unchecked = functions.filter((key) => nameOf(() => methods[key].call([])) !== 'TypeError');
const names = [...getters, Symbol.toStringTag].map((key) => getter(key).name);
const shared = [methods.toString === Array.prototype.toString, methods[Symbol.iterator] === methods.values];
const others = [nameOf(() => getter('length').call([])), getter(Symbol.toStringTag).call([]) === undefined];

vmExport(1, () => {
  print(own.join());
  // expect: at,buffer,byteLength,byteOffset,constructor,copyWithin,entries,every,fill,filter,find,findIndex,findLast,findLastIndex,forEach,includes,indexOf,join,keys,lastIndexOf,length,map,reduce,reduceRight,reverse,set,slice,some,sort,subarray,toLocaleString,toReversed,toSorted,toString,values,with
  print(lengths.join('')); // expect: 1201111111111101111012112001002
  print(unchecked.join()); // expect: toString
  print(names.join()); // expect: get buffer,get byteLength,get byteOffset,get length,get [Symbol.toStringTag]
  print([...shared, ...others].join()); // expect: true,true,TypeError,true
});
