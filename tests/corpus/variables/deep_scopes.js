// Deeply nested blocks, each with variables of its own.
const print = vmImport(1);

function run() {
  let n = 0;
  {
    let a = ++n;
    {
      let b = a + ++n;
      {
        let a = b * 10;
        {
          let c = a + b;
          {
            let b = c + 1;
            {
              let d = a + b + c;
              {
                let n = d;
                {
                  let a = n + d;
                  {
                    let e = a + b + c + d + n;
                    print(e); // expect: 455
                    n = 1;
                  }
                  print(a + n); // expect: 195
                }
                print(n); // expect: 1
              }
              print(d); // expect: 97
            }
            print(b); // expect: 34
          }
          print(c); // expect: 33
        }
        print(a); // expect: 30
      }
      print(b); // expect: 3
    }
    print(a); // expect: 1
  }
  print(n); // expect: 2
}

vmExport(1, run);
