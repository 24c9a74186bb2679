globalThis.greeting = 'hello';
globalThis.total = 10;
globalThis.greet = (name) => greeting + ' ' + name;
