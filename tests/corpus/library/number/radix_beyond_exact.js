// Numbers beyond 2 to the power of 53 in another radix, and digits in another radix that begin with zeros.
const print = vmImport(1);

vmExport(1, () => {
  print((2 ** 53).toString(3)); // expect: 1121202011211211122211100012101112
  print((2 ** 55).toString(3)); // expect: 20110222201101100122022100210120000
  print((1e21).toString(7)); // expect: 5135235413265003022600000
  print((1e20).toString(36)); // expect: l3r41ifs0p800
  print((-136012323289135870).toString(11)); // expect: -2a618799415844070
  print(parseInt('0x10000000000000000000', 36)); // expect: 4.414986390745889e+32
});
