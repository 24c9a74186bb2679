// Insertion sort and quicksort in place, with numbers of all sizes.
const print = vmImport(1);

function insertionSort(a) {
  for (let i = 1; i < a.length; i++) {
    const x = a[i];
    let j = i - 1;
    while (j >= 0 && a[j] > x) {
      a[j + 1] = a[j];
      j--;
    }
    a[j + 1] = x;
  }
}

function quickSort(a, low, high) {
  if (low >= high) return;
  const pivot = a[(low + high) >> 1];
  let i = low, j = high;
  while (i <= j) {
    while (a[i] < pivot) i++;
    while (a[j] > pivot) j--;
    if (i <= j) {
      const t = a[i];
      a[i++] = a[j];
      a[j--] = t;
    }
  }
  quickSort(a, low, j);
  quickSort(a, i, high);
}

function text(a) {
  let s = '';
  for (let i = 0; i < a.length; i++) s += (i ? ' ' : '') + a[i];
  return s;
}

function run() {
  const a = [3, 8192, -1, 0.5, 2147483648, -8193, 8191, 0, 1e-7, -Infinity];
  insertionSort(a);
  print(text(a)); // expect: -Infinity -8193 -1 0 1e-7 0.5 3 8191 8192 2147483648
  const b = [];
  let x = 1;
  for (let i = 0; i < 40; i++) {
    b.push(x);
    x = (x * 37) % 101;
  }
  quickSort(b, 0, b.length - 1);
  let sorted = true;
  for (let i = 1; i < b.length; i++) if (b[i - 1] > b[i]) sorted = false;
  print(sorted); // expect: true
  print(b[0] + ' ' + b[20] + ' ' + b[39]); // expect: 1 56 97
  const words = ['pear', 'Fig', 'apple', 'é', 'fig'];
  insertionSort(words);
  print(text(words)); // expect: Fig apple fig pear é
}

vmExport(1, run);
