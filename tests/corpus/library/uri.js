// encodeURI and its like, escape and unescape.
const print = vmImport(1);

function attempt(f) {
  try {
    return f();
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

vmExport(1, () => {
  print(encodeURIComponent('a b&c=ä€😀/?')); // expect: a%20b%26c%3D%C3%A4%E2%82%AC%F0%9F%98%80%2F%3F
  print(encodeURI('http://a.b/c d?e=ä#f')); // expect: http://a.b/c%20d?e=%C3%A4#f
  print(decodeURIComponent('%C3%A4%e2%82%ac%F0%9F%98%80%2F')); // expect: ä€😀/
  print(decodeURI('%2F%23%C3%A4%25')); // expect: %2F%23ä%
  print(attempt(() => encodeURI('\ud800'))); // expect: URIError: URI malformed
  print(attempt(() => decodeURIComponent('%C0%80'))); // expect: URIError: URI malformed
  print(attempt(() => decodeURIComponent('%4'))); // expect: URIError: URI malformed
  print(escape('a ä€+')); // expect: a%20%E4%u20AC+
  print(unescape('%u20AC%E4%zz%')); // expect: €ä%zz%
});
